using EventKb.Domain;
using EventKb.Domain.Citations;
using EventKb.Domain.Governance;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Domain.KnownErrors;
using EventKb.Domain.ServiceRecords;
using EventKb.ReadModels;
using EventKb.ReadModels.Bitemporal;
using EventKb.ReadModels.Coverage;
using static EventKb.ReadModels.Coverage.GapKind;

namespace EventKb.Integration.Tests.ReadModels.Coverage;

/// <summary>Records that lack a known error, a workaround or a citation are gaps by day, as the states of each day say.</summary>
public sealed class RecordsThatLack
{
    private const int Things = 3;
    private static readonly ProcessRules Rules = new() { KnownErrorDays = 4, CitedPriority = 3 };
    private static readonly Document Paper = new("1", new(2026, 1, 1), new string('a', 64));
    private readonly MemoryLedger _ledger = new MemoryLedger().Wait(TimeSpan.FromDays(150));
    private readonly Dictionary<string, long> _revisions = new(StringComparer.Ordinal);
    private readonly Random _random = new(15);

    [Fact]
    public async Task Every_day_says_what_the_states_said_at_its_end()
    {
        var process = KnowledgeProcess.StreamOf(new InstitutionCode("RIGA")).Text;
        _ledger.Append(process, new KnowledgeProcessEvent.Adopted(Paper, new(2026, 1, 1), Scope.Institution, Rules), new Content { Title = "p" });
        for (var i = 0; i < Things; i++)
        {
            _revisions[Article(i)] = _ledger.Append(Article(i), new KnowledgeArticleEvent.Drafted(ArticleKind.Faq, "lv"), new Content { Title = "t" }, At(1));
            _ledger.Append(Article(i), new KnowledgeArticleEvent.Published(1), occurredAt: At(1));
            _ledger.Append(Record("p", i), new ServiceRecordEvent.Registered(RecordKind.Problem, $"P{i}", null), occurredAt: At(1));
            _ledger.Append(Record("i", i), new ServiceRecordEvent.Registered(RecordKind.Incident, $"I{i}", null), occurredAt: At(1));
        }

        for (var i = 0; i < 150; i++)
            Step(i, At(_random.Next(1, 25)));
        await using var models = new ReadModelFolder(_ledger);
        await using var session = await models.Read();
        var found = new HashSet<GapKind>();
        foreach (var position in new[] { 20, 70, 120, _ledger.Size })
            foreach (var today in new[] { 3, 12, 27 })
            {
                var pin = (await session.PinAt(_ledger.Now, position, valid: End(today)))!;
                foreach (var kind in new[] { NoKnownError, NoWorkaround, NotCited })
                {
                    var gaps = (await GapQueries.List(session, Viewer.LocalOperator, pin, new GapFilter { Kind = kind }, 1000)).Items;
                    for (var day = 1; day <= today; day++)
                        Assert.Equal((position, day, kind, string.Join(' ', Naive(kind, position, day).Order(StringComparer.Ordinal))), (position, day, kind,
                            string.Join(' ', gaps.Where(g => g.From <= Day(day) && (g.Until is null || g.Until > Day(day))).Select(g => g.Record)
                                .Order(StringComparer.Ordinal))));
                    if (gaps.Count > 0)
                        found.Add(kind);
                }
            }

        Assert.Equal(3, found.Count);
    }

    private void Step(int number, DateTimeOffset at)
    {
        var (one, article) = (_random.Next(Things), Article(_random.Next(Things)));
        switch (_random.Next(8))
        {
            case 0:
                _ledger.Append(Record("p", one), new ServiceRecordEvent.Stated(new RecordFacts
                {
                    Phase = _random.Next(3) == 0 ? RecordPhase.Closed : RecordPhase.Open,
                    ResolvedByChange = _random.Next(5) == 0 ? "RIGA/service-record/c" : null,
                }, null, null), occurredAt: at);
                break;
            case 1 or 2:
                _ledger.Append(Record("i", one), new ServiceRecordEvent.Stated(new RecordFacts
                {
                    Phase = _random.Next(4) == 0 ? RecordPhase.Open : _random.Next(4) == 0 ? RecordPhase.Cancelled : RecordPhase.Closed,
                    Deviation = _random.Next(2) == 0 ? Deviation.Interruption : Deviation.Restriction,
                    ServiceLevelKept = _random.Next(3) == 0 ? false : null,
                    Priority = _random.Next(2, 5),
                    DuplicateOf = _random.Next(6) == 0 ? "RIGA/service-record/d" : null,
                }, null, null), occurredAt: at);
                break;
            case 3:
                _ledger.Append($"RIGA/citation/{number}", new CitationEvent.Recorded(new(article, 1, _revisions[article]), Record("i", one), null,
                    CitationOutcome.Restored, null), occurredAt: at);
                if (_random.Next(2) == 0)
                    _ledger.Append($"RIGA/citation/{number}", new CitationEvent.Withdrawn(), occurredAt: at.AddDays(2));
                break;
            case 4 or 5:
                Know(one, article, at);
                break;
            default:
                Use(article, at);
                break;
        }
    }

