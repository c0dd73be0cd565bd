using EventKb.Domain;
using EventKb.Domain.Catalogue;
using EventKb.Domain.Ownership;
using EventKb.Ledger;
using EventKb.ReadModels.Catalogue;
using EventKb.ReadModels.Ownership;

namespace EventKb.Server.Policies;

/// <summary>Who holds which duty as far as the read models know; they are waited for only where a duty changed beyond that.</summary>
internal sealed class DutiesKnown(ViewsToCome views, TimeProvider clock)
{
    /// <summary>Categories of the streams whose events change duties, or what they are about.</summary>
    public static IReadOnlyList<string> From { get; } = [OwnershipAssignment.Category, CatalogueEntry.Category];

    private readonly KindsOfEntries _kinds = new();

    public async Task<DutiesRead> On(PersonId person, long since, TimeSpan mostWait, CancellationToken cancellation)
    {
        await using var session = await views.Reached(since, mostWait,
            () => $"Who holds which duty is not known: the read models have not reached position {since}.", cancellation);
        var pin = session.Head(clock.GetUtcNow());
        return new(await DutiesOfPerson.At(session, pin, person), await _kinds.In(session), session.Checkpoint.Position);
    }
}
