using EventKb.Domain.ServiceRecords;

namespace EventKb.ReadModels.ServiceRecords;

/// <summary>A row per version of each record of the request management system.</summary>
public sealed class ServiceRecordProjection : Projection
{
    /// <inheritdoc/>
    public override int Version => 1;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Tables { get; } = ["service_records", "service_record_versions"];

    /// <inheritdoc/>
    public override void Apply(StreamStep step, ReadModelWriter rows)
    {
        if (step.After.State is not ServiceRecordState { Registered: { } record } state)
            return;
        ServiceRecordQueries.Versions.Write(step, rows,
            [("system", record.System), ("kind", RowJson.Name(record.Kind)), ("number", record.Number)], Columns(state));
    }

    private static (string, object?)[] Columns(ServiceRecordState state)
    {
        var facts = state.Facts;
        return
        [
            ("text_position", state.Texts?.At), ("row", state.Row == 0 ? null : state.Row),
            ("facts", state.IsReported ? RowJson.Write(facts) : null), ("state", facts.State),
            ("phase", state.IsReported ? RowJson.Name(facts.Phase) : null), ("deviation", RowJson.Name(facts.Deviation)), ("service", facts.Service),
            ("resource", facts.Resource), ("priority", facts.Priority), ("major", facts.Major), ("support_level", facts.SupportLevel),
            ("support_channel", RowJson.Name(facts.SupportChannel)), ("team", facts.Group), ("assignee", facts.Assignee?.Value),
            ("opened_at", Micros.From(facts.OpenedAt)), ("restored_at", Micros.From(facts.RestoredAt)),
            ("resolved_at", Micros.From(facts.ResolvedAt)), ("closed_at", Micros.From(facts.ClosedAt)), ("problem", facts.Problem),
            ("caused_by_change", facts.CausedByChange), ("resolved_by_change", facts.ResolvedByChange), ("parent", facts.Parent),
            ("duplicate_of", facts.DuplicateOf),
        ];
    }
}
