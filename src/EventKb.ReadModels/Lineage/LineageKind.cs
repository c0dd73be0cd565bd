using EventKb.Domain;

namespace EventKb.ReadModels.Lineage;

/// <summary>
/// What a kind of stream brings to lineage: the edges that its events state, and its versions as nodes where edges lead to them. A class in
/// the feature's folder and a line in <see cref="LineageKinds"/>.
/// </summary>
public abstract class LineageKind
{
    /// <summary>Category of its streams.</summary>
    public abstract string Category { get; }

    /// <summary>What its versions are; null where they are no nodes.</summary>
    public virtual LineageNodeKind? Node => null;

    /// <summary>The types of edges that it states, each with its term of W3C PROV-O (<see cref="ProvTerms"/>).</summary>
    public abstract IReadOnlyDictionary<string, string> Types { get; }

    /// <summary>Writes the edges that an event states and ends those that it takes back.</summary>
    public abstract void Write(StreamStep step, LineageRows rows);

    /// <summary>Number of the version that an event makes; null = none.</summary>
    public virtual int? Made(RecordedEvent recorded) => null;

    /// <summary>Number of a stream's newest version at a pin; null = there is none that the viewer may see.</summary>
    public virtual Task<int?> Latest(ReadSession session, Viewer viewer, Pin pin, string stream) => Task.FromResult<int?>(null);

    /// <summary>Those of some versions that are there at a pin and that the viewer may see.</summary>
    public virtual Task<IReadOnlyDictionary<ThingVersion, LineageFacts>> Find(ReadSession session, Viewer viewer, Pin pin,
        IReadOnlyCollection<ThingVersion> versions) =>
        Task.FromResult<IReadOnlyDictionary<ThingVersion, LineageFacts>>(new Dictionary<ThingVersion, LineageFacts>());
}

/// <summary>A version of a thing: its stream and its number there.</summary>
public readonly record struct ThingVersion(string Stream, int Number)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Stream}@{Number}");
}

/// <summary>What lineage shows of a version.</summary>
/// <param name="Moment">When it came to be.</param>
/// <param name="Title">Its title; null when it has none or it was erased.</param>
public sealed record LineageFacts(VersionMoment Moment, string? Title);

/// <summary>A file of an institution's knowledge base that a version was taken from.</summary>
public sealed record SourceFile(string Institution, string Path, string Version, string? Repository);
