using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;

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
    public static string Version(string article, int revision) => $"ekb:{article}@{ProvStatement.Text(revision)}";

    /// <summary>The article itself, of which each revision is a state.</summary>
    public static string Article(StreamId stream) => $"ekb:{stream}";

    /// <summary>The file that a revision was taken from.</summary>
    public static string Source(InstitutionCode institution, KnowledgeArticleEvent.RevisionImported imported) =>
        $"source:{institution}/{Path(imported.SourcePath)}@{Segment(imported.SourceVersion)}";

    /// <summary>A command on a stream.</summary>
    public static string Activity(RecordedEvent recorded) => $"ekb:command/{recorded.Stream}/{recorded.Metadata.CommandId}";

    /// <summary>A person, or what acts in the place of one.</summary>
    public static string Agent(PersonId person) => $"ekb:person/{Segment(person.Value)}";

    /// <summary>A version of the ledger named, null = this one.</summary>
    public string Version(ArticleVersion version, string? ledger) =>
        ledger is null ? Version(version.Article, version.Revision)
        : $"{Other(IndexOf(ledger))}:{version.Article}@{ProvStatement.Text(version.Revision)}";

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
        throw new ArgumentException($"The survey met no ledger '{ledger}'.", nameof(ledger));
    }
}
