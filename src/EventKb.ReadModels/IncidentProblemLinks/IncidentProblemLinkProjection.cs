using EventKb.Domain.IncidentProblemLinks;

namespace EventKb.ReadModels.IncidentProblemLinks;

/// <summary>A row for each step that was taken with a link.</summary>
public sealed class IncidentProblemLinkProjection : Projection
{
    /// <inheritdoc/>
    public override int Version => 1;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Tables { get; } = ["incident_problem_links", "incident_problem_link_versions"];

    /// <inheritdoc/>
    public override void Apply(StreamStep step, ReadModelWriter rows)
    {
        if (step.After.State is not IncidentProblemLinkState { Pair: { } pair, State: { } state } link)
            return;
        var by = step.Recorded.Metadata;
        IncidentProblemLinkQueries.Versions.Write(step, rows, [("incident", pair.Incident), ("problem", pair.Problem)],
        [
            ("state", RowJson.Name(state)), ("rule", link.Rule), ("confidence", link.Confidence), ("text_position", link.Texts?.At),
            ("person", by.Person.Value), ("on_behalf_of", by.OnBehalfOf?.Value), ("duty", RowJson.Name(by.Duty)),
            ("acting_institution", by.Institution.Value), ("via", RowJson.Name(by.Via)), ("reason_code", by.ReasonCode),
            ("occurred_at", Micros.From(step.Recorded.OccurredAt)),
        ]);
    }
}
