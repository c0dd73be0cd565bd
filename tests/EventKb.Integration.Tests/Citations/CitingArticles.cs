using System.Text.Json;
using EventKb.Integration.Tests.GraphQL;

namespace EventKb.Integration.Tests.Citations;

/// <summary>Uses of articles over GraphQL: on an incident and on none, what came of them, then and now.</summary>
public sealed class CitingArticles(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Shown =
        """
        id version used { thingId number position article { title } } record { number } person { name } institution { code } supportLevel outcome
        useful comment ratingComment withdrawal { reasonCode reason person { name } }
        """;

    [Fact]
    public async Task Is_recorded_on_an_incident_and_its_outcome_is_stated_later()
    {
        var (article, incident) = (await server.Draft("Disks pilns", "CITEA"), await Report("CITEB", "INC1"));
        var cited = await server.Mutate("citeArticle",
            new { institution = "CITEB", used = Version(article), record = incident, supportLevel = 1, comment = "Pēc 3. soļa" },
            $"citation {{ {Shown} }}");
        Assert.Equal(0, cited.GetProperty("errors").GetArrayLength());
        var use = cited.GetProperty("citation");
        Assert.Equal(("Disks pilns", article, "INC1", "CITEB", "NOT_YET_KNOWN", "Pēc 3. soļa"),
            (Text(use, "used", "article", "title"), Text(use, "used", "thingId"), Text(use, "record", "number"),
            Text(use, "institution", "code"), Text(use, "outcome"), Text(use, "comment")));
        var (id, then) = (Text(use, "id"), await Position());
        await server.Mutate("stateCitationOutcome", new { id, outcome = "MADE_WORSE" });
        await server.Mutate("rateCitation", new { id, useful = false, comment = "Solis 3 dzēš datus" });

        var data = await server.Data(
            $$"""
            query($then: Position!, $id: ID!, $article: ID!, $incident: ID!) {
                asOf(position: $then) {
                    node(id: $id) { ... on Citation { {{Shown}} } }
                    article(id: $article) { citations(first: 1) { nodes { outcome } } }
                }
                node(id: $id) { ... on Citation { {{Shown}} } }
                article(id: $article) { citations(first: 5, outcome: [MADE_WORSE]) { totalCount nodes { id } } }
                serviceRecord(id: $incident) { citations(first: 5) { totalCount nodes { used { article { title } } } } }
                auditTrail(first: 9, filter: { subject: $article, category: "citation" }) { nodes { type } }
            }
            """, new { then, id, article, incident });
        var (before, now) = (data.GetProperty("asOf").GetProperty("node"), data.GetProperty("node"));
        Assert.Equal(("NOT_YET_KNOWN", JsonValueKind.Null), (Text(before, "outcome"), before.GetProperty("useful").ValueKind));
        Assert.Equal(("MADE_WORSE", false, "Solis 3 dzēš datus", "Pēc 3. soļa"), (Text(now, "outcome"), now.GetProperty("useful").GetBoolean(),
            Text(now, "ratingComment"), Text(now, "comment")));
        Assert.Equal("NOT_YET_KNOWN", Text(Nodes(data.GetProperty("asOf").GetProperty("article"))[0], "outcome"));
        Assert.Equal(id, Text(Nodes(data.GetProperty("article"))[0], "id"));
        Assert.Equal("Disks pilns", Text(Nodes(data.GetProperty("serviceRecord"))[0], "used", "article", "title"));
        Assert.Equal("citation.recorded/1,citation.outcome-stated/1,citation.rated/1", string.Join(',',
            data.GetProperty("auditTrail").GetProperty("nodes").EnumerateArray().Select(entry => Text(entry, "type"))));
    }

    [Fact]
    public async Task Is_counted_no_more_once_it_is_withdrawn()
    {
        var article = await server.Draft("Kļūdas dēļ", "CITEC");
        var id = await Cite(new { institution = "CITEC", used = Version(article), outcome = "RESTORED", useful = true });
        var then = await Position();
        Assert.Equal("INVALID_INPUT", await Code("withdrawCitation", new { id, reasonCode = "Not a code" }));
        var payload = await server.Mutate("withdrawCitation", new { id, reasonCode = "mistake", reason = "Cits raksts" }, $"citation {{ {Shown} }}");

        Assert.Equal(("mistake", "Cits raksts"),
            (Text(payload, "citation", "withdrawal", "reasonCode"), Text(payload, "citation", "withdrawal", "reason")));
        Assert.Equal("CITATION_WITHDRAWN", await Code("stateCitationOutcome", new { id, outcome = "NOT_RESTORED" }));
        Assert.Equal((0, 1), (await Count($"article: \"{article}\""), await Count($"article: \"{article}\", includeWithdrawn: true")));
        var data = await server.Data(
            """
            query($then: Position!, $article: ID!) {
                asOf(position: $then) { article(id: $article) { citations(first: 1) { totalCount } } }
                article(id: $article) { citations(first: 1) { totalCount } all: citations(first: 1, includeWithdrawn: true) { totalCount } }
            }
            """, new { then, article });
        Assert.Equal((1, 0, 1), (Total(data.GetProperty("asOf").GetProperty("article")), Total(data.GetProperty("article")),
            Total(data.GetProperty("article"), "all")));
    }

    [Fact]
    public async Task Is_refused_for_what_is_not_there_or_no_article()
    {
        var (article, incident) = (await server.Draft("Īsts", "CITED"), await Report("CITED", "INC1"));
        const string institution = "CITED";
        Assert.Equal("NOT_FOUND", await Code("citeArticle", new { institution, used = new { thing = article, number = 2 } }));
        Assert.Equal("INVALID_INPUT", await Code("citeArticle", new { institution, used = new { thing = incident, number = 1 } }));
        Assert.Equal("UNKNOWN_REFERENCE", await Code("citeArticle",
            new { institution, used = Version(article), record = "CITED/service-record/none" }));
        Assert.Equal("INVALID_INPUT", await Code("citeArticle", new { institution, used = Version(article), record = article }));
        Assert.Equal("INVALID_INPUT", await Code("citeArticle", new { institution, used = Version(article), supportLevel = 10 }));
        Assert.Equal("NOT_FOUND", await Code("rateCitation", new { id = "CITED/citation/none", useful = true }));
        Assert.Equal(0, await Count("institution: \"CITED\""));
    }

    [Fact]
    public async Task Is_found_by_each_condition()
    {
        var (article, incident) = (await server.Draft("Filtri", "CITEE"), await Report("CITEF", "INC1"));
        await server.Mutate("reviseArticle", new { id = article, title = "Filtri", body = "2" });
        await Cite(new { institution = "CITEE", used = Version(article), supportLevel = 1, outcome = "RESTORED", useful = true });
        await Cite(new { institution = "CITEF", used = Version(article, 2), record = incident, supportLevel = 2 });
        var person = Text(await server.Data("{ citations(first: 1, filter: { institution: \"CITEE\" }) { nodes { person { id } usedAt } } }"),
            "citations", "nodes", "0", "person", "id");

        foreach (var (condition, count) in new[]
        {
            ("revision: 1", 1), ("revision: 3", 0), ("institution: \"CITEF\"", 1), ("articleInstitution: \"CITEE\"", 2),
            ("articleInstitution: \"CITEF\"", 0), ($"record: \"{incident}\"", 1), ("onRecord: false", 1), ("onRecord: true", 1),
            ($"person: \"{person}\"", 2), ("person: \"nobody\"", 0), ("supportLevel: 2", 1), ("outcome: [RESTORED, MADE_WORSE]", 1),
            ("outcome: [NOT_YET_KNOWN, RESTORED]", 2), ("useful: true", 1), ("useful: false", 0), ("usedFrom: \"2020-01-01T00:00:00Z\"", 2),
            ("usedBefore: \"2020-01-01T00:00:00Z\"", 0),
        })
            Assert.Equal((condition, count), (condition, await Count($"article: \"{article}\", {condition}")));
    }

    private static object Version(string article, int number = 1) => new { thing = article, number };

    private async Task<int> Count(string filter) => Total(await server.Data($"{{ citations(first: 1, filter: {{ {filter} }}) {{ totalCount }} }}"));

    private static int Total(JsonElement of, string name = "citations") => of.GetProperty(name).GetProperty("totalCount").GetInt32();

    private static JsonElement Nodes(JsonElement of) => of.GetProperty("citations").GetProperty("nodes");

    private async Task<string> Code(string mutation, object input) =>
        Text((await server.Mutate(mutation, input)).GetProperty("errors")[0], "code")!;

    private async Task<string> Cite(object input) => Text(await server.Mutate("citeArticle", input, "citation { id }"), "citation", "id")!;

    private async Task<string> Position() => Text(await server.Data("{ ledger { size } }"), "ledger", "size")!;

    private async Task<string> Report(string institution, string number) => Text(await server.Mutate("reportServiceRecord",
        new { institution, kind = "INCIDENT", number, facts = new { state = "New" } }, "record { id }"), "record", "id")!;

    private static string? Text(JsonElement of, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            of = of.ValueKind == JsonValueKind.Array ? of[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)] : of.GetProperty(name);
        return of.GetString();
    }
}
