using System.Runtime.InteropServices;

namespace EventKb.Ledger;

/// <summary>Makes a rename durable: on Unix a directory is flushed like a file; Windows journals it itself.</summary>
public static class DirectorySync
{
    /// <summary>Flushes a folder; an <see cref="IOException"/> where it cannot be.</summary>
    public static void Flush(string directory)
    {
        if (OperatingSystem.IsWindows())
            return;
        var handle = Open(System.Text.Encoding.UTF8.GetBytes(directory + '\0'), 0);
        if (handle < 0)
            throw new IOException($"{directory} cannot be opened to flush it.");
        try
        {
            if (Sync(handle) != 0)
                throw new IOException($"{directory} cannot be flushed.");
        }
        finally
        {
            _ = Close(handle);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int handle);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
