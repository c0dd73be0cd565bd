using System.Text.Json;
using EventKb.Integration.Tests.CommandLine;
using EventKb.Integration.Tests.GitImport;
using EventKb.Integration.Tests.RecordImport;

namespace EventKb.Integration.Tests.Forgetting;

/// <summary>
/// Names of persons as they come in everywhere: registered, renamed, in front matter, by a commit, as assignee and caller, from a register, in an
/// article and in a reason. What the report offers is done, and then they are nowhere.
/// </summary>
public sealed class ErasingAPerson : IDisposable
{
    private const string Stem = "anarij";

    private static readonly string[] Names =
    [
        "Kanarijs Registrets", "Kanarijs Mainits", "kanarijs@registrs.example", "kanarijs-konts", "Kanarijs Autors", "kanarijs@autors.example",
        "Kanarijs Saimnieks", "Kanarijs Izpilditajs", "Kanarijs Zvanitajs", "Kanarijs Labotajs", "Kanarijs Darbinieks", "Kanarijs Rakstits",
        "Kanarijs Iemesls",
    ];

    private readonly CommandLineRun _run = new();
    private readonly ScratchRepository _scratch = new();

    private KilledServer Server => new(_run);

    public void Dispose()
    {
        _run.Dispose();
        _scratch.Dispose();
    }

    [Fact]
    public async Task Nothing_is_left_of_a_name_in_any_file_answer_export_or_log()
    {
        await Import();
        var log = await Server.Asked(async questions =>
        {
            await Write(questions);
            Assert.All(Names, name => Assert.NotEmpty(Traces.Of(name, Server.Data)));
            var answers = await questions.Answers();
            Assert.All(Names.Where(name => name != "Kanarijs Zvanitajs"), name => Assert.Contains(name, answers, StringComparison.Ordinal));
            Assert.True(await EraseAll(questions) > 10);
            await Traces.AreGone(Stem, Server.Data);
            Assert.DoesNotContain(Stem, await questions.Answers(), StringComparison.OrdinalIgnoreCase);
        });
        Assert.Equal(0, await _run.Run("rebuild", "--data", Server.Data));
        log += await Server.Asked(async questions => Assert.DoesNotContain(Stem, await questions.Answers(), StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(Stem, log, StringComparison.OrdinalIgnoreCase);
        foreach (var format in (string[])[.. KilledServer.Formats, "rights"])
            Assert.DoesNotContain(Stem, await Server.Export(format), StringComparison.OrdinalIgnoreCase);
        await Traces.AreGone(Stem, Server.Data);
        Assert.Equal(0, await _run.Run("verify", "--data", Server.Data, "--views"));
    }

    private async Task Import()
    {
        await _scratch.Write("a.md", "---\ntitle: T\nowner: Kanarijs Saimnieks <kanarijs@saimnieks.example>\n---\n# T\n");
        await _scratch.Commit(0, "Kanarijs Autors", "kanarijs@autors.example");
        await File.WriteAllTextAsync(_run.At("log.csv"),
            "no,at,by,state,who,for\nI1,3.2.2026 10:00,Kanarijs Labotajs,Jauns,Kanarijs Izpilditajs,Kanarijs Zvanitajs\n");
        await File.WriteAllTextAsync(_run.At("log.yml"), ScratchLog.Map + "\nassignee: who\ncaller: for");
        await File.WriteAllTextAsync(_run.At("people.csv"), "key,name\n1,Kanarijs Darbinieks\n");
        await File.WriteAllTextAsync(_run.At("people.yml"), "key: key\nname: name");
        Assert.Equal(0, await Run("git", _scratch.Folder));
        Assert.Equal(0, await Run("incidents", _run.At("log.csv"), "--map", _run.At("log.yml")));
        Assert.Equal(0, await Run("people", _run.At("people.csv"), "--map", _run.At("people.yml")));
    }

    private Task<int> Run(params string[] what) => _run.Run(["import", .. what, "--institution", "RIGA", "--data", Server.Data]);

    private static async Task Write(Questions questions)
    {
        var person = await Send(questions, "registerPerson", new
        {
            institution = "RIGA",
            kind = "PERSON",
            name = "Kanarijs Registrets",
            email = "kanarijs@registrs.example",
        }, "person { id }");
        var id = person.GetProperty("person").GetProperty("id").GetString();
        await Send(questions, "renamePerson", new { id, name = "Kanarijs Mainits", from = "2026-01-01" });
        await Send(questions, "proposeIdentity", new { person = id, issuer = "https://login.example", subject = "kanarijs-konts" });
        await Send(questions, "disablePerson", new { id, reasonCode = "other", reason = "Kanarijs Iemesls" });
        await Send(questions, "draftArticle", new
        {
            institution = "RIGA",
            kind = "FAQ",
            language = "lv",
            title = "Ko prasit",
            body = "Zvaniet Kanarijs Rakstits.",
        });
    }

    /// <summary>Does what the report on each person offers, until none of it offers anything; gives the number of mutations.</summary>
    private static async Task<int> EraseAll(Questions questions)
    {
        var done = 0;
        while (await Offered(questions) is { Count: > 0 } offered)
        {
            foreach (var (mutation, input) in offered)
                await Send(questions, mutation, input);
            Assert.InRange(done += offered.Count, 1, 100);
        }

        return done;
    }

    private static async Task<List<(string Mutation, object Input)>> Offered(Questions questions)
    {
        var persons = (await questions.Ask("{ persons(first: 50) { nodes { id kind } } }")).GetProperty("data").GetProperty("persons")
            .GetProperty("nodes").EnumerateArray().Select(person => person.GetProperty("id").GetString()!).ToList();
        var offered = new List<(string, object)>();
        foreach (var person in persons)
        {
            var report = await questions.Ask("query($person: ID!) { personReport(person: $person, words: [\"Kanarijs\"], first: 50) "
                + "{ pageInfo { hasNextPage } nodes { erasedBy entry { position streamId } } } }", new { person });
            Assert.False(report.TryGetProperty("errors", out var errors), errors.ToString());
            foreach (var mention in report.GetProperty("data").GetProperty("personReport").GetProperty("nodes").EnumerateArray())
            {
                var entry = mention.GetProperty("entry");
                var (position, stream) = (entry.GetProperty("position").GetString(), entry.GetProperty("streamId").GetString());
                if (mention.GetProperty("erasedBy").GetString() is "ERASE_PERSON")
                    offered.Add(("erasePerson", new { id = stream, legalBasis = "VDAR 17. pants" }));
                else if (mention.GetProperty("erasedBy").GetString() is "ERASE_CONTENT")
                    offered.Add(("eraseContent", new { position, stream, legalBasis = "VDAR 17. pants" }));
            }
        }

        return [.. offered.Distinct()];
    }

    private static async Task<JsonElement> Send(Questions questions, string mutation, object input, string select = "")
    {
        var answer = await questions.Ask($"mutation($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) "
            + $"{{ {mutation}(input: $input) {{ errors {{ code message }} position {select} }} }}", new { input });
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        var payload = answer.GetProperty("data").GetProperty(mutation);
        Assert.Equal("[]", payload.GetProperty("errors").GetRawText());
        return payload;
    }
}
