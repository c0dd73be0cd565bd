using EventKb.Faults;
using EventKb.Integration.Tests.CommandLine;
using EventKb.Integration.Tests.Faults;

namespace EventKb.Integration.Tests.Listening;

/// <summary>Its owner alone, whatever the user's mask would let through.</summary>
public sealed class WhoMayReadTheFolder : IDisposable
{
    private const string OpenMask = "umask 000";
    private const UnixFileMode Wide = (UnixFileMode)0b111_111_111;
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "eventkb.dll");
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private readonly CommandLineRun _run = new();

    private string Data => _run.At("data");

    public void Dispose() => _run.Dispose();

    [LinuxFact]
    public async Task Everything_that_the_program_writes_is_private()
    {
        await File.WriteAllTextAsync(_run.At("register.csv"), "code,title,since\nA1,Pakalpojums,2024-01-01\n,Bez koda,2024-01-01\n");
        await File.WriteAllTextAsync(_run.At("map.yml"), "code: code\nname: title\nkind: service\nfrom: since\n");
        await Run(2, "import", "catalogue", _run.At("register.csv"), "--map", _run.At("map.yml"), "--institution", "RIGA", "--data", Data,
            "--acknowledgements", _run.At("acknowledged"), "--rejected", _run.At("rejected"));
        await Serve();
        await Run(0, "rebuild", "--data", Data);
        await Run(0, "verify", "--views", "--data", Data);
        foreach (var format in new[] { "events", "prov", "csv" })
            await Run(0, "export", "--data", Data, "--format", format, "--out", _run.At(format));
        await Run(0, "restore", _run.At("events"), "--data", _run.At("restored"));
        File.Delete(Path.Combine(Data, "ledger.db"));
        await Serve("--accept-loss", "izmēģinājums");

        IsPrivate(Data);
        IsPrivate(_run.At("restored"));
        Assert.NotEmpty(Directory.GetDirectories(Data, "lost-*").SelectMany(Directory.GetFiles));
        foreach (var file in new[] { "acknowledged", "rejected", "events", "prov", "csv" })
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, ModeOf(_run.At(file)));
    }

    [LinuxFact]
    public async Task A_folder_of_a_former_version_is_closed_and_that_is_said_once()
    {
        Assert.Equal(0, await Made());
        File.WriteAllText(Path.Combine(Data, "files", "note"), "x");
        foreach (var entry in Entries(Data).Append(Data))
            SetMode(entry, Wide);
        Assert.Equal(0, await _run.Run("verify", "--data", Data));
        Assert.Equal(0, await _run.Run("verify", "--views", "--data", Data));
        Assert.Equal(Wide, ModeOf(Data));
        Assert.Equal(Wide, ModeOf(Path.Combine(Data, "ledger.db")));

        Assert.Equal(0, await _run.Run("rebuild", "--data", Data));
        Assert.Contains($"Others could read the data folder '{Data}'", _run.Error, StringComparison.Ordinal);
        IsPrivate(Data);
        Assert.Equal(0, await _run.Run("rebuild", "--data", Data));
        Assert.DoesNotContain("Others could read", _run.Error, StringComparison.Ordinal);
    }

    [LinuxFact]
    public async Task A_link_is_not_followed()
    {
        Assert.Equal(0, await Made());
        File.WriteAllText(_run.At("elsewhere"), "x");
        SetMode(_run.At("elsewhere"), Wide);
        File.CreateSymbolicLink(Path.Combine(Data, "link"), _run.At("elsewhere"));
        Assert.Equal(0, await _run.Run("rebuild", "--data", Data));
        Assert.Equal(Wide, ModeOf(_run.At("elsewhere")));
    }

    [LinuxFact]
    public async Task A_folder_that_is_open_for_something_else_stays_as_it_is()
    {
        Directory.CreateDirectory(Data);
        File.WriteAllText(Path.Combine(Data, "letter.txt"), "x");
        SetMode(Data, Wide);
        Assert.Equal(2, await _run.Run("serve", "--data", Data, "--urls", "http://127.0.0.1:0"));
        Assert.Contains("has other things than a ledger in it", _run.Error, StringComparison.Ordinal);
        Assert.Equal((Wide, 1), (ModeOf(Data), Directory.GetFileSystemEntries(Data).Length));
    }

    [LinuxFact]
    public async Task A_folder_of_another_user_is_refused()
    {
        var theirs = "/";
        if (Environment.IsPrivilegedProcess)
        {
            Directory.CreateDirectory(theirs = Data);
            using var chown = System.Diagnostics.Process.Start("chown", ["12345", Data]);
            await chown.WaitForExitAsync();
            Assert.Equal(0, chown.ExitCode);
        }

        Assert.Equal(2, await _run.Run("serve", "--data", theirs, "--urls", "http://127.0.0.1:0"));
        Assert.Contains("belongs to another user", _run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(theirs, "eventkb.lock")));
    }

    /// <summary>A server that takes a text and a file, looked at while it runs, when there are logs, and after it.</summary>
    private async Task Serve(params string[] more)
    {
        var (process, url) = await EventKbProcess.Serve(Program, Data, OpenMask, more);
        using (process)
        using (var client = new SmallClient(url))
        {
            await client.Register();
            Assert.Null((await client.Draft(1)).Code);
            Assert.Equal(System.Net.HttpStatusCode.Created, (await client.Upload(1000)).Status);
            IsPrivate(Data);
            Assert.Contains(Entries(Data), entry => entry.EndsWith("ledger.db-wal", StringComparison.Ordinal));
            Assert.Contains(Entries(Data), entry => entry.EndsWith("-shm", StringComparison.Ordinal));
            await process.Kill();
        }
    }

    private async Task<int> Made()
    {
        Directory.CreateDirectory(Data);
        SetMode(Data, Wide);
        return await _run.Run("demo", "--data", Data, "--exit-after-ready");
    }

    private static async Task Run(int code, params string[] arguments)
    {
        using var process = EventKbProcess.StartAfter(OpenMask, Program, arguments);
        Assert.True(code == await process.End().WaitAsync(Longest), $"{string.Join(' ', arguments)}: {process.Said}");
    }

    private static IEnumerable<string> Entries(string folder) => Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories);

    private static void IsPrivate(string folder)
    {
        Assert.NotEmpty(Directory.GetFiles(folder));
        Assert.All(Entries(folder).Append(folder), entry => Assert.Equal((entry, Right(entry)), (entry, ModeOf(entry))));
    }

    private static UnixFileMode Right(string entry) => UnixFileMode.UserRead | UnixFileMode.UserWrite
        | (Directory.Exists(entry) ? UnixFileMode.UserExecute : UnixFileMode.None);

    private static UnixFileMode ModeOf(string path) =>
        OperatingSystem.IsWindows() ? throw new PlatformNotSupportedException() : File.GetUnixFileMode(path);

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, mode);
    }
}
