using EventKb.Domain;

namespace EventKb.Server.Imports;

/// <summary>What takes rows: the ledger of a data folder, or a running server.</summary>
internal abstract class ImportTarget : IAsyncDisposable
{
    /// <summary>Makes sure that the institution is registered.</summary>
    public abstract Task Register(InstitutionCode institution, string name, DateOnly from, CancellationToken cancellation);

    /// <summary>
    /// Takes rows in order; each acknowledgement comes when its row is committed, in the order of the rows. Rows of one article
    /// are taken one after the other, rows of different articles together.
    /// </summary>
    public abstract IAsyncEnumerable<ImportAcknowledgement> Send(
        InstitutionCode institution, IAsyncEnumerable<ImportRow> rows, CancellationToken cancellation);

    /// <summary>Where the ledger stands.</summary>
    public abstract Task<ImportHead> Head(CancellationToken cancellation);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
