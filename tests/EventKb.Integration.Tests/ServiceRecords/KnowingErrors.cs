using System.Text.Json;
using EventKb.Integration.Tests.GraphQL;

namespace EventKb.Integration.Tests.ServiceRecords;

/// <summary>Known errors over GraphQL: opened from problems, with workarounds that stop being some, fixed and opened again.</summary>
public sealed class KnowingErrors(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Shown = "id status title symptoms cause workaround { number article { title } } lostWorkaround { loss version { number } } fix { person { name } }";

    [Fact]
    public async Task Reads_no_workaround_at_once_when_the_article_is_withdrawn_and_the_clock_records_it_with_its_cause()
    {
        var (problem, article) = (await Report("KNOWA", "PRB1", "PROBLEM"), await Publish("KNOWA", "Pārstartē"));
        var known = await Open(problem);
        await server.Mutate("stateKnownErrorCause", new { id = known, cause = "Žurnāli aizpilda disku" });
        var set = await server.Mutate("setKnownErrorWorkaround", new { id = known, workaround = new { thing = article, number = 1 } },
            $"knownError {{ {Shown} }}");
        Assert.Equal(("OPEN", "Žurnāli aizpilda disku", "Pārstartē"), (Text(set, "knownError", "status"), Text(set, "knownError", "cause"),
            Text(set, "knownError", "workaround", "article", "title")));
        var before = await Position();

        var withdrawn = await server.Mutate("withdrawArticle",
            new { id = article, reasonCode = "harmful", insteadText = "Zvaniet" }, "position article { id }");
        var at = Text(withdrawn, "position");
        var data = await server.Data(
            $$"""
            query($before: Position!, $at: Position!, $known: ID!, $article: ID!) {
                before: asOf(position: $before) { node(id: $known) { ... on KnownError { {{Shown}} } } knownErrors(first: 5, filter: { institution: "KNOWA", hasWorkaround: true }) { totalCount } }
                at: asOf(position: $at) { node(id: $known) { ... on KnownError { {{Shown}} } } knownErrors(first: 5, filter: { institution: "KNOWA", hasWorkaround: true }) { totalCount } }
                article(id: $article) { knownErrors(first: 5) { nodes { id } } }
            }
            """, new { before, at, known, article });
        Assert.Equal((1, 1), (data.GetProperty("before").GetProperty("node").GetProperty("workaround").GetProperty("number").GetInt32(),
            data.GetProperty("before").GetProperty("knownErrors").GetProperty("totalCount").GetInt32()));
        var then = data.GetProperty("at").GetProperty("node");
        Assert.Equal((JsonValueKind.Null, "WITHDRAWN", 0), (then.GetProperty("workaround").ValueKind, Text(then, "lostWorkaround", "loss"),
            data.GetProperty("at").GetProperty("knownErrors").GetProperty("totalCount").GetInt32()));
        Assert.Equal(known, Text(data.GetProperty("article").GetProperty("knownErrors").GetProperty("nodes")[0], "id"));

        var touched = await server.Data(
            """
            query($known: ID!) { impact(of: $known) { article { id } counts { kind count } items(first: 9) { totalCount nodes {
                kind thing { id ... on KnownError { accountable { duty } problem { number } } } } } } none: impact(of: "KNOWA/knowledge-article/none") { counts { count } } }
            """, new { known });
        Assert.Equal(JsonValueKind.Null, touched.GetProperty("none").ValueKind);
        var item = Assert.Single(touched.GetProperty("impact").GetProperty("items").GetProperty("nodes").EnumerateArray());
        Assert.Equal(("KNOWN_ERROR", known, "PRB1"), (Text(item, "kind"), Text(item, "thing", "id"), Text(item, "thing", "problem", "number")));
        Assert.Equal("0,1,0,0,0", string.Join(',', touched.GetProperty("impact").GetProperty("counts").EnumerateArray()
            .Select(count => count.GetProperty("count").GetInt32())));

        var trail = await Trail(known, "workaround-withdrawn");
        var cause = (await Trail(article, "withdrawn"))[^1];
        Assert.Equal((Text(cause, "eventId"), "SCHEDULE"), (Text(trail[^1], "causationId"), Text(trail[^1], "via")));
        Assert.Equal("WITHDRAWN", Text(await Known(known), "lostWorkaround", "loss"));
    }

    [Fact]
    public async Task Reads_no_workaround_when_the_texts_of_its_version_are_erased()
    {
        var (problem, article) = (await Report("KNOWB", "PRB1", "PROBLEM"), await Publish("KNOWB", "Vārds uzvārds"));
        var known = await Open(problem);
        await server.Mutate("setKnownErrorWorkaround", new { id = known, workaround = new { thing = article, number = 1 } });
        var position = Text((await server.Data("query($id: ID!) { article(id: $id) { latest { position } } }", new { id = article }))
            .GetProperty("article").GetProperty("latest"), "position");
        var erased = await server.Mutate("eraseContent", new { stream = article, position, legalBasis = "VDAR 17" }, "position");
        Assert.Equal(0, erased.GetProperty("errors").GetArrayLength());
        await Trail(known, "workaround-withdrawn");
        Assert.Equal("ERASED", Text(await Known(known), "lostWorkaround", "loss"));
    }

    [Fact]
    public async Task Is_proposed_to_be_opened_again_when_an_incident_that_came_later_is_linked()
    {
        var (problem, change) = (await Report("KNOWC", "PRB1", "PROBLEM"), await Report("KNOWC", "CHG1", "CHANGE_REQUEST"));
        var known = await Open(problem);
        await server.Mutate("linkKnownErrorFixChange", new { id = known, change });
        var earlier = await Report("KNOWC", "INC1", "INCIDENT", server.Clock.GetUtcNow().AddDays(-1));
        await server.Mutate("fixKnownError", new { id = known });
        Assert.Equal("SAME_PERSON", await Code("verifyKnownErrorFix", new { id = known }));
        await server.Mutate("proposeIncidentProblemLink", new { incident = earlier, problem });
        server.Clock.Forward(TimeSpan.FromHours(1));
        var later = await Report("KNOWC", "INC2", "INCIDENT", server.Clock.GetUtcNow());
        await server.Mutate("proposeIncidentProblemLink", new { incident = later, problem });

        await Trail(known, "reopening-proposed");
        var found = await server.Data(
            """
            query($change: ID!) {
                knownErrors(first: 5, filter: { institution: "KNOWC", reopeningProposed: true, open: false, status: [FIXED] }) {
                    nodes { reopeningProposedFor { number } fixChange { number } problem { number knownErrors(first: 1) { totalCount } } } }
                serviceRecord(id: $change) { knownErrors(first: 1) { totalCount } }
            }
            """, new { change });
        var node = found.GetProperty("knownErrors").GetProperty("nodes")[0];
        Assert.Equal(("INC2", "CHG1", "PRB1"), (Text(node, "reopeningProposedFor", "number"), Text(node, "fixChange", "number"), Text(node, "problem", "number")));
        Assert.Equal((1, 1), (node.GetProperty("problem").GetProperty("knownErrors").GetProperty("totalCount").GetInt32(),
            found.GetProperty("serviceRecord").GetProperty("knownErrors").GetProperty("totalCount").GetInt32()));
        Assert.Equal("REOPENING_PROPOSED", await Code("verifyKnownErrorFix", new { id = known }));
        var reopened = await server.Mutate("reopenKnownError", new { id = known, reasonCode = "recurred" }, $"knownError {{ {Shown} }}");
        Assert.Equal(("REOPENED", JsonValueKind.Null), (Text(reopened, "knownError", "status"), reopened.GetProperty("knownError").GetProperty("fix").ValueKind));
    }

    [Fact]
    public async Task Refuses_what_cannot_be()
    {
        var (problem, incident) = (await Report("KNOWD", "PRB1", "PROBLEM"), await Report("KNOWD", "INC1", "INCIDENT"));
        Assert.Equal("WRONG_RECORD_KIND", await Code("openKnownError", new { problem = incident, title = "x" }));
        var known = await Open(problem);
        Assert.Equal("KNOWN_ERROR_EXISTS", await Code("openKnownError", new { problem, title = "x" }));
        var draft = await server.Draft("Melnraksts", "KNOWD");
        Assert.Equal("VERSION_NOT_IN_USE", await Code("setKnownErrorWorkaround", new { id = known, workaround = new { thing = draft, number = 1 } }));
        Assert.Equal("NOT_FOUND", (await server.Mutate("setKnownErrorWorkaround", new { id = known, workaround = new { thing = draft, number = 2 } }))
            .GetProperty("errors")[0].GetProperty("code").GetString());
        Assert.Equal("WRONG_RECORD_KIND", await Code("linkKnownErrorFixChange", new { id = known, change = incident }));
        Assert.Equal("KNOWN_ERROR_NOT_FIXED", await Code("verifyKnownErrorFix", new { id = known }));
        Assert.Equal("NO_REOPENING_PROPOSED", await Code("declineKnownErrorReopening", new { id = known, reasonCode = "x" }));
    }

    private async Task<string> Open(string problem) => Text(await server.Mutate("openKnownError",
        new { problem, title = "Disks pilns", symptoms = "Lapa rāda 500" }, "knownError { id }"), "knownError", "id")!;

    private async Task<JsonElement> Known(string id) =>
        (await server.Data($"query($id: ID!) {{ node(id: $id) {{ ... on KnownError {{ {Shown} }} }} }}", new { id })).GetProperty("node");

    private async Task<string> Publish(string institution, string title)
    {
        var id = await server.Draft(title, institution);
        await server.Mutate("publishArticleProvisionally", new { id, revision = 1 });
        return id;
    }

    private async Task<List<JsonElement>> Trail(string stream, string until)
    {
        for (var tries = 0; ; tries++)
        {
            var trail = (await server.Data(
                "query($id: ID!) { auditTrail(first: 50, filter: { stream: $id }) { nodes { eventId type causationId via position } } }", new { id = stream }))
                .GetProperty("auditTrail").GetProperty("nodes").EnumerateArray().OrderBy(entry => long.Parse(Text(entry, "position")!, null)).ToList();
            if (Text(trail[^1], "type")!.Contains($".{until}/", StringComparison.Ordinal))
                return trail;
            Assert.True(tries < 200, $"Nothing was recorded: {string.Join(", ", trail.Select(entry => Text(entry, "type")))}");
            await Task.Delay(100);
        }
    }

    private async Task<string> Code(string mutation, object input) => Text((await server.Mutate(mutation, input)).GetProperty("errors")[0], "code")!;

    private static string? Text(JsonElement of, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            of = of.GetProperty(name);
        return of.GetString();
    }

    private async Task<string> Position() => Text(await server.Data("{ ledger { size } }"), "ledger", "size")!;

    private async Task<string> Report(string institution, string number, string kind, DateTimeOffset? openedAt = null)
    {
        await server.Mutate("registerInstitution", new { institution, name = institution, from = "2025-01-01" });
        return Text(await server.Mutate("reportServiceRecord",
            new { institution, kind, number, facts = new { state = "New", openedAt = openedAt?.ToString("O") } }, "record { id }"), "record", "id")!;
    }
}
