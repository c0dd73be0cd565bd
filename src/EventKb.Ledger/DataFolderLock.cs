namespace EventKb.Ledger;

/// <summary>
/// Keeps other processes out of a data folder; the system lets go of it when the process ends, however it ends.
/// </summary>
internal sealed class DataFolderLock : IDisposable
{
    private const string Name = "eventkb.lock";

    /// <summary>EROFS, which .NET hands on as it is.</summary>
    private const int ReadOnlyFileSystem = 30;

    private readonly FileStream _file;

    private DataFolderLock(FileStream file) => _file = file;

    public static DataFolderLock Take(string folder)
    {
        try
        {
            return new DataFolderLock(new FileStream(Path.Combine(folder, Name), FileMode.OpenOrCreate, FileAccess.ReadWrite,
                FileShare.None));
        }
        catch (IOException inUse) when (inUse is not (FileNotFoundException or DirectoryNotFoundException) && !IsReadOnly(inUse))
        {
            throw new DataFolderInUseException(folder, inUse);
        }
    }

    /// <summary>The same for who only reads; null where nobody can write, and so nobody has to be kept out.</summary>
    public static DataFolderLock? TakeToRead(string folder)
    {
        try
        {
            return Take(folder);
        }
        catch (Exception readOnly) when (IsReadOnly(readOnly))
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();

    private static bool IsReadOnly(Exception failure) =>
        failure is UnauthorizedAccessException || (!OperatingSystem.IsWindows() && failure is IOException { HResult: ReadOnlyFileSystem });
}
