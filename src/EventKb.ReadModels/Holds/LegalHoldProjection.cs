using EventKb.Domain.Holds;
using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.Holds;

/// <summary>A row for each version of the holds on something.</summary>
public sealed class LegalHoldProjection : Projection
{
    internal static readonly VersionTable Versions = new("legal_holds", "legal_hold_versions");

    /// <inheritdoc/>
    public override int Version => 1;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Tables { get; } = ["legal_holds", "legal_hold_versions"];

    /// <inheritdoc/>
    public override void Apply(StreamStep step, ReadModelWriter rows)
    {
        if (step.After.State is not LegalHoldState { Held: { } held } holds)
            return;
        var open = holds.OpenCases.Select(one => new OpenCase(one.Key, one.Value.LegalBasis)).ToList();
        Versions.Write(step, rows, [("held", held)], [("in_force", open.Count > 0), ("cases", RowJson.Write(open))]);
    }
}
