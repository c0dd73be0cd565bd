namespace EventKb.Ledger;

/// <summary>
/// Keeps other processes out of a data folder; the system lets go of it when the process ends, however it ends.
/// </summary>
internal sealed class DataFolderLock : IDisposable
{
    /// <summary>Name of the file that is locked.</summary>
    public const string Name = "eventkb.lock";

    /// <summary>EROFS, which .NET hands on as it is.</summary>
    private const int ReadOnlyFileSystem = 30;

    private readonly FileStream _file;

    private DataFolderLock(FileStream file) => _file = file;

    public static DataFolderLock Take(string folder) => Open(folder, FileMode.OpenOrCreate, FileAccess.ReadWrite);

    /// <summary>The same for a process that only reads and changes nothing; null where no process has ever opened the folder.</summary>
    public static DataFolderLock? TakeToRead(string folder) =>
        File.Exists(Path.Combine(folder, Name)) ? Open(folder, FileMode.Open, FileAccess.Read) : null;

    public void Dispose() => _file.Dispose();

    private static DataFolderLock Open(string folder, FileMode mode, FileAccess access)
    {
        try
        {
            return new DataFolderLock(PrivateFiles.Open(Path.Combine(folder, Name), mode, access, FileShare.None));
        }
        catch (IOException inUse)
            when (inUse is not (FileNotFoundException or DirectoryNotFoundException) && inUse.HResult != ReadOnlyFileSystem)
        {
            throw new DataFolderInUseException(folder, inUse);
        }
    }
}
