namespace EventKb.ReadModels.Lineage;

/// <summary>The edges of lineage, whatever states them.</summary>
public sealed class LineageProjection : Projection
{
    /// <inheritdoc/>
    public override int Version => 1;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Tables { get; } = ["lineage_edges"];

    /// <inheritdoc/>
    public override void Apply(StreamStep step, ReadModelWriter rows) =>
        LineageKinds.Of(step.Recorded.Stream)?.Write(step, new LineageRows(step, rows));
}
