using EventKb.Domain;
using EventKb.Ledger;
using EventKb.ReadModels;
using EventKb.ReadModels.Bitemporal;
using EventKb.ReadModels.Governance;

namespace EventKb.Server.Governance;

/// <summary>The rules in force as of the ledger's head: what has been recorded before the command counts for it.</summary>
internal sealed class RulesAtHead(TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private (ReadModelStore Store, ProjectionRunner Runner, EventFeed Feed)? _sources;

    /// <summary>Says where to read, once the ledger that asks is open.</summary>
    public void Read(ReadModelStore store, ProjectionRunner runner, EventFeed feed) => _sources = (store, runner, feed);

    public async Task<ProcessRules> InForce(InstitutionCode institution, CancellationToken cancellation)
    {
        var (store, runner, feed) = _sources ?? throw new InvalidOperationException("The server is not yet built.");
        var head = (await feed.Head(cancellation)).Size;
        if (!await runner.WaitFor(head, Patience, cancellation))
            throw new LedgerUnavailableException($"The rules in force are not known: the read models have not reached position {head}.");
        await using var session = store.OpenSession();
        return await ProcessQueries.RulesInForce(session, institution, RigaDays.Of(clock.GetUtcNow()), session.Checkpoint.Position);
    }
}
