using System.Collections.Concurrent;
using EventKb.Domain;
using EventKb.Ledger.Integrity;
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
    private readonly LastPositions _last;
    private readonly Wakeup _wakeup = new();
    private readonly ConcurrentDictionary<string, Task> _inFlight = new(StringComparer.Ordinal);
    private volatile HeadState _head;

    private SqliteLedgerStore(LedgerFile file, string origin, HeadState head, TimeProvider time, byte[] pseudonymKey)
    {
        (_file, _origin, _head) = (file, origin, head);
        _clock = new LedgerClock(time);
        _readers = new ReaderPool(file);
        _last = new LastPositions(category => _readers.Use(reader => reader.LastOf(category)));
        _writer = new WriterThread(file, origin, _clock, _last, Committed);
        Pseudonyms = new Pseudonyms(pseudonymKey);
    }

    /// <inheritdoc/>
    public override LedgerHead Head => _head.Of(_origin);

    /// <inheritdoc/>
    public override Pseudonyms Pseudonyms { get; }

    /// <inheritdoc/>
    public override Wording? NotReadyBecause => _writer.Failure is { } outage
        ? $"Nothing can be stored ({outage.Message.TrimEnd('.')}). Free space on the disk; it is tried again each second."
        : _clock.FaultAfter(_head.RecordedAt);

    /// <summary>
    /// Opens the file, or makes it with the given origin. Head, tail and schema are checked, which takes no longer for a long ledger;
    /// <see cref="LedgerDamagedException"/> where they are wrong.
    /// </summary>
    public static SqliteLedgerStore Open(string path, string origin, TimeProvider time, Secrets? secrets = null)
    {
        var file = new LedgerFile(path);
        secrets ??= Secrets.Random;
        try
        {
            if (!File.Exists(path))
                file.Create(origin, secrets.PseudonymKey());
            var (head, key) = OpeningCheck.Run(file, secrets);
            return new SqliteLedgerStore(file, head.Origin, new HeadState(head.Size, head.RecordedAt, head.Frontier), time, key);
        }
        catch (SqliteException failure) when (LedgerFile.IsDamage(failure))
        {
            throw new LedgerDamagedException("database", $"SQLite says: {failure.Message.TrimEnd('.')}.", failure);
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
    public override ValueTask<long> LastOf(string category) => ValueTask.FromResult(_last.Of(category));

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
    private protected override LedgerSnapshot Snapshot() => new SqliteSnapshot(_file.OpenReader());

    /// <summary>Runs something on the connection that writes, between what others write.</summary>
    internal Task OnWriter(Action<SqliteConnection> run) => _writer.Run(run);

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
