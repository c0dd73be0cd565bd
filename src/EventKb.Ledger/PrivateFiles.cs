namespace EventKb.Ledger;

/// <summary>Files and folders that their owner alone may read; on Windows what the folder above grants holds.</summary>
public static class PrivateFiles
{
    internal const UnixFileMode ModeOfFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    internal const UnixFileMode ModeOfFolder = ModeOfFile | UnixFileMode.UserExecute;

    /// <summary>Makes a folder where there is none.</summary>
    public static DirectoryInfo MakeFolder(string path) =>
        OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, ModeOfFolder);

    /// <summary>Opens a file; one that is made new is private from its first moment.</summary>
    public static FileStream Open(string path, FileMode mode, FileAccess access = FileAccess.Write, FileShare share = FileShare.Read,
        FileOptions options = FileOptions.None, int bufferSize = 4096)
    {
        var how = new FileStreamOptions { Mode = mode, Access = access, Share = share, Options = options, BufferSize = bufferSize };
        if (!OperatingSystem.IsWindows() && mode is not (FileMode.Open or FileMode.Truncate))
            how.UnixCreateMode = ModeOfFile;
        return new FileStream(path, how);
    }

    /// <summary>Makes an empty file where there is none: SQLite takes it for a new database and gives its logs the same mode.</summary>
    public static void MakeEmpty(string path)
    {
        // Never opened where it is there: closing it would take this process's locks from it.
        if (!File.Exists(path))
            Open(path, FileMode.CreateNew).Dispose();
    }

    /// <summary>Copies a file, which may be write-protected or open elsewhere, into a new private one.</summary>
    public static void Copy(string from, string to)
    {
        using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var target = Open(to, FileMode.CreateNew);
        source.CopyTo(target);
    }
}
