using System.ComponentModel;
using System.Runtime.InteropServices;

namespace EventKb.Integration.Tests.Faults;

/// <summary>How large a running process may make a file (RLIMIT_FSIZE); needs no rights, and can be taken back.</summary>
internal static class FileSizeLimit
{
    private const int FileSize = 1;

    /// <summary>Sets it for a process; null = as large as it was at first.</summary>
    public static void Set(int process, long? bytes)
    {
        Check(Get(process, FileSize, IntPtr.Zero, out var limit));
        limit.Soft = bytes is { } most ? (ulong)most : limit.Hard;
        Check(Put(process, FileSize, in limit, IntPtr.Zero));
    }

    private static void Check(int result)
    {
        if (result != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    [DllImport("libc", EntryPoint = "prlimit", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Get(int process, int resource, IntPtr none, out Limit limit);

    [DllImport("libc", EntryPoint = "prlimit", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Put(int process, int resource, in Limit limit, IntPtr none);

    [StructLayout(LayoutKind.Sequential)]
    private struct Limit
    {
        public ulong Soft;
        public ulong Hard;
    }
}

/// <summary>A test that needs Linux; skipped, for all to see, elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
            Skip = "Only Linux limits the files of a running process.";
    }
}
