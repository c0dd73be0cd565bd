using System.Diagnostics;
using System.Text.RegularExpressions;

namespace EventKb.Faults;

/// <summary>The real <c>eventkb</c> in a process of its own, which can be killed as a power cut would.</summary>
public sealed partial class EventKbProcess : IDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _serving = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _said = [];

    private EventKbProcess(string program, IEnumerable<string> arguments, string? before = null)
    {
        var start = new ProcessStartInfo(before is null ? "dotnet" : "sh",
            [.. before is null ? Array.Empty<string>() : ["-c", before + "; exec dotnet \"$@\"", "sh"], program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        start.Environment["LC_ALL"] = "C"; // What it prints is read here in English.
        _process = Process.Start(start) ?? throw new InvalidOperationException("eventkb did not start.");
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>What it printed so far.</summary>
    public string Said
    {
        get
        {
            lock (_said)
                return string.Join('\n', _said);
        }
    }

    public bool HasExited => _process.HasExited;

    public int Id => _process.Id;

    /// <summary>Starts it with arguments.</summary>
    public static EventKbProcess Start(string program, params string[] arguments) => new(program, arguments);

    /// <summary>Starts it out of a shell that does something before it becomes the program.</summary>
    public static EventKbProcess StartAfter(string before, string program, params string[] arguments) => new(program, arguments, before);

    /// <summary>Starts a server on a free port, where asked out of a shell that does something before, and waits until it serves.</summary>
    public static async Task<(EventKbProcess Process, Uri Url)> Serve(string program, string folder,
        string? before = null, params string[] more)
    {
        var process = new EventKbProcess(program, ["serve", "--data", folder, "--urls", "http://127.0.0.1:0", .. more], before);
        var ended = process._process.WaitForExitAsync();
        var first = await Task.WhenAny(process._serving.Task, ended, Task.Delay(LongestStart));
        if (first == process._serving.Task)
            return (process, await process._serving.Task);
        process.Dispose();
        throw new InvalidOperationException($"eventkb does not serve: {process.Said}");
    }

    /// <summary>Kills it with no chance to finish anything (SIGKILL, TerminateProcess).</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Waits until it ends by itself and gives its exit code.</summary>
    public async Task<int> End()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (_said)
            _said.Add(line);
        if (Serving().Match(line) is { Success: true } match)
            _serving.TrySetResult(new Uri(match.Groups[1].Value));
    }

    [GeneratedRegex(@"^serving .* at (https?://\S+?)/graphql")]
    private static partial Regex Serving();
}
