using System.Runtime.InteropServices;
using System.Text;

namespace EventKb.Ledger;

/// <summary>Whose a file is, which .NET does not tell: on Linux by statx(2), whose answer has one form on every processor.</summary>
internal static class FileOwner
{
    private const int WorkingFolder = -100;
    private const uint OwnerAsked = 0x8;
    private const int AnswerBytes = 256;
    private const int OwnerAt = 20;

    /// <summary>True where a file or folder is known to be another user's than the process's.</summary>
    public static bool IsAnother(string path)
    {
        if (!OperatingSystem.IsLinux())
            return false;
        try
        {
            var answer = new byte[AnswerBytes];
            return Ask(WorkingFolder, Encoding.UTF8.GetBytes(Path.GetFullPath(path) + '\0'), 0, OwnerAsked, answer) == 0
                && BitConverter.ToUInt32(answer, OwnerAt) != User();
        }
        catch (EntryPointNotFoundException)
        {
            return false; // A C library without statx; changing a mode will then say whose it is.
        }
    }

    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Ask(int from, byte[] path, int flags, uint asked, byte[] answer);

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint User();
}
