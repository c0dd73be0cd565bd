namespace EventKb.Ledger;

/// <summary>
/// Keeps other processes out of a data folder; the system lets go of it when the process ends, however it ends.
/// </summary>
internal sealed class DataFolderLock : IDisposable
{
    private const string Name = "eventkb.lock";
    private readonly FileStream _file;

    private DataFolderLock(FileStream file) => _file = file;

    public static DataFolderLock Take(string folder)
    {
        try
        {
            return new DataFolderLock(new FileStream(Path.Combine(folder, Name), FileMode.OpenOrCreate, FileAccess.ReadWrite,
                FileShare.None));
        }
        catch (IOException inUse) when (inUse is not (FileNotFoundException or DirectoryNotFoundException))
        {
            throw new DataFolderInUseException(folder, inUse);
        }
    }

    public void Dispose() => _file.Dispose();
}
