using EventKb.Domain;
using EventKb.Domain.Catalogue;
using EventKb.Domain.Citations;
using EventKb.Domain.IncidentProblemLinks;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Domain.KnownErrors;
using EventKb.Domain.ServiceRecords;

namespace EventKb.Integration.Tests.ReadModels.Impact;

/// <summary>A random history of articles that are adopted and related, used on records, and set as workarounds.</summary>
internal sealed class RandomUse(int seed)
{
    public const int Articles = 6;
    private const int Records = 8;
    private readonly Random _random = new(seed);
    private readonly Dictionary<string, long> _revisions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LinkState> _links = new(StringComparer.Ordinal);
    private readonly HashSet<string> _related = new(StringComparer.Ordinal);

    public MemoryLedger Ledger { get; } = new();

    public static string Article(int number) => $"RIGA/knowledge-article/a{number}";

    public RandomUse Write(int steps)
    {
        for (var i = 0; i < 3; i++)
            Ledger.Append(Service(i), new CatalogueEntryEvent.Registered(EntryKind.Service, $"S{i}", new(2026, 1, 1)), new Content { Title = "s" });
        for (var i = 0; i < Records; i++)
        {
            Ledger.Append(Incident(i), new ServiceRecordEvent.Registered(RecordKind.Incident, $"I{i}", null));
            Ledger.Append(Problem(i), new ServiceRecordEvent.Registered(RecordKind.Problem, $"P{i}", null));
            Ledger.Append(KnownErrorOf(i), new KnownErrorEvent.Opened(Problem(i)), new Content { Title = "k" });
        }

        for (var i = 0; i < Articles; i++)
            _revisions[Article(i)] = Ledger.Append(Article(i), i < 3 ? new KnowledgeArticleEvent.Drafted(ArticleKind.Faq, "lv")
                : new KnowledgeArticleEvent.Adopted(Version(Article(_random.Next(i))), null, ArticleKind.Faq, "lv"), new Content { Title = "t" });
        for (var i = 0; i < steps; i++)
            Step(i);
        return this;
    }

    private void Step(int number)
    {
        Ledger.Wait(TimeSpan.FromHours(_random.Next(1, 9)));
        // What became known late occurred earlier.
        DateTimeOffset? at = _random.Next(3) == 0 ? Ledger.Now.AddHours(-_random.Next(1, 40)) : null;
        var (article, record) = (Article(_random.Next(Articles)), _random.Next(Records));
        switch (_random.Next(7))
        {
            case 0:
                Ledger.Append($"RIGA/citation/c{number}", new CitationEvent.Recorded(Version(article), _random.Next(4) == 0 ? null : Incident(record), 1,
                    CitationOutcome.Restored, null), occurredAt: at);
                break;
            case 1 when Ledger.Events.LastOrDefault(e => e.Recorded.Event is CitationEvent.Recorded) is { } used:
                if (Ledger.Events.All(e => e.Recorded.Stream != used.Recorded.Stream || e.Recorded.Event is not CitationEvent.Withdrawn))
                    Ledger.Append(used.Recorded.Stream.Text, new CitationEvent.Withdrawn(), occurredAt: at);
                break;
            case 2:
                Ledger.Append(Incident(record), new ServiceRecordEvent.Stated(
                    new RecordFacts { Phase = _random.Next(3) == 0 ? RecordPhase.Closed : RecordPhase.Open }, null, null), occurredAt: at);
                break;
            case 3:
                Link(record, _random.Next(Records), at);
                break;
            case 4:
                Ledger.Append(KnownErrorOf(record), new KnownErrorEvent.WorkaroundSet(Version(article)), occurredAt: at);
                break;
            case 5:
                Relate(article, Article(_random.Next(Articles)), at);
                break;
            default:
                Ledger.Append(article, new KnowledgeArticleEvent.Classified(new Classification { Services = [Service(_random.Next(3))] }), occurredAt: at);
                break;
        }
    }

    private void Link(int incident, int problem, DateTimeOffset? at)
    {
        var stream = $"RIGA/incident-problem-link/{incident}-{problem}";
        var holds = _links.GetValueOrDefault(stream) == LinkState.ConfirmedBySource;
        _links[stream] = holds ? LinkState.Withdrawn : LinkState.ConfirmedBySource;
        Ledger.Append(stream, holds ? new IncidentProblemLinkEvent.Withdrawn()
            : new IncidentProblemLinkEvent.ConfirmedBySource(new(Incident(incident), Problem(problem))), occurredAt: at);
    }

    private void Relate(string article, string other, DateTimeOffset? at)
    {
        var type = _random.Next(2) == 0 ? RelationType.Adapts : RelationType.Contradicts;
        if (article == other)
            return;
        var isThere = !_related.Add($"{article} {type} {other}") && _related.Remove($"{article} {type} {other}");
        Ledger.Append(article, isThere ? new KnowledgeArticleEvent.Unrelated(type, Version(other))
            : new KnowledgeArticleEvent.Related(1, type, Version(other)), occurredAt: at);
    }

    private ExactVersion Version(string article) => new(article, 1, _revisions[article]);

    private static string Service(int number) => $"RIGA/catalogue-entry/s{number}";

    private static string Incident(int number) => $"RIGA/service-record/i{number}";

    private static string Problem(int number) => $"RIGA/service-record/p{number}";

    private static string KnownErrorOf(int number) => $"RIGA/known-error/k{number}";
}
