namespace EventKb.ReadModels.Lineage;

/// <summary>The edges of lineage, whatever states them.</summary>
public sealed class LineageProjection : Projection
{
    /// <inheritdoc/>
    public override int Version => 2;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Tables { get; } = ["lineage_edges", "lineage_newest"];

    /// <inheritdoc/>
    public override void Apply(StreamStep step, ReadModelWriter rows) =>
        LineageKinds.Of(step.Recorded.Stream)?.Write(step, new LineageRows(step, rows));
}
