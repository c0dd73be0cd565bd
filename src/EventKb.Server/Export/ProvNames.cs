using EventKb.Domain;
using EventKb.ReadModels.Lineage;

namespace EventKb.Server.Export;

/// <summary>
/// Qualified names of what an export names. A version and a source have the ids that they have in lineage, after a prefix; a version of
/// another ledger has the URI that this ledger's own export gives it.
/// </summary>
internal sealed class ProvNames(string origin, IReadOnlyList<string> others)
{
    private const string Namespace = "urn:eventkb:";

    /// <summary>Prefixes with what they stand for.</summary>
    public IEnumerable<(string Prefix, string Stands)> Prefixes =>
    [
        ("prov", "http://www.w3.org/ns/prov#"), ("ekb", $"{Namespace}{Path(origin)}:"), ("source", $"{Namespace}{Path(origin)}:source:"),
        .. others.Select((other, i) => (Other(i), $"{Namespace}{Path(other)}:")),
    ];

    /// <summary>A version that this ledger holds, or would hold.</summary>
    public static string Version(ThingVersion version) => $"ekb:{version}";

    /// <summary>The thing itself, of which each version is a state.</summary>
    public static string Thing(StreamId stream) => $"ekb:{stream}";

    /// <summary>A command on a stream.</summary>
    public static string Activity(RecordedEvent recorded) => $"ekb:command/{recorded.Stream}/{recorded.Metadata.CommandId}";

    /// <summary>A person, or what acts in the place of one.</summary>
    public static string Agent(PersonId person) =>
        person.Stream is { } entry ? Thing(entry) : $"ekb:person/{Segment(person.Value)}";

    /// <summary>What an edge comes from: a file, or a version of this ledger or another.</summary>
    public string From(LineageRow edge) =>
        edge.File is { } file ? $"source:{file.Institution}/{Path(file.Path)}@{Segment(file.Version)}"
        : edge.Origin is null ? Version(edge.From!.Value) : $"{Other(IndexOf(edge.Origin))}:{edge.From}";

    private static string Other(int index) => $"ekb{ProvStatement.Text(index + 1)}";

    private static string Path(string text) => string.Join('/', text.Split('/').Select(Segment));

    /// <summary>Escaped, and without a dot at the end, where a local name has none.</summary>
    private static string Segment(string text) =>
        Uri.EscapeDataString(text) is var escaped && escaped.EndsWith('.') ? $"{escaped[..^1]}%2E" : escaped;

    private int IndexOf(string ledger)
    {
        for (var i = 0; i < others.Count; i++)
            if (others[i] == ledger)
                return i;
        throw new ArgumentException($"No edge names the ledger '{ledger}'.", nameof(ledger));
    }
}
