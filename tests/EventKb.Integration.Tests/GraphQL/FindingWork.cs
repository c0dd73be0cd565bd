using System.Text.Json;

namespace EventKb.Integration.Tests.GraphQL;

/// <summary>A reviewer finds what waits, a reader what to do instead, and beside every id stands the object.</summary>
public sealed class FindingWork(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task A_reviewer_finds_what_waits_for_an_approval_whatever_is_in_use()
    {
        await AdoptRules("WORK");
        var id = await server.Draft("E-rinda nerāda laikus", "WORK");
        Assert.Equal("[]", await Found("WORK", "awaitingReview: true"));
        await server.Mutate("submitArticle", new { id, revision = 1 });
        Assert.Equal($"[\"{id}\"]", await Found("WORK", "awaitingReview: true"));
        await Approve(id, 1);
        Assert.Equal(("APPROVED", 1), await Pending(id));
        await server.Mutate("publishArticle", new { id, revision = 1 });
        Assert.Equal((null, 0), await Pending(id));
        await server.Mutate("reviseArticle", new { id, title = "E-rinda nerāda laikus", body = "Cits teksts" });
        Assert.Equal(("DRAFT", 2), await Pending(id));
        Assert.Equal("[]", await Found("WORK", "awaitingReview: true"));
        await server.Mutate("submitArticle", new { id, revision = 2 });
        Assert.Equal(("IN_REVIEW", 2), await Pending(id));
        Assert.Equal($"[\"{id}\"]", await Found("WORK", "awaitingReview: true, state: PUBLISHED"));
        await server.Mutate("requestArticleChanges", new { id, revision = 2, comment = "Trūkst cēloņa." });
        Assert.Equal($"[\"{id}\"]", await Found("WORK", "awaitingReview: false"));
    }

    [Fact]
    public async Task What_is_scheduled_what_is_over_and_what_a_title_says_is_found()
    {
        await AdoptRules("WHEN");
        var id = await server.Draft("Stāvvietas ATĻAUJA: maksājums", "WHEN");
        await server.Mutate("submitArticle", new { id, revision = 1 });
        await Approve(id, 1);
        Assert.Equal("[]", await Found("WHEN", "scheduled: true"));
        await server.Mutate("scheduleArticlePublication", new { id, revision = 1, at = DateTimeOffset.UtcNow.AddDays(9).ToString("O") });
        Assert.Equal($"[\"{id}\"]", await Found("WHEN", "scheduled: true, expired: false"));
        Assert.Equal("[]", await Found("WHEN", "scheduled: false"));
        await server.Mutate("changeArticleValidity", new { id, until = DateTimeOffset.UtcNow.AddDays(-1).ToString("O") });
        Assert.Equal($"[\"{id}\"]", await Found("WHEN", "expired: true"));
        Assert.Equal($"[\"{id}\"]", await Found("WHEN", "title: \"  maksajums ATLAUJ \""));
        Assert.Equal("[]", await Found("WHEN", "title: \"maksājums rēķins\""));
        Assert.Equal(1, (await server.Data("{ articles(first: 0, filter: {institution: \"WHEN\", title: \"ļau\"}) { totalCount } }"))
            .GetProperty("articles").GetProperty("totalCount").GetInt32());
        Assert.Equal("INVALID_INPUT", await server.Refusal($"{{ articles(first: 1, filter: {{title: \"{new string('a', 201)}\"}}) {{ totalCount }} }}"));
    }

    [Fact]
    public async Task Of_a_withdrawn_article_one_reads_why_and_what_to_do_instead()
    {
        await AdoptRules("HARM");
        var (id, other) = (await server.Draft("Kaitīgs", "HARM"), await server.Draft("Labāks", "HARM"));
        await server.Mutate("submitArticle", new { id, revision = 1 });
        await Approve(id, 1);
        await server.Mutate("publishArticle", new { id, revision = 1 });
        Assert.Equal("{\"withdrawal\":null,\"replacedBy\":null}", await Answer(id, "withdrawal { reason } replacedBy { thingId }"));
        await server.Mutate("withdrawArticle", new
        {
            id,
            reasonCode = "harmful",
            reason = "Divi maksāja divreiz.",
            insteadText = "Zvaniet.",
            instead = new { thing = other, number = 1 },
        });
        Assert.Equal(
            $$$$"""
            {"withdrawal":{"reasonCode":"harmful","reason":"Divi maksāja divreiz.","insteadText":"Zvaniet.","instead":{"article":{"title":"Labāks"}}},"replacedBy":{"thingId":"{{{{other}}}}","number":1},"pending":null}
            """,
            await Answer(id, "withdrawal { reasonCode reason insteadText instead { article { title } } } replacedBy { thingId number } pending { stage }"));
        await server.Mutate("restoreArticle", new { id, reasonCode = "mistake" });
        Assert.Equal("{\"withdrawal\":null,\"replacedBy\":null}", await Answer(id, "withdrawal { reason } replacedBy { thingId }"));
    }

    [Fact]
    public async Task Beside_every_id_stands_the_object()
    {
        var (service, resource) = (await Registered("IDS", "SERVICE", "permits"), await Registered("IDS", "RESOURCE", "payments"));
        await server.Mutate("addCatalogueDependency", new { id = service, on = resource, from = "2026-01-01" });
        var id = await server.Draft("Par pakalpojumu", "IDS");
        await server.Mutate("classifyArticle", new { id, classification = new { services = new[] { service }, resources = new[] { resource } } });
        await server.Mutate("setArticleAccountability", new { id, subject = service });
        Assert.Equal(
            $$$$"""
            {"classification":{"serviceIds":["{{{{service}}}}"],"services":[{"code":"permits","dependsOn":[{"code":"payments"}]}],"resources":[{"neededBy":[{"id":"{{{{service}}}}"}]}],"lifeSituations":[]},"accountableSubject":{"name":"permits"}}
            """,
            await Answer(id, "classification { serviceIds services { code dependsOn { code } } resources { neededBy { id } } lifeSituations { id } } accountableSubject { name }"));
        var gaps = (await server.Data(
            "{ gaps(first: 50, filter: {institution: \"IDS\", open: true}) { nodes { subjectId subject { ... on CatalogueEntry { code } ... on Institution { code name } } } } }"))
            .GetProperty("gaps").GetProperty("nodes").EnumerateArray().Select(gap => gap.GetRawText()).ToList();
        Assert.Contains($$$$"""{"subjectId":"{{{{service}}}}","subject":{"code":"permits"}}""", gaps);
        Assert.Contains("""{"subjectId":"IDS","subject":{"code":"IDS","name":"IDS"}}""", gaps);
    }

    [Fact]
    public async Task An_article_follows_the_template_of_its_process()
    {
        await AdoptRules("FORM", new { fourEyes = false, requireSections = true });
        var template = (await server.Ask("{ articleTemplates(institution: \"FORM\") { name kind required sections { name label } } }", language: "lv"))
            .GetProperty("data").GetProperty("articleTemplates")[0];
        Assert.Equal("{\"name\":\"guideline/1\",\"kind\":\"INCIDENT_RESOLUTION\",\"required\":true,\"sections\":"
            + "[{\"name\":\"situation\",\"label\":\"Situācija\"},{\"name\":\"actions-taken\",\"label\":\"Veiktās darbības\"},"
            + "{\"name\":\"cause\",\"label\":\"Cēlonis\"},{\"name\":\"course-of-removal\",\"label\":\"Novēršanas gaita\"},"
            + "{\"name\":\"result\",\"label\":\"Rezultāts\"}]}", template.GetRawText());
        var draft = (string[] sections) => server.Mutate("draftArticle", new
        {
            institution = "FORM",
            kind = "INCIDENT_RESOLUTION",
            language = "lv",
            title = "Veidne",
            body = "",
            sections = sections.Select(name => new { name, value = $"Par {name}" }),
        }, "article { latest { sections { name } } }");
        var refused = await draft(["result", "situation"]);
        Assert.Contains("actions-taken, cause, course-of-removal", refused.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        var taken = await draft(["result", "cause", "situation", "course-of-removal", "actions-taken"]);
        Assert.Equal(["situation", "actions-taken", "cause", "course-of-removal", "result"], taken.GetProperty("article").GetProperty("latest")
            .GetProperty("sections").EnumerateArray().Select(section => section.GetProperty("name").GetString()!));
    }

    private async Task<string> Found(string institution, string filter) => (await server.Data(
        $"{{ articles(first: 9, filter: {{institution: \"{institution}\", {filter}}}) {{ nodes {{ id }} }} }}"))
        .GetProperty("articles").GetProperty("nodes").EnumerateArray().Select(node => $"\"{node.GetProperty("id").GetString()}\"")
        .Aggregate("[", (all, one) => all.Length == 1 ? all + one : $"{all},{one}") + "]";

    private async Task<string> Answer(string id, string select) =>
        (await server.Data($"query($id: ID!) {{ article(id: $id) {{ {select} }} }}", new { id })).GetProperty("article").GetRawText();

    private async Task<(string? Stage, int Revision)> Pending(string id)
    {
        var pending = (await server.Data("query($id: ID!) { article(id: $id) { pending { stage revision { number body } by { id } } } }", new { id }))
            .GetProperty("article").GetProperty("pending");
        if (pending.ValueKind == JsonValueKind.Null)
            return (null, 0);
        Assert.NotNull(pending.GetProperty("by").GetProperty("id").GetString());
        return (pending.GetProperty("stage").GetString(), pending.GetProperty("revision").GetProperty("number").GetInt32());
    }

    private async Task Approve(string id, int revision)
    {
        var commitment = (await server.Data("query($id: ID!, $n: Int!) { article(id: $id) { revision(number: $n) { commitment } } }", new { id, n = revision }))
            .GetProperty("article").GetProperty("revision").GetProperty("commitment").GetString();
        Assert.Equal("[]", (await server.Mutate("approveArticle", new { id, revision, commitment })).GetProperty("errors").ToString());
    }

    private async Task AdoptRules(string institution, object? rules = null) => await server.Mutate("adoptKnowledgeProcess", new
    {
        institution,
        title = "Process",
        scope = "INSTITUTION",
        inForceFrom = "2026-01-01",
        document = new { number = "1", date = "2026-01-01", sha256 = new string('a', 64) },
        rules = rules ?? new { fourEyes = false },
    });

    private async Task<string> Registered(string institution, string kind, string code) => (await server.Mutate("registerCatalogueEntry",
        new { institution, kind, code, name = code, from = "2026-01-01" }, "entry { id }")).GetProperty("entry").GetProperty("id").GetString()!;
}
