using EventKb.Domain.Access;

namespace EventKb.ReadModels.Access;

/// <summary>A row for each time in which somebody wrote without signing in although that was required.</summary>
public sealed class LedgerAccessProjection : Projection
{
    /// <inheritdoc/>
    public override int Version => 1;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Tables { get; } = ["glass_breaks"];

    /// <inheritdoc/>
    public override void Apply(StreamStep step, ReadModelWriter rows)
    {
        if (step is not { Before.State: LedgerAccessState before, After.State: LedgerAccessState after } || before.BrokenAt == after.BrokenAt)
            return;
        if (before.BrokenAt is { } broken)
            rows.Execute("UPDATE glass_breaks SET until = @until WHERE position = @position", ("@until", step.Position), ("@position", broken));
        if (after.BrokenAt is not null)
            rows.Insert("glass_breaks", ("position", step.Position), ("until", Micros.Open), ("person", step.Recorded.Metadata.Person.Value),
                ("recorded_at", Micros.From(step.Recorded.RecordedAt)));
    }
}
