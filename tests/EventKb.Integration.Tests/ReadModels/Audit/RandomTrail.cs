using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.Integration.Tests.ReadModels.Audit;

/// <summary>A random history of articles, written and imported, moved and represented; many of its events occur at one time.</summary>
internal sealed class RandomTrail
{
    private static readonly string?[] Reasons = [null, "holder-left", "outdated"];
    private static readonly string[] Files = ["docs/a.md", "docs/b.md", "docs/sub/c.md", "docs.md", "docs0/d.md"];
    private readonly Dictionary<string, string?> _paths = [];
    private readonly Dictionary<string, int> _versions = [];
    private readonly Random _random;

    public RandomTrail(int seed, int events = 120)
    {
        _random = new Random(seed);
        for (var i = 0; i < events; i++)
            Append($"{Pick("RIGA", "CESIS")}/knowledge-article/{_random.Next(6)}");
    }

    public MemoryLedger Ledger { get; } = new();

    /// <summary>The paths of the event's article just before and after each event, in order of position.</summary>
    public List<string?[]> Paths { get; } = [];

    public T Pick<T>(params T[] any) => any[_random.Next(any.Length)];

    private void Append(string stream)
    {
        var version = _versions[stream] = _versions.GetValueOrDefault(stream) + 1;
        var before = _paths.GetValueOrDefault(stream);
        var (happened, after) = Next(version, before);
        var occurred = MemoryLedger.Start.AddSeconds(_random.Next(-9, 9));
        Ledger.Append(stream, happened, happened is Drafted or RevisionImported ? new Content { Title = $"{version}" } : null,
            _random.Next(3) == 0 ? null : occurred, Pick("RIGA/person/anna", "RIGA/person/berta", "RIGA/person/cilda"), Pick(Reasons),
            Pick("RIGA", "STATE"), $"command-{_random.Next(9)}", Pick(Via.Api, Via.Import),
            _random.Next(3) == 0 ? new PersonId(Pick("RIGA/person/anna", "RIGA/person/berta")) : null);
        Paths.Add([before, _paths[stream] = after]);
    }

    private (Event, string? Path) Next(int version, string? path)
    {
        var to = Pick(Files);
        return (version, path) switch
        {
            (1, _) when _random.Next(2) == 0 => (new Drafted(ArticleKind.Faq, "lv"), null),
            (1, _) => (new RevisionImported(1, ArticleKind.Faq, "lv", to, "c1", MemoryLedger.Start), to),
            (_, { } from) when from != to && _random.Next(2) == 0 => (new Moved(from, to), to),
            _ => (new Flagged(version), path),
        };
    }
}
