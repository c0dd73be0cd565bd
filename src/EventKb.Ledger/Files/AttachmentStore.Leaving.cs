namespace EventKb.Ledger.Files;

/// <content>Files that somebody is about to attach, and files that are about to go.</content>
public sealed partial class AttachmentStore
{
    private readonly Lock _deciding = new();
    private readonly Dictionary<string, int> _held = [];
    private readonly HashSet<string> _leaving = [];

    /// <summary>Keeps a file from being deleted until the result is disposed of; null where it is not here or is going.</summary>
    public IDisposable? Hold(string sha256)
    {
        lock (_deciding)
        {
            if (!Contains(sha256) || _leaving.Contains(sha256))
                return null;
            _held[sha256] = _held.GetValueOrDefault(sha256) + 1;
            return new Holding(this, sha256);
        }
    }

    /// <summary>
    /// Deletes a file durably and gives its space back, unless something still needs it. While this is checked nobody can hold the file;
    /// an upload meanwhile keeps it. Somebody who is reading it can finish.
    /// </summary>
    /// <returns>False where somebody holds it or <paramref name="isNeeded"/> cannot tell yet (null): try again later.</returns>
    public async Task<bool> DeleteUnless(string sha256, Func<Task<bool?>> isNeeded)
    {
        lock (_deciding)
        {
            if (_held.ContainsKey(sha256))
                return false;
            _leaving.Add(sha256);
        }

        try
        {
            var needed = await isNeeded();
            if (needed is false)
                Delete(sha256);
            return needed is not null;
        }
        finally
        {
            lock (_deciding)
                _leaving.Remove(sha256);
        }
    }

    /// <summary>When the file was last kept.</summary>
    public DateTimeOffset LastKept(string sha256) => File.GetLastWriteTimeUtc(PathOf(sha256));

    /// <summary>True where the file is here already; it counts as kept just now.</summary>
    private bool IsKeptAnew(string sha256)
    {
        lock (_deciding)
        {
            _leaving.Remove(sha256);
            if (!Contains(sha256))
                return false;
            File.SetLastWriteTimeUtc(PathOf(sha256), RealTime.UtcNow.UtcDateTime);
            return true;
        }
    }

    private void Delete(string sha256)
    {
        lock (_deciding)
        {
            if (!_leaving.Contains(sha256) || !Contains(sha256))
                return;
            var bytes = new FileInfo(PathOf(sha256)).Length;
            File.Delete(PathOf(sha256));
            DirectorySync.Flush(Path.GetDirectoryName(PathOf(sha256))!);
            Interlocked.Add(ref _used, -bytes);
        }
    }

    private void Release(string sha256)
    {
        lock (_deciding)
        {
            if (--_held[sha256] == 0)
                _held.Remove(sha256);
        }
    }

    private sealed class Holding(AttachmentStore store, string sha256) : IDisposable
    {
        private int _released;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _released, 1) == 0)
                store.Release(sha256);
        }
    }
}
