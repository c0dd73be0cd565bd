namespace EventKb.Domain;

/// <summary>How two states of a stream differ.</summary>
/// <param name="Fields">Fields that changed; a list that says the same may be among them.</param>
/// <param name="Links">Links that began and ended.</param>
/// <param name="Subject">What the stream is about now; null = itself.</param>
public sealed record Difference(ValueList<FieldChange> Fields, ValueList<LinkChange> Links, string? Subject);

/// <summary>A field of an aggregate before and after an event; null = it has no value.</summary>
/// <param name="Path">The field, for example <c>terms.2.until</c>.</param>
/// <param name="Before">Value before.</param>
/// <param name="After">Value after.</param>
public sealed record FieldChange(string Path, object? Before, object? After);

/// <summary>A field's value that is a text: it is never copied but pointed at, so that it can be erased.</summary>
/// <param name="Name">Which of the event's texts (<see cref="Content"/>).</param>
/// <param name="Position">Position of the event that has it.</param>
public sealed record TextAt(string Name, long Position);

/// <summary>From texts to a field's value.</summary>
internal static class NamedTexts
{
    public static TextAt? Named(this Texts? texts, string name) => texts is null ? null : new TextAt(name, texts.At);
}

/// <summary>Kinds of links by which a stream can be found.</summary>
public static class Links
{
    /// <summary>A service that it is about.</summary>
    public const string Service = "service";

    /// <summary>A resource that it is about.</summary>
    public const string Resource = "resource";

    /// <summary>The service or resource whose duty holder answers for it.</summary>
    public const string Accountable = "accountable";

    /// <summary>Subject of a duty.</summary>
    public const string Subject = "subject";

    /// <summary>The duty.</summary>
    public const string Duty = "duty";

    /// <summary>Another stream that it says something about.</summary>
    public const string About = "about";

    /// <summary>The path in its source of what was imported.</summary>
    public const string Path = "path";
}

/// <summary>A link that an event opened or closed.</summary>
/// <param name="Kind">One of <see cref="Links"/>.</param>
/// <param name="Value">What the stream is linked with.</param>
/// <param name="IsOpen">True when it began with the event, false when it ended.</param>
public sealed record LinkChange(string Kind, string Value, bool IsOpen);
