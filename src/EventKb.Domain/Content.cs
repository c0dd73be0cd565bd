using System.Security.Cryptography;
using System.Text;

namespace EventKb.Domain;

/// <summary>The texts of one event, kept apart from its structure so that they can be erased without touching the ledger.</summary>
public sealed record Content
{
    /// <summary>Title of an article or name of a catalogue entry, an institution or a person.</summary>
    public string? Title { get; init; }

    /// <summary>Summary of an article, or the description of what it is about.</summary>
    public string? Summary { get; init; }

    /// <summary>Markdown body, for an import the file's exact bytes.</summary>
    public string? Body { get; init; }

    /// <summary>The template's sections (situation, actions-taken, cause, course-of-removal, result) by name; none = null.</summary>
    public ValueMap<string>? Sections { get; init => field = value is { Count: > 0 } ? value : null; }

    /// <summary>Reason in words; its code is in the metadata.</summary>
    public string? Reason { get; init; }

    /// <summary>The source's own account of a change, where it says more than the reason: the whole message of a commit.</summary>
    public string? Message { get; init; }

    /// <summary>A comment, a finding, an explanation, or for a withdrawal what to do instead.</summary>
    public string? Comment { get; init; }

    /// <summary>Name of an attached file.</summary>
    public string? FileName { get; init; }

    /// <summary>SHA-256 of an attached file, 64 lower-case hex digits.</summary>
    public string? FileSha256 { get; init; }

    /// <summary>Who keeps an article up, in the words of those who say so.</summary>
    public string? Steward { get; init; }

    /// <summary>E-mail address of a person.</summary>
    public string? Email { get; init; }

    /// <summary>True when nothing is said at all, so that nothing is stored.</summary>
    public bool IsEmpty => this == Nothing;

    /// <summary>Digests of this text, as <see cref="ContentSeal"/> hands them to a state machine.</summary>
    public (string Text, string? Body) Digests()
    {
        var sections = Sections is null ? [] : Sections.OrderBy(s => s.Key, StringComparer.Ordinal).SelectMany(s => new[] { s.Key, s.Value });
        var all = new[] { Title ?? "", Summary ?? "", Body ?? "", FileName ?? "", Comment ?? "" }.Concat(sections);
        var text = DerivedId.From("text",
            Email is not null ? [.. all, Steward ?? "", Email] : Steward is not null ? [.. all, Steward] : [.. all]);
        return (text, Body is null ? FileSha256 : Sha256(Body));
    }

    /// <summary>SHA-256 of the text's UTF-8 bytes, 64 lower-case hex digits.</summary>
    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static readonly Content Nothing = new();
}

/// <summary>What a state machine may know of an event's texts: never the text itself.</summary>
public abstract record ContentSeal
{
    private ContentSeal() { }

    /// <summary>Commitment to the texts (hex), erased or not; null where there are none.</summary>
    public string? CommitmentOrNull => (this as Present)?.Commitment ?? (this as Erased)?.Commitment;

    /// <summary>The event has no texts.</summary>
    public sealed record None : ContentSeal;

    /// <summary>
    /// The texts are kept: commitment (hex), digest of all texts but the reason, and the SHA-256 of the body or of the attached file.
    /// </summary>
    public sealed record Present(string Commitment, string TextDigest, string? BodySha256) : ContentSeal;

    /// <summary>The texts were erased; the commitment (hex) remains in the ledger.</summary>
    public sealed record Erased(string Commitment) : ContentSeal;
}
