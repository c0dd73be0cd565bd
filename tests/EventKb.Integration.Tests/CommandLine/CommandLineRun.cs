using EventKb.Server.CommandLine;

namespace EventKb.Integration.Tests.CommandLine;

/// <summary>Runs commands as the command line would and keeps what they print.</summary>
internal sealed class CommandLineRun : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public string Folder { get; } = Directory.CreateTempSubdirectory("eventkb-test-").FullName;

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    public string At(params string[] path) => Path.Combine([Folder, .. path]);

    public async Task<int> Run(params string[] arguments)
    {
        _output.GetStringBuilder().Clear();
        _error.GetStringBuilder().Clear();
        return await EventKbCommand.Run(arguments, new Terminal(_output, _error, interactive: false));
    }

    /// <summary>The word after a label of the last output.</summary>
    public string Said(string label)
    {
        var from = Output.IndexOf(label, StringComparison.Ordinal);
        Assert.True(from >= 0, $"'{label}' is not in: {Output}{Error}");
        return Output[(from + label.Length)..].Split([' ', '\n', '\r', ','], StringSplitOptions.RemoveEmptyEntries)[0];
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
        _output.Dispose();
        _error.Dispose();
    }
}
