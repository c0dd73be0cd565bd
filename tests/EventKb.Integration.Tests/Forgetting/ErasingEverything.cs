using System.Globalization;
using EventKb.Integration.Tests.CommandLine;

namespace EventKb.Integration.Tests.Forgetting;

/// <summary>Every text that any event may have, and an attached file, erased from a real server that is then killed.</summary>
public sealed class ErasingEverything : IDisposable
{
    private readonly CommandLineRun _run = new();

    private KilledServer Server => new(_run);

    private string Data => Server.Data;

    [Fact]
    public async Task Nothing_is_left_in_any_file_answer_export_or_log()
    {
        var canaries = new Canaries(Data);
        await canaries.Plant();
        var log = await Server.Asked(async questions =>
        {
            ShowsEachMember(canaries, await questions.Answers());
            Assert.All(canaries.Words, canary => Assert.NotEmpty(Traces.Of(canary.Word, Data)));
            Assert.NotEmpty(Traces.Of("Kanarijs-in-a-file", Path.Combine(Data, "files")));

            var reasons = await Erase(questions, canaries.Planted, reason: "Kanarijs-iemesls");
            await Erase(questions, reasons, reason: null);
            await IsGone(canaries, Data);
            DoesNotShow(canaries, await questions.Answers());
        });
        await IsGone(canaries, Data);
        log += await Server.Asked(async questions => DoesNotShow(canaries, await questions.Answers()));
        DoesNotShow(canaries, log);
        await IsGone(canaries, Data);
        Assert.Equal(0, await _run.Run("rebuild", "--data", Data));
        await IsGone(canaries, Data);
        foreach (var format in KilledServer.Formats)
            DoesNotShow(canaries, await Server.Export(format));
        Assert.Equal(0, await _run.Run("verify", "--data", Data));
    }

    [Theory]
    [InlineData("events", "Body Comment Email FileName FileSha256 Message Reason Sections Steward Summary Title")]
    [InlineData("prov", "Title")]
    [InlineData("csv", "Reason Title")]
    public async Task Exports_of_each_format_show_what_is_not_erased(string format, string members)
    {
        var canaries = new Canaries(Data);
        await canaries.Plant();
        var export = await Server.Export(format);
        Assert.Equal(members, string.Join(' ', canaries.Words.Where(canary => export.Contains(canary.Word, StringComparison.Ordinal))
            .Select(canary => canary.Member).Distinct().Order(StringComparer.Ordinal)));
        Assert.True(format != "events" || canaries.Words.All(canary => export.Contains(canary.Word, StringComparison.Ordinal)));
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
}
