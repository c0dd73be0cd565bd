using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using EventKb.Faults;
using EventKb.Integration.Tests.CommandLine;

namespace EventKb.Integration.Tests.Forgetting;

/// <summary>Every text that any event may have, and an attached file, erased from a real server that is then killed.</summary>
public sealed class ErasingEverything : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "eventkb.dll");
    private readonly CommandLineRun _run = new();

    private string Data => _run.At("data");

    [Fact]
    public async Task Nothing_is_left_in_any_file_answer_export_or_log()
    {
        var canaries = new Canaries(Data);
        await canaries.Plant();
        string log;
        var (server, url) = await EventKbProcess.Serve(Program, Data);
        using (server)
        using (var http = new HttpClient { BaseAddress = url })
        {
            var questions = new Questions(http);
            ShowsEachMember(canaries, await questions.Answers());
            Assert.All(canaries.Words, canary => Assert.NotEmpty(Traces.Of(canary.Word, Data)));
            Assert.NotEmpty(Traces.Of("Kanarijs-in-a-file", Path.Combine(Data, "files")));

            var reasons = await Erase(questions, canaries.Planted, reason: "Kanarijs-iemesls");
            await Erase(questions, reasons, reason: null);
            await IsGone(canaries, Data);
            DoesNotShow(canaries, await questions.Answers());
            await server.Kill();
            log = server.Said;
        }

        Assert.Contains("serving", log, StringComparison.Ordinal);
        DoesNotShow(canaries, log);
        await IsGone(canaries, Data);
        Assert.Equal(0, await _run.Run("rebuild", "--data", Data));
        await IsGone(canaries, Data);
        DoesNotShow(canaries, await Exports());
        Assert.Equal(0, await _run.Run("verify", "--data", Data));
    }

    [Fact]
    public async Task Exports_show_what_is_not_erased()
    {
        var canaries = new Canaries(Data);
        await canaries.Plant();
        var exports = await Exports();
        Assert.All(canaries.Words, canary => Assert.Contains(canary.Word, exports, StringComparison.Ordinal));
    }

    public void Dispose() => _run.Dispose();

    private static void ShowsEachMember(Canaries canaries, string answers) => Assert.All(
        canaries.Words.GroupBy(canary => canary.Member), member => Assert.True(
            member.Any(canary => answers.Contains(canary.Word, StringComparison.Ordinal)), $"No answer shows {member.Key}."));

    private static void DoesNotShow(Canaries canaries, string text)
    {
        Assert.DoesNotContain("Kanarijs", text, StringComparison.OrdinalIgnoreCase);
        Assert.All(canaries.Words, canary => Assert.DoesNotContain(canary.Word, text, StringComparison.Ordinal));
    }

    private static async Task IsGone(Canaries canaries, string folder)
    {
        await Traces.AreGone("Kanarijs", folder);
        foreach (var (_, word) in canaries.Words.Where(canary => canary.Member == "FileSha256"))
            await Traces.AreGone(word, folder);
    }

    /// <summary>Erases the texts at positions; gives the erasures' own positions and streams.</summary>
    private static async Task<IReadOnlyDictionary<long, string>> Erase(Questions questions, IReadOnlyDictionary<long, string> texts,
        string? reason)
    {
        var erasures = new Dictionary<long, string>();
        foreach (var (position, stream) in texts)
        {
            var answer = await questions.Ask(
                "mutation($input: EraseContentInput!) { eraseContent(input: $input) { errors { message } position } }",
                new { input = new { position = $"{position}", stream, legalBasis = "VDAR 17. pants", reason } });
            var erased = answer.GetProperty("data").GetProperty("eraseContent");
            Assert.Equal("[]", erased.GetProperty("errors").GetRawText());
            erasures[long.Parse(erased.GetProperty("position").GetString()!, CultureInfo.InvariantCulture)] = $"RIGA/erasure/{position}";
        }

        return erasures;
    }

    private async Task<string> Exports()
    {
        var all = new StringBuilder();
        foreach (var format in (string[])["events", "prov", "csv"])
        {
            Assert.Equal(0, await _run.Run("export", "--data", Data, "--out", _run.At(format), "--format", format));
            all.Append(format == "events" ? Unpacked(_run.At(format)) : await File.ReadAllTextAsync(_run.At(format)));
        }

        return all.ToString();
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
