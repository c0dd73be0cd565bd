using System.Security.Cryptography;
using EventKb.Domain;
using EventKb.Ledger.Archive;
using EventKb.Ledger.Sqlite;

namespace EventKb.Ledger;

/// <summary>A ledger in a data folder, opened by this process alone.</summary>
public sealed class EmbeddedLedger : IAsyncDisposable
{
    /// <summary>Name of the database file in the data folder.</summary>
    public const string FileName = "ledger.db";

    // Which database it is, is said here and nowhere else.
    private static readonly Func<string, LedgerPlace> In = dataFolder => new SqlitePlace(Path.Combine(dataFolder, FileName));

    private readonly DataFolderLock _lock;
    private readonly RunningLedger _running;

    private EmbeddedLedger(DataFolderLock @lock, LedgerStore store, LedgerOptions options)
    {
        (_lock, Store, Time) = (@lock, store, options.Time);
        _running = RunningLedger.Start(store, options);
    }

    /// <summary>Where commands go in.</summary>
    public CommandGateway Gateway => _running.Gateway;

    /// <summary>Where events come out.</summary>
    public EventFeed Feed => _running.Feed;

    /// <summary>Pseudonyms of those whom sources know.</summary>
    public Pseudonyms Pseudonyms => Store.Pseudonyms;

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>The database.</summary>
    public LedgerStore Store { get; }

    /// <summary>Why nothing can be written now, or null when all is well.</summary>
    public Wording? NotReadyBecause => Store.Damage?.Wording ?? Store.NotReadyBecause;

    /// <summary>
    /// Opens the ledger of a data folder, or makes one. <see cref="DataFolderInUseException"/> when another process has it,
    /// <see cref="LedgerDamagedException"/> when what is stored contradicts itself, <see cref="LedgerLostException"/> when it is not
    /// what its traces in the folder tell of, <see cref="DataFolderRefusedException"/> when the folder is not this user's.
    /// </summary>
    public static async Task<EmbeddedLedger> Open(string dataFolder, LedgerOptions options,
        CancellationToken cancellation = default)
    {
        _ = EventTypes.Current; // A mistake in the events' names stops here, not at the first such event.
        DataFolder.Prepare(dataFolder);
        var folderLock = DataFolderLock.Take(dataFolder);
        LedgerStore? store = null;
        try
        {
            if (options.ClosesFolder && DataFolder.Close(dataFolder))
                options.Notice($"Others could read the data folder '{dataFolder}'; now its owner alone can (modes 0700 and 0600).");
            var (place, traces) = (In(dataFolder), options.Traces(dataFolder));
            if (!place.Exists && traces.Count > 0)
                throw LedgerTrace.Missing(dataFolder, traces);
            var origin = options.Origin ?? $"eventkb.local/{RandomNumberGenerator.GetHexString(16, lowercase: true)}";
            store = place.Open(origin, options.Time, options.Secrets);
            foreach (var trace in traces)
                await trace.Check(store.Head, async position => await store.RootAt(position, cancellation));
            if (options.Verify)
                await store.Verify(options.VerifyProgress, cancellation: cancellation);
            return new EmbeddedLedger(folderLock, store, options);
        }
        catch
        {
            if (store is not null)
                await store.DisposeAsync();
            folderLock.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Checks everything stored, on a copy in a temporary folder: nothing in the data folder changes, whatever state it is in.
    /// <see cref="LedgerDamagedException"/> where something is not what it must be, <see cref="LedgerLostException"/> as in
    /// <see cref="Open"/>.
    /// </summary>
    public static async Task<LedgerHead> Verify(string dataFolder, Func<string, IReadOnlyList<LedgerTrace>>? tracesOf = null,
        IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        using var folderLock = DataFolderLock.TakeToRead(dataFolder);
        var (place, traces) = (In(dataFolder), tracesOf?.Invoke(dataFolder) ?? []);
        if (!place.Exists)
            throw traces.Count > 0 ? LedgerTrace.Missing(dataFolder, traces)
                : new LedgerDamagedException("database", $"There is no {FileName} in {dataFolder}.");
        return await Task.Run(() => place.Verify(traces, progress, cancellation), cancellation);
    }

    /// <summary>
    /// Takes an export into a data folder without events: stored bytes verbatim, everything recomputed and equal to what the export
    /// claims and to the root (64 hex digits) that was kept elsewhere, where one is given; or
    /// <see cref="RestoreRefusedException"/> and nothing stored.
    /// </summary>
    public static async Task Restore(string dataFolder, Stream archive, string? root = null, IProgress<long>? progress = null,
        CancellationToken cancellation = default)
    {
        DataFolder.Prepare(dataFolder);
        using var folderLock = DataFolderLock.Take(dataFolder);
        DataFolder.Close(dataFolder);
        var restore = new ArchiveRestore(root, progress);
        await Task.Run(() => In(dataFolder).Restore(target => restore.Run(archive, target, cancellation)), cancellation);
    }

    /// <summary>Writes everything to a stream; <see cref="Restore"/> takes it back. The result is secret.</summary>
    public Task Export(Stream archive, IProgress<long>? progress = null, CancellationToken cancellation = default) =>
        Store.Export(archive, progress, cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _running.DisposeAsync();
        await Store.DisposeAsync();
        _lock.Dispose();
    }
}
