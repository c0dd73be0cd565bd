using System.Runtime.Versioning;

namespace EventKb.Ledger;

/// <summary>The folder that holds a ledger and what is made from it: its owner's alone, for there are texts, salts and persons in it.</summary>
internal static class DataFolder
{
    private const UnixFileMode Others = ~PrivateFiles.ModeOfFolder;

    /// <summary>What names of files and folders in a data folder begin with; the last is of the file system itself.</summary>
    private static readonly string[] Own =
        [EmbeddedLedger.FileName, DataFolderLock.Name, "read-", "read.current", "files", "refusals.db", "lost-", "lost+found"];

    /// <summary>
    /// Makes the folder where there is none. <see cref="DataFolderRefusedException"/> where it is another's, or where it is open to others
    /// and has something else in it, which nobody asked to close.
    /// </summary>
    public static void Prepare(string folder)
    {
        if (!Directory.Exists(folder))
            PrivateFiles.MakeFolder(folder);
        if (OperatingSystem.IsWindows())
            return;
        if (FileOwner.IsAnother(folder))
            throw new DataFolderRefusedException(
                $"The data folder '{folder}' belongs to another user. Run as that user, or name a folder of your own.");
        if ((File.GetUnixFileMode(folder) & Others) != 0 && !IsOwn(folder))
            throw new DataFolderRefusedException($"The folder '{folder}' is open to others and has other things than a ledger in it. "
                + $"Name a new folder, or an empty one, or close it first (chmod 700).");
    }

    /// <summary>Takes from others what they may do with the folder and everything in it; true where that was anything.</summary>
    public static bool Close(string folder)
    {
        if (OperatingSystem.IsWindows())
            return false;
        var root = new DirectoryInfo(folder);
        var wasOpen = Close(root, PrivateFiles.ModeOfFolder);
        // What a link leads to is not in the folder.
        var all = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true };
        foreach (var entry in root.EnumerateFileSystemInfos("*", all))
            wasOpen |= Close(entry, entry is DirectoryInfo ? PrivateFiles.ModeOfFolder : PrivateFiles.ModeOfFile);
        return wasOpen;
    }

    [UnsupportedOSPlatform("windows")]
    private static bool Close(FileSystemInfo entry, UnixFileMode most)
    {
        try
        {
            if ((entry.UnixFileMode & ~most) == 0)
                return false;
            entry.UnixFileMode &= most;
            return true;
        }
        catch (IOException gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return false; // Gone since it was listed.
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new DataFolderRefusedException(
                $"'{entry.FullName}' belongs to another user, and others could read it. Give it to the user that runs the server (chown).", denied);
        }
    }

    private static bool IsOwn(string folder)
    {
        var names = Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).OfType<string>().ToList();
        return names.Contains(EmbeddedLedger.FileName) || names.Contains(DataFolderLock.Name)
            || names.All(name => Own.Any(own => name.StartsWith(own, StringComparison.Ordinal)));
    }
}