    private void Know(int problem, string article, DateTimeOffset at)
    {
        var known = $"RIGA/known-error/{problem}";
        if (_ledger.Events.All(e => e.Recorded.Stream.Text != known))
            _ledger.Append(known, new KnownErrorEvent.Opened(Record("p", problem)), new Content { Title = "k" }, at);
        _ledger.Append(known, _random.Next(4) switch
        {
            0 => new KnownErrorEvent.Fixed(),
            1 => new KnownErrorEvent.Reopened(),
            _ => new KnownErrorEvent.WorkaroundSet(new(article, 1, _revisions[article])),
        }, occurredAt: at);
    }

    private void Use(string article, DateTimeOffset at)
    {
        var end = _ledger.Events.Last(e => e.Recorded.Stream.Text == article && e.Recorded.Event is KnowledgeArticleEvent.Retired
            or KnowledgeArticleEvent.Restored or KnowledgeArticleEvent.Published or KnowledgeArticleEvent.ProvisionallyPublished
            or KnowledgeArticleEvent.ProvisionLapsed).Recorded.Event;
        _ledger.Append(article, end switch
        {
            KnowledgeArticleEvent.Published when _random.Next(2) == 0 => new KnowledgeArticleEvent.Retired(null),
            KnowledgeArticleEvent.Retired => new KnowledgeArticleEvent.Restored(),
            KnowledgeArticleEvent.Restored or KnowledgeArticleEvent.ProvisionLapsed when _random.Next(2) == 0 =>
                new KnowledgeArticleEvent.ProvisionallyPublished(1, at.AddDays(3)),
            KnowledgeArticleEvent.ProvisionallyPublished => new KnowledgeArticleEvent.ProvisionLapsed(1),
            _ => new KnowledgeArticleEvent.Published(1),
        }, occurredAt: at);
    }

    private IEnumerable<string> Naive(GapKind kind, long position, int day)
    {
        var states = new StatesAt(_ledger, position, End(day));
        var cited = states.All<CitationState>().Where(c => !c.State.IsWithdrawn).Select(c => c.State.Recorded!.Record).ToHashSet();
        var records = states.All<ServiceRecordState>().Where(r => r.State.IsReported);
        return kind switch
        {
            NoKnownError => records.Where(r => r.State is { Registered.Kind: RecordKind.Problem, Facts: { Phase: RecordPhase.Open, ResolvedByChange: null } }
                && day >= 1 + Rules.KnownErrorDays && states.All<KnownErrorState>().All(k => k.State.Problem != r.Id)).Select(r => r.Id),
            NoWorkaround => states.All<KnownErrorState>().Where(k => k.State.IsOpen && (k.State.Workaround is not { } set
                || states.Of<KnowledgeArticleState>(set.Stream) is not { End: null, Published: not null })).Select(k => k.State.Problem!),
            _ => records.Where(r => r.State is
            {
                Registered.Kind: RecordKind.Incident,
                Facts: { Phase: RecordPhase.Closed, DuplicateOf: null, Priority: <= 3 } and
                    ({ Deviation: Deviation.Interruption or Deviation.ServiceLevelNonconformity } or { ServiceLevelKept: false })
            } && !cited.Contains(r.Id)).Select(r => r.Id),
        };
    }

    private static string Article(int number) => $"RIGA/knowledge-article/{number}";

    private static string Record(string kind, int number) => $"RIGA/service-record/{kind}{number}";

    private static DateOnly Day(int day) => new(2026, 3, day);

    private static DateTimeOffset At(int day) => RigaDays.StartOf(Day(day)).AddHours(12);

    private static DateTimeOffset End(int day) => RigaDays.StartOf(Day(day).AddDays(1)).AddMicroseconds(-1);
}
