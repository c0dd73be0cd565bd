using System.IO.Compression;
using System.Text;
using System.Text.Json;
using EventKb.Faults;
using EventKb.Integration.Tests.CommandLine;

namespace EventKb.Integration.Tests.Forgetting;

/// <summary>The built program over a data folder: a server that ends with a kill -9, and exports.</summary>
internal sealed class KilledServer(CommandLineRun run)
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "eventkb.dll");

    /// <summary>Every format of an export of events.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["events", "prov", "csv"];

    /// <summary>The folder.</summary>
    public string Data => run.At("data");

    /// <summary>Asks a server that is killed afterwards; gives what it logged.</summary>
    public async Task<string> Asked(Func<Questions, Task> ask)
    {
        var (server, url) = await EventKbProcess.Serve(Program, Data);
        using (server)
        using (var http = new HttpClient { BaseAddress = url })
        {
            await ask(new Questions(http));
            await server.Kill();
            Assert.Contains("serving", server.Said, StringComparison.Ordinal);
            return server.Said;
        }
    }

    /// <summary>All that an export of a format says, with its bytes as the texts that they are.</summary>
    public async Task<string> Export(string format)
    {
        Assert.Equal(0, await run.Run("export", "--data", Data, "--out", run.At(format), "--format", format));
        return format == "events" ? Unpacked(run.At(format)) : await File.ReadAllTextAsync(run.At(format));
    }

    /// <summary>An export's lines with their bytes as the texts that they are.</summary>
    private static string Unpacked(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        var all = new StringBuilder();
        while (reader.ReadLine() is { } line)
            Unpack(JsonDocument.Parse(line).RootElement, all.AppendLine(line));
        return all.ToString();
    }

    private static void Unpack(JsonElement json, StringBuilder into)
    {
        if (json.ValueKind == JsonValueKind.Object)
            foreach (var member in json.EnumerateObject())
                Unpack(member.Value, into);
        else if (json.ValueKind == JsonValueKind.String && json.TryGetBytesFromBase64(out var bytes))
            into.AppendLine(Encoding.UTF8.GetString(bytes));
    }
}
