using EventKb.Domain.Citations;

namespace EventKb.ReadModels.Citations;

/// <summary>A row for each use of a version, and one for each thing that was said of it.</summary>
public sealed class CitationProjection : Projection
{
    /// <inheritdoc/>
    public override int Version => 1;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Tables { get; } = ["citations", "citation_versions"];

    /// <inheritdoc/>
    public override void Apply(StreamStep step, ReadModelWriter rows)
    {
        if (step.After.State is not CitationState { Recorded: { } cited } state)
            return;
        var (by, at, over) = (step.Recorded.Metadata, Micros.From(step.Recorded.OccurredAt), state.IsWithdrawn);
        CitationQueries.Versions.Write(step, rows,
        [
            ("article", cited.Used.Stream), ("revision", cited.Used.Number), ("revision_position", cited.Used.Position), ("record", cited.Record),
            ("person", by.Person.Value), ("on_behalf_of", by.OnBehalfOf?.Value), ("duty", RowJson.Name(by.Duty)),
            ("support_level", cited.SupportLevel), ("used_at", at),
        ],
        [
            ("outcome", RowJson.Name(state.Outcome)), ("useful", state.Useful), ("rating_position", state.RatingComment?.At), ("withdrawn", over),
            ("withdrawn_by", over ? by.Person.Value : null), ("reason_code", over ? by.ReasonCode : null), ("withdrawn_at", over ? at : null),
        ]);
    }
}
