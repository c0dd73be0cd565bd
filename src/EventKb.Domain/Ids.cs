using System.Buffers;
using System.Text.RegularExpressions;

namespace EventKb.Domain;

/// <summary>Code of an institution, the first part of its streams' ids: 1–40 letters, digits and hyphens.</summary>
public readonly partial record struct InstitutionCode(string Value)
{
    /// <summary>True when the text can be an institution's code.</summary>
    public static bool IsValid(ReadOnlySpan<char> text) => Pattern().IsMatch(text);

    /// <inheritdoc/>
    public override string ToString() => Value;

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9-]{0,39}\\z")]
    private static partial Regex Pattern();
}

/// <summary>
/// Whoever acts, as the ledger knows them: the stream of their entry in the person directory, whose names can be erased, or a name that no
/// person bears, such as <c>clock</c>.
/// </summary>
public readonly record struct PersonId(string Value)
{
    /// <summary>The entry in the directory; null where it is none.</summary>
    public StreamId? Stream => StreamId.Parse(Value) is { Category: Persons.Person.Category } stream ? stream : null;

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
public readonly record struct StreamId
{
    // The text is asked for with every event and the parts seldom, so only where they begin is kept.
    private readonly string? _text;
    private readonly int _category;
    private readonly int _id;

    /// <summary>Puts an id together; whether the parts make one is <see cref="Parse"/>'s to say.</summary>
    public StreamId(InstitutionCode institution, string category, string id)
        : this($"{institution.Value}/{category}/{id}", institution.Value.Length + 1, institution.Value.Length + category.Length + 2)
    {
    }

    private StreamId(string text, int category, int id) => (_text, _category, _id) = (text, category, id);

    /// <summary>The institution whose stream it is.</summary>
    public InstitutionCode Institution => new(Text[..(_category - 1)]);

    /// <summary>The aggregate's category.</summary>
    public string Category => Text[_category..(_id - 1)];

    /// <summary>What tells it from the category's other streams of the institution.</summary>
    public string Id => Text[_id..];

    /// <summary>The whole id.</summary>
    public string Text => _text ?? "";

    /// <summary>Reads a stream id, or gives null where the text is none.</summary>
    public static StreamId? Parse(string? text)
    {
        var category = (text?.IndexOf('/') ?? -1) + 1;
        var id = category > 0 ? text!.IndexOf('/', category) + 1 : 0;
        return id > 0 && InstitutionCode.IsValid(text.AsSpan(0, category - 1))
            && IsSegment(text.AsSpan(category, id - 1 - category)) && IsSegment(text.AsSpan(id))
            ? new StreamId(text!, category, id)
            : null;
    }

    /// <summary>Reads a stream id that was recorded; a text that is none throws.</summary>
    public static StreamId Of(string text) => Parse(text) ?? throw new FormatException($"'{text}' is no stream's id.");

    /// <inheritdoc/>
    public bool Equals(StreamId other) => _text == other._text;

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static bool IsSegment(ReadOnlySpan<char> text) => text.Length is > 0 and <= 64 && !text.ContainsAnyExcept(SegmentLetters);

    private static readonly SearchValues<char> SegmentLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
}

/// <summary>
/// An exact version of an article or a record: its stream, the number of its revision or version, and the ledger position that recorded it.
/// </summary>
public sealed record ExactVersion(string Stream, int Number, long Position);
