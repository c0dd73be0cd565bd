using System.Security.Cryptography;
using EventKb.Domain;

namespace EventKb.Ledger.Files;

/// <summary>A file as it was kept: its SHA-256 (64 lower-case hex digits) and size.</summary>
public sealed record StoredFile(string Sha256, long Bytes);

/// <summary>Attached files by their SHA-256, in the data folder; a file is on disk before any command names it.</summary>
public sealed partial class AttachmentStore
{
    /// <summary>Bytes in one file.</summary>
    public const long MostBytes = 50L * 1024 * 1024;

    /// <summary>Name of the folder in a data folder that holds the files.</summary>
    public const string Folder = "files";

    private readonly string _folder;
    private readonly long _quota;
    private long _used;

    /// <summary>Opens the store; what an earlier process left half written is removed.</summary>
    /// <param name="dataFolder">Data folder; files are in <c>files/ab/…</c> below it.</param>
    /// <param name="quota">Bytes in all files together.</param>
    public AttachmentStore(string dataFolder, long quota = 20L * 1024 * 1024 * 1024)
    {
        (_folder, _quota) = (Path.Combine(dataFolder, Folder), quota);
        PrivateFiles.MakeFolder(_folder);
        PrivateFiles.MakeFolder(Incoming);
        foreach (var left in Directory.EnumerateFiles(Incoming))
            File.Delete(left);
        _used = new DirectoryInfo(_folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length);
    }

    /// <summary>Bytes in all files together.</summary>
    public long Used => Interlocked.Read(ref _used);

    private string Incoming => Path.Combine(_folder, "incoming");

    /// <summary>Keeps a file durably; one that is there already is not kept twice.</summary>
    /// <exception cref="AttachmentRefusedException">The file or all files together would be too large, or the disk is full.</exception>
    public async Task<StoredFile> Save(Stream content, CancellationToken cancellation = default)
    {
        var temporary = Path.Combine(Incoming, Path.GetRandomFileName());
        var reserved = 0L;
        try
        {
            var stored = await Receive(content, temporary, bytes => Reserve(bytes, ref reserved), cancellation);
            var path = PathOf(stored.Sha256);
            if (IsKeptAnew(stored.Sha256))
                return stored;
            await OnDisk(() => Publish(temporary, path));
            reserved = 0;
            return stored;
        }
        finally
        {
            Interlocked.Add(ref _used, -reserved);
            File.Delete(temporary);
        }
    }

    /// <summary>True when the file is here.</summary>
    public bool Contains(string sha256) => IsHash(sha256) && File.Exists(PathOf(sha256));

    /// <summary>Opens a file to read, or null where it is not here.</summary>
    public Stream? Open(string sha256) => Contains(sha256)
        ? new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read, 81_920, FileOptions.Asynchronous)
        : null;

    /// <summary>Every file that is kept.</summary>
    public IEnumerable<StoredFile> All() => new DirectoryInfo(_folder).EnumerateFiles("*", SearchOption.AllDirectories)
        .Where(file => IsHash(file.Name)).Select(file => new StoredFile(file.Name, file.Length));

    private ValueTask Publish(string temporary, string path)
    {
        PrivateFiles.MakeFolder(Path.GetDirectoryName(path)!);
        File.Move(temporary, path, overwrite: true);
        DirectorySync.Flush(Path.GetDirectoryName(path)!);
        DirectorySync.Flush(_folder);
        return ValueTask.CompletedTask;
    }

    private static async Task<StoredFile> Receive(Stream content, string into, Action<int> take, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = PrivateFiles.Open(into, FileMode.CreateNew, FileAccess.Write, FileShare.None, FileOptions.Asynchronous, bufferSize: 0);
        var buffer = new byte[81_920];
        for (int read; (read = await content.ReadAsync(buffer, cancellation)) > 0;)
        {
            take(read);
            hash.AppendData(buffer, 0, read);
            await OnDisk(() => file.WriteAsync(buffer.AsMemory(0, read), cancellation));
        }

        await OnDisk(() =>
        {
            file.Flush(flushToDisk: true);
            return ValueTask.CompletedTask;
        });
        return new StoredFile(Convert.ToHexStringLower(hash.GetHashAndReset()), file.Length);
    }

    /// <summary>Tells what the disk cannot take from what the sender breaks off; both are I/O errors.</summary>
    private static async ValueTask OnDisk(Func<ValueTask> write)
    {
        try
        {
            await write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            // .NET calls a file beyond the system's limit an argument out of range. Its words name folders of this machine.
            throw new AttachmentRefusedException("ATTACHMENT_NOT_STORED",
                "The disk is full or has failed. Ask the operator for more space and send the file again.");
        }
    }

    private void Reserve(int bytes, ref long reserved)
    {
        reserved += bytes;
        if (Interlocked.Add(ref _used, bytes) > _quota)
            throw new AttachmentRefusedException("ATTACHMENT_QUOTA_EXCEEDED",
                $"All files together would exceed {_quota} bytes. Ask the operator for more space.");
        if (reserved > MostBytes)
            throw new AttachmentRefusedException("ATTACHMENT_TOO_LARGE", $"The file is larger than {MostBytes} bytes. Attach a smaller file.");
    }

    private string PathOf(string sha256) => Path.Combine(_folder, sha256[..2], sha256);

    // A hash comes from a request; anything else must never become a path.
    private static bool IsHash(string text) => text.Length == 64 && text.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));
}

/// <summary>A file was not taken, with the code to tell the sender.</summary>
/// <param name="code">ATTACHMENT_TOO_LARGE, ATTACHMENT_QUOTA_EXCEEDED or ATTACHMENT_NOT_STORED.</param>
/// <param name="wording">The fact and what to do.</param>
public sealed class AttachmentRefusedException(string code, Wording wording) : WordedException(wording)
{
    /// <summary>ATTACHMENT_TOO_LARGE, ATTACHMENT_QUOTA_EXCEEDED or ATTACHMENT_NOT_STORED.</summary>
    public string Code { get; } = code;
}
