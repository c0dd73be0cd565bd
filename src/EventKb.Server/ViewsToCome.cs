using EventKb.Domain;
using EventKb.Ledger;
using EventKb.ReadModels;

namespace EventKb.Server;

/// <summary>The read models, for what the ledger asks of them: it is open before they are.</summary>
internal sealed class ViewsToCome
{
    private (ReadModelStore Store, ProjectionRunner Runner)? _views;

    /// <summary>Says where to read.</summary>
    public void Are(ReadModelStore store, ProjectionRunner runner) => _views = (store, runner);

    /// <summary>A session that is not before a position, waited for as long as told; else <see cref="LedgerUnavailableException"/>.</summary>
    public async Task<ReadSession> Reached(long since, TimeSpan mostWait, Func<Wording> otherwise, CancellationToken cancellation)
    {
        var (store, runner) = _views ?? throw new InvalidOperationException("The server is not yet built.");
        return await runner.WaitFor(since, mostWait, cancellation) ? store.OpenSession() : throw new LedgerUnavailableException(otherwise());
    }
}
