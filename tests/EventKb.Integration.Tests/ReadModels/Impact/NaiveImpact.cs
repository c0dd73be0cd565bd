using EventKb.Domain.Citations;
using EventKb.Domain.IncidentProblemLinks;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Domain.KnownErrors;
using EventKb.Domain.ServiceRecords;
using EventKb.ReadModels.Impact;
using static EventKb.ReadModels.Impact.ImpactKind;

namespace EventKb.Integration.Tests.ReadModels.Impact;

/// <summary>What an article touches, by walking over the states that all streams had at a pin.</summary>
internal sealed class NaiveImpact(MemoryLedger ledger, long position, DateTimeOffset valid)
{
    private readonly StatesAt _states = new(ledger, position, valid);

    public IEnumerable<string> Of(string article)
    {
        var problems = All<KnownErrorState>().Where(k => (k.State.Workaround ?? k.State.Lost?.Workaround)?.Stream == article).ToList();
        var cited = All<CitationState>().Where(c => !c.State.IsWithdrawn && c.State.Recorded!.Used.Stream == article).ToList();
        var incidents = cited.Select(c => c.State.Recorded!.Record).Concat(All<IncidentProblemLinkState>()
            .Where(l => l.State.State == LinkState.ConfirmedBySource && problems.Any(p => p.State.Problem == l.State.Pair!.Problem))
            .Select(l => l.State.Pair!.Incident)).ToHashSet();
        var open = All<ServiceRecordState>().Where(r => incidents.Contains(r.Id) && r.State.Facts is { Phase: RecordPhase.Open }).Select(r => r.Id);
        var about = All<KnowledgeArticleState>().Where(a => a.Id == article).SelectMany(a => a.State.Classification.Services);
        return Named(OpenIncident, open).Concat(Named(ImpactKind.KnownError, problems.Select(p => p.Id))).Concat(Named(ImpactKind.Citation, cited.Select(c => c.Id)))
            .Concat(Named(Copy, Copies(article))).Concat(Named(Service, about));
    }

    private static IEnumerable<string> Named(ImpactKind kind, IEnumerable<string> ids) => ids.Select(id => $"{kind} {id}");

    private HashSet<string> Copies(string article)
    {
        var (found, ahead) = (new HashSet<string>(), new Queue<string>([article]));
        while (ahead.TryDequeue(out var from))
            foreach (var (id, state) in All<KnowledgeArticleState>())
                if ((state.AdoptedFrom?.Stream == from || state.Relations.Any(r => r.Key.Type == RelationType.Adapts && r.Key.Target.Stream == from))
                    && id != article && found.Add(id))
                    ahead.Enqueue(id);
        return found;
    }

    private IEnumerable<(string Id, T State)> All<T>() => _states.All<T>();
}
