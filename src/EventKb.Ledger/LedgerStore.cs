using EventKb.Domain;
using EventKb.Ledger.Archive;
using EventKb.Ledger.Integrity;

namespace EventKb.Ledger;

/// <summary>
/// The ledger's one table and what belongs to it, on one kind of database. Every backend passes the same conformance suite.
/// </summary>
public abstract class LedgerStore : IAsyncDisposable
{
    /// <summary>Where the ledger stands, as of the last commit.</summary>
    public abstract LedgerHead Head { get; }

    /// <summary>Pseudonyms of those whom sources know.</summary>
    public abstract Pseudonyms Pseudonyms { get; }

    /// <summary>Why nothing can be written now, or null when all is well.</summary>
    public abstract Wording? NotReadyBecause { get; }

    /// <summary>
    /// Stores a command's events together, or none of them. Completes after the commit, with positions and time in the events.
    /// A write not begun before its deadline is dropped.
    /// </summary>
    public abstract Task Append(PendingWrite write);

    /// <summary>A stream's events in order of version, structure only.</summary>
    public abstract Task Replay(string stream, long fromVersion, long toVersion, long most, Action<StoredEvent> each);

    /// <summary>Highest version of a stream once its writes in flight are decided; 0 = no such stream.</summary>
    public abstract Task<long> HighestVersion(string stream);

    /// <summary>
    /// Position of the last event in any stream of a category; 0 = none. An append whose <see cref="PendingWrite.DecidedBy"/> is before it
    /// is refused.
    /// </summary>
    public abstract ValueTask<long> LastOf(string category);

    /// <summary>
    /// Up to <paramref name="most"/> events after a position with their texts, at least one where there is one.
    /// </summary>
    public abstract Task<IReadOnlyList<StoredEvent>> Read(long after, int most, CancellationToken cancellation = default);

    /// <summary>What an accepted command stored, or null.</summary>
    public abstract Task<StoredCommand?> FindCommand(string stream, string commandId, CancellationToken cancellation = default);

    /// <summary>Root hash (64 hex digits) of the first leaves.</summary>
    public abstract Task<string> RootAt(long size, CancellationToken cancellation = default);

    /// <summary>Completes when the size may have passed the position; at the latest after one second.</summary>
    public abstract Task Changed(long position, CancellationToken cancellation = default);

    /// <summary>What <see cref="Verify"/> found; no command is taken from then on, since each would make it worse. Null = nothing.</summary>
    public LedgerDamagedException? Damage { get; private set; }

    /// <summary>
    /// Recomputes everything that the ledger claims from what is stored, as of one moment, while others write;
    /// <see cref="LedgerDamagedException"/> where it differs. Beside other work it takes one core, else all of them.
    /// </summary>
    public Task Verify(IProgress<long>? progress = null, bool beside = false, CancellationToken cancellation = default) => Task.Run(() =>
    {
        try
        {
            using var snapshot = Snapshot();
            new Verification(snapshot, progress, beside ? 1 : Environment.ProcessorCount).Run(cancellation);
        }
        catch (LedgerDamagedException damage)
        {
            Damage = damage;
            throw;
        }
    }, cancellation);

    /// <summary>Writes the whole ledger as of now, texts, salts and the key of pseudonyms included: the result is secret.</summary>
    public Task Export(Stream archive, IProgress<long>? progress = null, CancellationToken cancellation = default) => Task.Run(() =>
    {
        using var snapshot = Snapshot();
        ArchiveFile.Write(archive, ArchiveLines.Of(snapshot, progress, cancellation));
    }, cancellation);

    /// <summary>Everything stored, in one moment's view.</summary>
    private protected abstract LedgerSnapshot Snapshot();

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}

/// <summary>What an accepted command stored.</summary>
public sealed record StoredCommand(long FirstVersion, long LastVersion, long FirstPosition, long LastPosition);

/// <summary>Texts of one event as stored, erased all together.</summary>
/// <param name="TextDigest">Digest of title, summary, body and sections.</param>
/// <param name="BodySha256">SHA-256 of the body's UTF-8 bytes.</param>
/// <param name="Salt">Key of the commitment.</param>
/// <param name="Bytes">The content's JSON.</param>
public sealed record StoredContent(string TextDigest, string? BodySha256, byte[] Salt, byte[] Bytes)
{
    /// <summary>True where a store keeps the row of erased texts, which is zeros then.</summary>
    public bool IsErased => Salt.Length > 0 && !Salt.AsSpan().ContainsAnyExcept((byte)0);

    /// <summary>True where nothing but zeros is left.</summary>
    internal bool IsZeros => IsErased && IsZero(TextDigest) && IsZero(BodySha256) && !Bytes.AsSpan().ContainsAnyExcept((byte)0);

    private static bool IsZero(string? digest) => !digest.AsSpan().ContainsAnyExcept('\0');
}
