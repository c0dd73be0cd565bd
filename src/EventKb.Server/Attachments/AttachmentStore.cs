using System.Buffers;
using System.Security.Cryptography;

namespace EventKb.Server.Attachments;

/// <summary>Files by their SHA-256: written to a temporary file, flushed to disk, then renamed, so that a file is there whole or not.</summary>
internal sealed class AttachmentStore
{
    private readonly string _folder;
    private readonly long _quota;
    private long _used;

    public AttachmentStore(string dataFolder, long quota)
    {
        (_folder, _quota) = (Path.Combine(dataFolder, "attachments"), quota);
        Directory.CreateDirectory(_folder);
        foreach (var left in Directory.EnumerateFiles(_folder, "*.tmp"))
            File.Delete(left);
        _used = new DirectoryInfo(_folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length);
    }

    /// <summary>Length of a stored file; null where there is none.</summary>
    public long? LengthOf(string sha256) => IsHash(sha256) && File.Exists(PathOf(sha256)) ? new FileInfo(PathOf(sha256)).Length : null;

    /// <summary>Opens a stored file for reading; null where there is none.</summary>
    public Stream? Open(string sha256) => LengthOf(sha256) is null ? null
        : new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 65_536, useAsync: true);

    /// <summary>Stores what a stream holds; the same bytes are stored once.</summary>
    public async Task<StoredFile> Store(Stream source, long most, CancellationToken cancellation)
    {
        var temporary = Path.Combine(_folder, Guid.NewGuid().ToString("N") + ".tmp");
        try
        {
            var stored = await Write(source, temporary, most, cancellation);
            Keep(temporary, stored);
            return stored;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private async Task<StoredFile> Write(Stream source, string temporary, long most, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(65_536);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using var target = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, useAsync: true);
            var bytes = 0L;
            for (int read; (read = await source.ReadAsync(buffer, cancellation)) > 0;)
            {
                bytes += read;
                if (bytes > most)
                    throw new FileTooLargeException(most);
                if (Interlocked.Read(ref _used) + bytes > _quota)
                    throw new QuotaExceededException(_quota);
                hash.AppendData(buffer, 0, read);
                await target.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }

            target.Flush(flushToDisk: true);
            return new StoredFile(Convert.ToHexStringLower(hash.GetHashAndReset()), bytes);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Keep(string temporary, StoredFile stored)
    {
        var path = PathOf(stored.Sha256);
        if (File.Exists(path))
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Move(temporary, path, overwrite: true);
        Interlocked.Add(ref _used, stored.Bytes);
    }

    private string PathOf(string sha256) => Path.Combine(_folder, sha256[..2], sha256);

    private static bool IsHash(string text) => text.Length == 64 && text.All(c => char.IsAsciiDigit(c) || c is >= 'a' and <= 'f');
}

/// <summary>A file that was stored.</summary>
internal sealed record StoredFile(string Sha256, long Bytes);

/// <summary>A file is longer than one may be.</summary>
internal sealed class FileTooLargeException(long most) : Exception($"The file is longer than {most} bytes.");

/// <summary>There is no room for a file.</summary>
internal sealed class QuotaExceededException(long quota) : Exception($"The files together would take more than the {quota} bytes allowed.");
