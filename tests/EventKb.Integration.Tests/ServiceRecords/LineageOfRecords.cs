using System.Text.Json;
using EventKb.Domain;
using EventKb.Domain.IncidentProblemLinks;
using EventKb.Integration.Tests.GraphQL;
using EventKb.Ledger;

namespace EventKb.Integration.Tests.ServiceRecords;

/// <summary>From an incident over its problem to the article that was written from it, each at its exact version.</summary>
public sealed class LineageOfRecords(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task Leads_from_the_incident_to_the_problem_and_the_article_and_back()
    {
        var service = Text(await server.Mutate("registerCatalogueEntry",
            new { institution = "LINEAGE", kind = "SERVICE", code = "S1", name = "S1", from = "2025-01-01" }, "entry { id }"), "entry", "id");
        var incident = await Report("INC1", "INCIDENT", new { state = "New", service }, "Nav piekļuves");
        var problem = await Report("PRB1", "PROBLEM", new { state = "Open", service }, "Sertifikāts beidzies");
        var link = IncidentProblemLink.StreamOf(incident, problem)!.Value;
        await Say(link, new IncidentProblemLinkCommand.ConfirmBySource(incident, problem), "1");
        var drafted = await server.Mutate("draftArticleFromRecord",
            new { institution = "LINEAGE", record = new { thing = problem, number = 2 }, kind = "PROBLEM_ANALYSIS", language = "lv" },
            """
            article { id title classification { services { code } } accountableSubject { id }
              latest { body sections { name text } } relations(direction: OUTGOING, first: 5) { nodes { type target { number thing { ... on ServiceRecord { number } } } } } }
            """);

        Assert.Equal(0, drafted.GetProperty("errors").GetArrayLength());
        var article = drafted.GetProperty("article");
        Assert.Equal(("Sertifikāts beidzies", service), (Text(article, "title"), Text(article, "accountableSubject", "id")));
        Assert.Equal("S1", Text(article.GetProperty("classification").GetProperty("services")[0], "code"));
        var relation = article.GetProperty("relations").GetProperty("nodes")[0];
        Assert.Equal(("DERIVED_FROM", "PRB1", 2), (Text(relation, "type"), Text(relation, "target", "thing", "number"),
            relation.GetProperty("target").GetProperty("number").GetInt32()));

        var id = Text(article, "id");
        Assert.Equal($"0 {incident}@2; 1 {problem}@2; 2 {id}@1", await Walk($"{incident}@2", "DOWNSTREAM"));
        Assert.Equal($"0 {id}@1; 1 {problem}@1; 1 {problem}@2; 2 {incident}@1; 2 {incident}@2", await Walk(id!, "UPSTREAM"));
        var then = Text(await server.Data("{ ledger { size } }"), "ledger", "size");
        await Say(link, new IncidentProblemLinkCommand.WithdrawBySource(), "2");
        Assert.Equal($"0 {incident}@2", await Walk($"{incident}@2", "DOWNSTREAM"));
        Assert.Equal($"0 {incident}@2; 1 {problem}@2; 2 {id}@1", await Walk($"{incident}@2", "DOWNSTREAM", then));
    }

    [Fact]
    public async Task Has_the_sections_of_the_template_in_force()
    {
        await server.Mutate("adoptKnowledgeProcess", new
        {
            institution = "LINEAGE",
            title = "Process",
            scope = "INSTITUTION",
            inForceFrom = "2026-01-01",
            document = new { number = "1", date = "2026-01-01", sha256 = new string('a', 64) },
            rules = new { requireSections = true, templates = new[] { new { name = "known-error", value = new[] { "workaround", "situation" } } } },
        });
        var incident = await Report("INC2", "INCIDENT", new { state = "New" }, "Nav tīkla");

        Assert.Equal("workaround: Vēl nav zināms.; situation: Nav tīkla", await Sections(incident, "KNOWN_ERROR"));
        Assert.StartsWith("situation: Nav tīkla; actions-taken: Vēl nav zināms.", await Sections(incident, "INCIDENT_RESOLUTION"), StringComparison.Ordinal);
        Assert.Equal("", await Sections(incident, "FAQ"));
    }

    [Fact]
    public async Task Is_refused_for_a_version_that_the_record_does_not_have()
    {
        var incident = await Report("INC9", "INCIDENT", new { state = "New" }, "t");
        var payload = await server.Mutate("draftArticleFromRecord",
            new { institution = "LINEAGE", record = new { thing = incident, number = 7 }, kind = "FAQ", language = "lv" });
        Assert.Equal("NOT_FOUND", Text(payload.GetProperty("errors")[0], "code"));
    }

    private async Task<string> Sections(string record, string kind)
    {
        var payload = await server.Mutate("draftArticleFromRecord",
            new { institution = "LINEAGE", record = new { thing = record, number = 2 }, kind, language = "lv" },
            "article { latest { sections { name text } } }");
        Assert.Equal("[]", payload.GetProperty("errors").GetRawText());
        return string.Join("; ", payload.GetProperty("article").GetProperty("latest").GetProperty("sections").EnumerateArray()
            .Select(section => $"{Text(section, "name")}: {Text(section, "text")}"));
    }

    private async Task<string> Walk(string of, string direction, string? position = null)
    {
        var lineage = $"lineage(of: \"{of}\", direction: {direction}) {{ truncated nodes {{ id depth }} }}";
        var data = await server.Data(position is null ? $"{{ {lineage} }}" : $"{{ asOf(position: \"{position}\") {{ {lineage} }} }}");
        var found = (position is null ? data : data.GetProperty("asOf")).GetProperty("lineage");
        Assert.False(found.GetProperty("truncated").GetBoolean());
        return string.Join("; ", found.GetProperty("nodes").EnumerateArray()
            .Select(node => $"{node.GetProperty("depth").GetInt32()} {Text(node, "id")}").Order(StringComparer.Ordinal));
    }

    private async Task Say(StreamId link, Command command, string id)
    {
        var now = server.Clock.GetUtcNow();
        var context = new CommandContext(CommandId.From(id), now, now, new PersonId("p-1"), link.Institution, Via.Import, id, id);
        var outcome = Assert.IsType<CommandOutcome.Committed>(await server.App.Ledger.Gateway.Send(link, command, context));
        Assert.True(await server.App.Runner.WaitFor(outcome.LastPosition, TimeSpan.FromSeconds(5)));
    }

    private async Task<string> Report(string number, string kind, object facts, string title) => Text(await server.Mutate("reportServiceRecord",
        new { institution = "LINEAGE", kind, number, facts, title }, "record { id }"), "record", "id")!;

    private static string? Text(JsonElement of, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            of = of.GetProperty(name);
        return of.GetString();
    }
}
