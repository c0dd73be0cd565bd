using System.Text.RegularExpressions;

namespace EventKb.Domain;

/// <summary>Code of an institution, the first part of its streams' ids: 1–40 letters, digits and hyphens.</summary>
public readonly partial record struct InstitutionCode(string Value)
{
    /// <summary>True when the text can be an institution's code.</summary>
    public static bool IsValid(string? text) => text is not null && Pattern().IsMatch(text);

    /// <inheritdoc/>
    public override string ToString() => Value;

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9-]{0,39}\\z")]
    private static partial Regex Pattern();
}

/// <summary>A person as the ledger knows one: a random pseudonym; the name is in the erasable person directory.</summary>
public readonly record struct PersonId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Identity of a command, 32 lower-case hex digits: the same id on the same stream acts once.</summary>
public readonly record struct CommandId(string Value)
{
    /// <summary>Derives the id from what makes the command the same command (for example institution, principal, client id).</summary>
    public static CommandId From(params ReadOnlySpan<string> parts) => new(DerivedId.From("command", parts));

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Id of a stream, <c>institution/category/id</c>: the aggregate's global id in every interface.</summary>
public readonly record struct StreamId(InstitutionCode Institution, string Category, string Id)
{
    /// <summary>Reads a stream id, or gives null where the text is none.</summary>
    public static StreamId? Parse(string? text)
    {
        var parts = text?.Split('/');
        return parts is [var institution, var category, var id]
            && InstitutionCode.IsValid(institution) && IsSegment(category) && IsSegment(id)
            ? new StreamId(new InstitutionCode(institution), category, id)
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Institution.Value}/{Category}/{Id}";

    private static bool IsSegment(string text) =>
        text.Length is > 0 and <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}

/// <summary>An exact version of an article: its stream, the revision, and the ledger position that recorded the revision.</summary>
public sealed record ArticleVersion(string Article, int Revision, long Position);
