using System.Text.Json;

namespace EventKb.Integration.Tests.GraphQL;

/// <summary>From the register to who answers for an article, under the rules of a process.</summary>
public sealed class GoverningAndOwning(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task A_service_its_holder_and_the_article_that_the_holder_answers_for()
    {
        var service = await Registered("OWN", "SERVICE", "parking");
        var holder = await server.Person("OWN");
        var gaps = await Gaps("OWN");
        Assert.Contains(("VACANT", "SERVICE_OWNER"), gaps);
        var assigned = await server.Mutate("assignDuty", new
        {
            institution = "OWN",
            duty = "SERVICE_OWNER",
            subject = service,
            holder,
            holderInstitution = "OWN",
            from = "2026-01-01",
            basis = new { order = "1-2/3", date = "2025-12-30" },
        }, "ownership { level scope holder { id } holders { from basis { order } current } }");
        Assert.Equal("[]", assigned.GetProperty("errors").ToString());
        Assert.Equal(holder, assigned.GetProperty("ownership").GetProperty("holder").GetProperty("id").GetString());
        var id = await server.Draft("Stāvvietas", "OWN");
        var set = await server.Mutate("setArticleAccountability", new { id, subject = service }, "article { accountable { duty holder { id } } institution { code } }");
        Assert.Equal("[]", set.GetProperty("errors").ToString());
        Assert.Equal(holder, set.GetProperty("article").GetProperty("accountable").GetProperty("holder").GetProperty("id").GetString());
        var open = await server.Data(
            """{ gaps(first: 50, filter: {institution: "OWN", duty: SERVICE_OWNER, open: true}) { nodes { kind } } ownerships(first: 5, filter: {institution: "OWN", level: CORE_OPERATIONS}) { totalCount } catalogue(first: 5, filter: {institution: "OWN", kind: SERVICE}) { nodes { id code name } } }""");
        Assert.DoesNotContain("VACANT", open.GetProperty("gaps").ToString(), StringComparison.Ordinal);
        Assert.Equal(1, open.GetProperty("ownerships").GetProperty("totalCount").GetInt32());
        Assert.Equal("parking", open.GetProperty("catalogue").GetProperty("nodes")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_rules_of_the_process_in_force_decide_whether_one_person_may_approve()
    {
        var before = await server.Draft("Iesniegts agrāk", "RULES");
        Assert.Equal("SAME_PERSON", (await Approve(before)).GetProperty("errors")[0].GetProperty("code").GetString());
        var adopted = await server.Mutate("adoptKnowledgeProcess", new
        {
            institution = "RULES",
            title = "Process",
            scope = "INSTITUTION",
            inForceFrom = "2026-01-01",
            document = new { number = "1", date = "2026-01-01", sha256 = new string('a', 64) },
            rules = new { fourEyes = false },
        }, "process { inForce { rules { fourEyes provisionalHours } } }");
        Assert.Equal("[]", adopted.GetProperty("errors").ToString());
        Assert.False(adopted.GetProperty("process").GetProperty("inForce").GetProperty("rules").GetProperty("fourEyes").GetBoolean());
        Assert.Equal("SAME_PERSON", (await Approve(before)).GetProperty("errors")[0].GetProperty("code").GetString());
        var id = await server.Draft("Četras acis", "RULES");
        Assert.Equal("[]", (await Approve(id)).GetProperty("errors").ToString());
        await Publishes_at_its_time(id);
    }

    [Fact]
    public async Task A_control_with_a_finding_that_is_closed()
    {
        var article = await server.Draft("Kontrolēts", "CTRL");
        var performed = await server.Mutate("performControl", new
        {
            institution = "CTRL",
            duty = "SERVICE_PORTFOLIO_OWNER",
            from = "2026-01-01",
            until = "2026-04-01",
            title = "1. ceturksnis",
            sample = new[] { new { thing = article, number = 1 } },
        }, "control { id sample { number article { title } } }");
        Assert.Equal("[]", performed.GetProperty("errors").ToString());
        var id = performed.GetProperty("control").GetProperty("id").GetString();
        var responsible = await server.Person("CTRL");
        await server.Mutate("raiseFinding", new { id, responsible, dueOn = "2026-05-01", comment = "Trūkst iemesla" });
        var closed = await server.Mutate("closeFinding", new { id, finding = 1 }, "control { findings { number closed comment } }");
        Assert.True(closed.GetProperty("control").GetProperty("findings")[0].GetProperty("closed").GetBoolean());
        var controls = await server.Data("""{ controls(first: 5, filter: {institution: "CTRL", hasOpenFindings: false}) { totalCount nodes { id } } }""");
        Assert.Equal(id, controls.GetProperty("controls").GetProperty("nodes")[0].GetProperty("id").GetString());
        Assert.Equal(id, (await server.Data("query($id: ID!) { node(id: $id) { id } }", new { id })).GetProperty("node").GetProperty("id").GetString());
    }

    [Fact]
    public async Task An_institution_is_registered_and_known_by_name()
    {
        var registered = await server.Mutate("registerInstitution", new { institution = "NAMED", name = "Nosaukta iestāde", from = "2020-01-01" },
            "institution { id code name status }");
        Assert.Equal("Nosaukta iestāde", registered.GetProperty("institution").GetProperty("name").GetString());
        Assert.Equal("ACTIVE", registered.GetProperty("institution").GetProperty("status").GetString());
    }

    private async Task Publishes_at_its_time(string id)
    {
        var at = server.Clock.GetUtcNow().AddMinutes(10).ToString("O");
        var planned = await server.Mutate("scheduleArticlePublication", new { id, revision = 1, at }, "article { scheduled { revision } }");
        Assert.Equal(1, planned.GetProperty("article").GetProperty("scheduled").GetProperty("revision").GetInt32());
        await Task.Delay(200);
        Assert.Equal("IN_REVIEW", await State(id));
        server.Clock.Forward(TimeSpan.FromMinutes(11));
        for (var i = 0; i < 50 && await State(id) != "PUBLISHED"; i++)
            await Task.Delay(100);
        Assert.Equal("PUBLISHED", await State(id));
    }

    private async Task<string?> State(string id) =>
        (await server.Data("query($id: ID!) { article(id: $id) { state } }", new { id })).GetProperty("article").GetProperty("state").GetString();

    private async Task<JsonElement> Approve(string id)
    {
        await server.Mutate("submitArticle", new { id, revision = 1 });
        var read = await server.Data("query($id: ID!) { article(id: $id) { latest { commitment } } }", new { id });
        var commitment = read.GetProperty("article").GetProperty("latest").GetProperty("commitment").GetString();
        return await server.Mutate("approveArticle", new { id, revision = 1, commitment });
    }

    private async Task<string> Registered(string institution, string kind, string code)
    {
        var registered = await server.Mutate("registerCatalogueEntry", new { institution, kind, code, name = code, from = "2025-01-01" }, "entry { id }");
        Assert.Equal("[]", registered.GetProperty("errors").ToString());
        return registered.GetProperty("entry").GetProperty("id").GetString()!;
    }

    private async Task<List<(string?, string?)>> Gaps(string institution) =>
        [.. (await server.Data("query($i: String) { gaps(first: 50, filter: {institution: $i}) { nodes { kind duty } } }", new { i = institution }))
            .GetProperty("gaps").GetProperty("nodes").EnumerateArray().Select(g => (g.GetProperty("kind").GetString(), g.GetProperty("duty").GetString()))];
}
