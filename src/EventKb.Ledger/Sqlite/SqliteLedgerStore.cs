using System.Collections.Concurrent;
using EventKb.Ledger.Archive;
using Microsoft.Data.Sqlite;

namespace EventKb.Ledger.Sqlite;

/// <summary>The ledger in one SQLite file (WAL, synchronous = FULL).</summary>
internal sealed class SqliteLedgerStore : LedgerStore
{
    private readonly LedgerFile _file;
    private readonly string _origin;
    private readonly LedgerClock _clock;
    private readonly WriterThread _writer;
    private readonly ReaderPool _readers;
    private readonly Wakeup _wakeup = new();
    private readonly ConcurrentDictionary<string, Task> _inFlight = new(StringComparer.Ordinal);
    private volatile HeadState _head;

    private SqliteLedgerStore(LedgerFile file, string origin, HeadState head, TimeProvider time)
    {
        (_file, _origin, _head) = (file, origin, head);
        _clock = new LedgerClock(time);
        _readers = new ReaderPool(file);
        _writer = new WriterThread(file, origin, _clock, Committed);
        Persons = new SqlitePersonDirectory(_writer, file);
    }

    /// <inheritdoc/>
    public override LedgerHead Head => _head.Of(_origin);

    /// <inheritdoc/>
    public override PersonDirectory Persons { get; }

    /// <inheritdoc/>
    public override string? NotReadyBecause => _writer.Failure is { } outage
        ? $"Nothing can be stored ({outage.Message.TrimEnd('.')}). Free space on the disk; it is tried again each second."
        : _clock.FaultAfter(_head.RecordedAt);

    /// <summary>Opens the file, or makes it with the given origin; nothing is verified yet.</summary>
    public static SqliteLedgerStore Open(string path, string origin, TimeProvider time)
    {
        var file = new LedgerFile(path);
        try
        {
            file.Upgrade();
            using var writer = file.OpenWriter();
            using var create = new Statement(writer,
                "INSERT INTO ledger_head (id, origin, size, recorded_at, frontier) "
                + "VALUES (1, ?, 0, 0, x'') ON CONFLICT DO NOTHING");
            create.Bind(1, origin).Run();
            using var stored = new Statement(writer, "SELECT origin FROM ledger_head WHERE id = 1");
            stored.Step();
            return new SqliteLedgerStore(file, stored.Text(0), HeadState.Load(writer), time);
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is 11 or 26)
        {
            throw new LedgerDamagedException("database", failure.Message, failure);
        }
    }

    /// <inheritdoc/>
    public override Task Append(PendingWrite write)
    {
        var stored = _writer.Append(write);
        if (stored.IsCompleted)
            return stored;
        _inFlight[write.Stream] = stored;
        return Decided(write.Stream, stored);
    }

    /// <inheritdoc/>
    public override Task Replay(string stream, long fromVersion, long toVersion, long most, Action<StoredEvent> each)
    {
        _readers.Use(reader =>
        {
            reader.Replay(stream, fromVersion, toVersion, most, each);
            return true;
        });
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override async Task<long> HighestVersion(string stream)
    {
        if (_inFlight.TryGetValue(stream, out var write))
            await write.ContinueWith(_ => { }, TaskScheduler.Default);
        return _readers.Use(reader => reader.HighestVersion(stream));
    }

    /// <inheritdoc/>
    public override Task<IReadOnlyList<StoredEvent>> Read(long after, int most, CancellationToken cancellation = default)
    {
        // What is committed has no root for readers until its head is published, so nothing beyond the head is given.
        var size = _head.Size;
        return Task.FromResult<IReadOnlyList<StoredEvent>>(after >= size ? []
            : _readers.Use(reader => reader.Read(after, (int)Math.Min(most, size - after))));
    }

    /// <inheritdoc/>
    public override Task<StoredCommand?> FindCommand(string stream, string commandId, CancellationToken cancellation = default) =>
        Task.FromResult(_readers.Use(reader => reader.FindCommand(stream, commandId)));

    /// <inheritdoc/>
    public override Task<string> RootAt(long size, CancellationToken cancellation = default)
    {
        var head = _head;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, head.Size);
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        return Task.FromResult(size == head.Size ? head.Root
            : Convert.ToHexStringLower(_readers.Use(reader => reader.RootAt(size))));
    }

    /// <inheritdoc/>
    public override Task Changed(long position, CancellationToken cancellation = default) =>
        _wakeup.Wait(() => _head.Size > position, cancellation);

    /// <inheritdoc/>
    public override Task Verify(IProgress<long>? progress = null, CancellationToken cancellation = default) =>
        Task.Run(() => new Verification(_file, _origin, _head, progress).Run(cancellation), cancellation);

    /// <inheritdoc/>
    public override Task Export(Stream archive, IProgress<long>? progress = null, CancellationToken cancellation = default) =>
        Task.Run(() =>
        {
            using var connection = _file.OpenReader();
            ArchiveFile.Write(archive, new SqliteExport(connection, _origin, progress).Lines(cancellation));
        }, cancellation);

    /// <summary>Runs something on the connection that writes, between what others write.</summary>
    internal Task OnWriter(Action<SqliteConnection> run) => _writer.Run(run);

    /// <summary>Takes an export into the file, which must hold no events yet.</summary>
    public static Task Restore(string path, Stream archive, IProgress<long>? progress = null,
        CancellationToken cancellation = default) =>
        Task.Run(() => new SqliteRestore(new LedgerFile(path), progress).Run(archive, cancellation), cancellation);

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        _writer.Dispose();
        _readers.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Committed(HeadState head)
    {
        _head = head;
        _wakeup.Pulse();
    }

    private async Task Decided(string stream, Task stored)
    {
        try
        {
            await stored;
        }
        finally
        {
            _inFlight.TryRemove(new KeyValuePair<string, Task>(stream, stored));
        }
    }
}
