using EventKb.Integration.Tests.CommandLine;
using EventKb.Integration.Tests.GitImport;

namespace EventKb.Integration.Tests.SignIn;

/// <summary>What people and programs do once they are told apart.</summary>
public sealed class ActingAsOneself(SignedInServer server) : IClassFixture<SignedInServer>
{
    [Fact]
    public async Task Whoever_wrote_a_text_does_not_approve_it_and_another_does()
    {
        server.SignIn("anna");
        var id = await server.Draft("Printing", "SIGN");
        await server.Mutate("submitArticle", new { id, revision = 1 });
        var commitment = (await server.Data("query($id: ID!) { article(id: $id) { revision(number: 1) { commitment } } }", new { id }))
            .GetProperty("article").GetProperty("revision").GetProperty("commitment").GetString();
        Assert.Equal("SAME_PERSON", SignedInServer.Code(await server.Mutate("approveArticle", new { id, revision = 1, commitment })));
        server.SignIn("berta");
        Assert.Null(SignedInServer.Code(await server.Mutate("approveArticle", new { id, revision = 1, commitment })));
        Assert.Equal(["anna", "anna", "berta"], await Actors($"stream: \"{id}\""));
    }

    [Fact]
    public async Task Who_lacks_a_right_does_not_do_what_needs_it()
    {
        server.SignIn("berta");
        foreach (var (mutation, input) in new (string, object)[]
        {
            ("registerPerson", new { institution = "SIGN", name = "Zane", kind = "PERSON" }),
            ("grantRight", new { id = server.People["berta"], right = "MANAGE_PERSONS", from = "2026-01-01" }),
            ("erasePerson", new { id = server.People["anna"], legalBasis = "VDAR 17. pants" }),
        })
            Assert.Equal((mutation, "FORBIDDEN"), (mutation, SignedInServer.Code(await server.Send(mutation, input))));
        server.SignIn("anna");
        Assert.Equal("FORBIDDEN", SignedInServer.Code(await server.Send("erasePerson", new { id = server.People["berta"], legalBasis = "VDAR 17. pants" })));
        Assert.Null(SignedInServer.Code(await server.Mutate("registerPerson", new { institution = "SIGN", name = "Zane", kind = "PERSON" })));
    }

    [Fact]
    public async Task An_import_needs_the_right_and_names_its_sender_beside_the_claimed_author()
    {
        using var scratch = new ScratchRepository();
        await scratch.Write("a.md", "# A\n");
        await scratch.Commit(0);
        using var run = new CommandLineRun();
        Assert.Equal(2, await Import(run, scratch, null));
        Assert.Contains("UNAUTHENTICATED", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, await Import(run, scratch, server.Provider.Token("berta")));
        Assert.Contains("FORBIDDEN", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("eyJ", run.Error + run.Output, StringComparison.Ordinal);

        Assert.Equal(0, await Import(run, scratch, server.Provider.Token("robot")));
        server.SignIn("anna");
        await server.App.Runner.WaitFor(long.Parse(run.Said("position"), System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromSeconds(5));
        var trail = await server.Data("{ auditTrail(filter: {institution: \"FROM\", category: \"knowledge-article\"}, first: 5) "
            + "{ nodes { person { id source } sentBy { id name } } } }");
        var entry = Assert.Single(trail.GetProperty("auditTrail").GetProperty("nodes").EnumerateArray());
        Assert.Equal(("git", server.People["robot"]),
            (entry.GetProperty("person").GetProperty("source").GetString(), entry.GetProperty("sentBy").GetProperty("id").GetString()));
        Assert.DoesNotContain("Importer", (await server.Data("{ persons(first: 100) { nodes { name } } }")).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("people", "robot", "MANAGE_PERSONS")]
    [InlineData("people", "anna", "IMPORT")]
    [InlineData("ownership", "robot", "MANAGE_PERSONS")]
    public async Task A_register_of_people_or_duties_needs_the_right_to_keep_the_directory_too(string register, string account, string lacking)
    {
        using var run = new CommandLineRun();
        await File.WriteAllTextAsync(run.At("rows.csv"), register == "people" ? "key,name\n1,Zane Siliņa\n"
            : "holder,from,order,date\n1,2026-01-01,1,2025-12-01\n");
        await File.WriteAllTextAsync(run.At("map.yml"), register == "people" ? "key: key\nname: name\n"
            : "duty: service-portfolio-owner\nholder: holder\nfrom: from\norder: order\norderDate: date\n");
        Assert.Equal(2, await Import(run, server.Provider.Token(account), register, run.At("rows.csv"), "--map", run.At("map.yml"), "--end-absent"));
        Assert.Contains($"FORBIDDEN: Importing needs the right {lacking}", run.Error, StringComparison.Ordinal);
    }

    private Task<int> Import(CommandLineRun run, ScratchRepository scratch, string? token) => Import(run, token, "git", scratch.Folder);

    private async Task<int> Import(CommandLineRun run, string? token, params string[] what)
    {
        var file = run.At("token");
        await File.WriteAllTextAsync(file, (token ?? "") + "\n");
        return await run.Run(["import", .. what, "--institution", "FROM", "--url", server.Http.BaseAddress!.ToString(), "--token-file", file]);
    }

    private async Task<List<string?>> Actors(string filter) => [.. (await server.Data(
        $"{{ auditTrail(filter: {{{filter}}}, first: 10) {{ nodes {{ person {{ name }} }} }} }}")).GetProperty("auditTrail").GetProperty("nodes")
        .EnumerateArray().Select(entry => entry.GetProperty("person").GetProperty("name").GetString())];
}
