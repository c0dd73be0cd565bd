using EventKb.Domain.KnownErrors;

namespace EventKb.ReadModels.KnownErrors;

/// <summary>A row for each version of a known error, and when versions of articles cannot be workarounds.</summary>
public sealed class KnownErrorProjection : Projection
{
    /// <inheritdoc/>
    public override int Version => 1;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Tables { get; } = ["known_errors", "known_error_versions", "unusable_versions"];

    /// <inheritdoc/>
    public override void Apply(StreamStep step, ReadModelWriter rows)
    {
        UnusableVersions.Write(step, rows);
        if (step.After.State is not KnownErrorState { Problem: { } problem } known)
            return;
        var workaround = known.Workaround ?? known.Lost?.Workaround;
        KnownErrorQueries.Versions.Write(step, rows, [("problem", problem)],
        [
            ("status", RowJson.Name(known.Status)), ("text_position", known.Texts?.At), ("cause_position", known.Cause?.At),
            ("workaround", workaround?.Stream), ("workaround_number", workaround?.Number), ("workaround_position", workaround?.Position),
            ("workaround_ended", known.Lost is null ? 0 : 1), ("workaround_loss", RowJson.Name(known.Lost?.Loss)),
            ("fix_change", known.FixChange), ("fixed_at", known.Fix is { } fix ? Micros.From(fix.At) : null),
            ("fixed_by", known.Fix?.Person.Value), ("fixed_for", known.Fix?.OnBehalfOf?.Value), ("considered_at", known.ConsideredAt),
            ("reopening_for", known.ReopeningFor), ("occurred_at", Micros.From(step.Recorded.OccurredAt)),
        ]);
    }
}
