using EventKb.Domain;

namespace EventKb.Server.Imports;

/// <summary>What takes rows: the ledger of a data folder, or a running server.</summary>
internal abstract class ImportTarget : IAsyncDisposable
{
    /// <summary>Makes sure that the institution is registered.</summary>
    public abstract Task Register(InstitutionCode institution, string name, DateOnly from, CancellationToken cancellation);

    /// <summary>How far a source was imported.</summary>
    public abstract Task<ImportSource> Source(InstitutionCode institution, string repository, CancellationToken cancellation);

    /// <summary>The institution's imported articles whose files their sources had as of a position.</summary>
    public abstract IAsyncEnumerable<SourceFile> Articles(InstitutionCode institution, long position, CancellationToken cancellation);

    /// <summary>
    /// Takes rows in order: they stand so in the ledger, and each acknowledgement comes in that order when its row is committed.
    /// </summary>
    public abstract IAsyncEnumerable<ImportAcknowledgement> Send(
        InstitutionCode institution, string repository, IAsyncEnumerable<ImportRow> rows, CancellationToken cancellation);

    /// <summary>Takes rows of a request management system (null = the institution's only one) in the same way.</summary>
    public abstract IAsyncEnumerable<RecordAcknowledgement> Send(
        InstitutionCode institution, string? system, IAsyncEnumerable<RecordRow> rows, CancellationToken cancellation);

    /// <summary>Takes rows of a register in the same way.</summary>
    public abstract IAsyncEnumerable<RegisterAcknowledgement> Send<TRow>(
        InstitutionCode institution, IAsyncEnumerable<TRow> rows, CancellationToken cancellation) where TRow : RegisterRow, IRegister;

    /// <summary>
    /// Ends what is in force as far as a register goes and has no row in it (or says what would end); rows that are there are given.
    /// </summary>
    public abstract IAsyncEnumerable<RegisterAcknowledgement> EndAbsent<TRow>(InstitutionCode institution, RegisterScope scope,
        IAsyncEnumerable<TRow> present, bool dryRun, CancellationToken cancellation) where TRow : RegisterRow, IWholeRegister<TRow>;

    /// <summary>Records that everything up to a commit is imported; gives the number of events, or why it was refused.</summary>
    public abstract Task<ImportAcknowledgement> Complete(
        InstitutionCode institution, string repository, ImportCompletion completion, CancellationToken cancellation);

    /// <summary>Where the ledger stands.</summary>
    public abstract Task<ImportHead> Head(CancellationToken cancellation);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
