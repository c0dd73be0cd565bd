using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EventKb.Server.Demo;

namespace EventKb.Integration.Tests.Demo;

/// <summary>The demo's story told to a running server, and its ten questions with the answers that the README shows.</summary>
public sealed class AskingTheDemo(ServerOfTheDemo server) : IClassFixture<ServerOfTheDemo>
{
    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task Gives_the_answers_of_the_readme()
    {
        await new DemoStory(server.App.Ledger).Tell();
        var head = await server.App.Ledger.Feed.Head();
        Assert.True(await server.App.Runner.WaitFor(head.Size, TimeSpan.FromSeconds(30)));
        var answers = new JsonArray();
        foreach (var question in DemoResources.Questions())
            answers.Add(JsonNode.Parse((await server.Data(question.Query)).GetRawText()));

        // Pseudonyms and the clock are a ledger's own, and so is its root.
        var ledger = answers[9]!["ledger"]!;
        Assert.Equal(64, ledger["rootHash"]!.GetValue<string>().Length);
        ledger["rootHash"] = "…";
        Compare(answers.ToJsonString(Readable) + "\n");
    }

    private static void Compare(string answers)
    {
        var approved = ApprovedFile();
        if (Environment.GetEnvironmentVariable("EVENTKB_WRITE_SCHEMA") == "1")
            File.WriteAllText(approved, answers);
        Assert.Equal(File.ReadAllText(approved), answers.ReplaceLineEndings("\n"));
    }

    /// <summary>The answers to the ten questions, in order.</summary>
    internal static JsonArray Approved() => JsonNode.Parse(File.ReadAllText(ApprovedFile()))!.AsArray();

    private static string ApprovedFile() => Path.Combine(SourceFolder(), "answers.json");

    internal static string SourceFolder([System.Runtime.CompilerServices.CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
