using EventKb.Domain.Persons;
using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.Persons;

/// <summary>A row for each version of an account of a sign-in provider.</summary>
public sealed class IdentityProjection : Projection
{
    internal static readonly VersionTable Versions = new("identities", "identity_versions");

    /// <inheritdoc/>
    public override int Version => 1;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Tables { get; } = ["identities", "identity_versions"];

    /// <inheritdoc/>
    public override void Apply(StreamStep step, ReadModelWriter rows)
    {
        if (step.After.State is IdentityState { Status: { } status } known)
            Versions.Write(step, rows, [],
            [
                ("status", RowJson.Name(status)), ("person", known.Person?.Value), ("proposed_by", known.Proposers[0].Value),
                ("text_position", known.Account?.At), ("event_id", step.Recorded.EventId),
            ]);
    }
}
