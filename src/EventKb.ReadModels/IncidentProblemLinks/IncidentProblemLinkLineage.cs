using EventKb.Domain.IncidentProblemLinks;
using EventKb.ReadModels.Lineage;

namespace EventKb.ReadModels.IncidentProblemLinks;

/// <summary>Links in lineage: while one holds, the problem comes from the incident, each as it was when that was said.</summary>
internal sealed class IncidentProblemLinkLineage : LineageKind
{
    private const string Linked = "linked-incident";

    public override string Category => IncidentProblemLink.Category;

    public override IReadOnlyDictionary<string, string> Types { get; } = new Dictionary<string, string> { [Linked] = ProvTerms.Influence };

    public override void Write(StreamStep step, LineageRows rows)
    {
        if (step is not { Before.State: IncidentProblemLinkState before, After.State: IncidentProblemLinkState { Pair: { } pair } after }
            || Holds(before) == Holds(after))
            return;
        if (Holds(before))
            rows.TakeBack(Linked);
        else if (rows.NewestOf(pair.Problem) is { } problem && rows.NewestOf(pair.Incident) is { } incident)
            rows.State(Linked, problem.Version, problem.At, incident.Version, incident.At);
    }

    private static bool Holds(IncidentProblemLinkState link) => link.State is LinkState.Confirmed or LinkState.ConfirmedBySource;
}
