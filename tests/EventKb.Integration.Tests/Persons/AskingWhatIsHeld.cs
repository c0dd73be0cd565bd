using System.Text.Json;
using EventKb.Integration.Tests.GraphQL;

namespace EventKb.Integration.Tests.Persons;

/// <summary>What a person is told about themselves, and what erasing would take.</summary>
public sealed class AskingWhatIsHeld(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task Every_entry_and_every_text_that_names_somebody_is_told_until_it_is_erased()
    {
        var anna = await server.Person("HELD", "Anna Kanarija");
        await server.Mutate("renamePerson", new { id = anna, name = "Anna Zīle", from = "2026-01-01" });
        var service = (await server.Mutate("registerCatalogueEntry", new { institution = "HELD", kind = "SERVICE", code = "s", name = "s", from = "2025-01-01" },
            "entry { id }")).GetProperty("entry").GetProperty("id").GetString()!;
        await server.Mutate("assignDuty", new
        {
            institution = "HELD",
            duty = "SERVICE_OWNER",
            subject = service,
            holder = anna,
            holderInstitution = "HELD",
            from = "2026-01-01",
            basis = new { order = "1", date = "2024-01-01" },
        });
        var article = await server.Draft("Printing", "HELD", $"Before. {new string('x', 200)} Ask anna Kanarija or ANNA ZĪLE, not 100% Anna_Z. {new string('y', 200)}");
        await server.Mutate("reviseArticle", new { id = article, title = "Annas Zīles piezīmes", body = "Nobody" });

        var report = await Report(anna);
        Assert.Equal(
            ["person.registered SUBJECT,TEXT ERASE_PERSON", "person.renamed SUBJECT,TEXT ERASE_PERSON", "ownership-assignment.assigned NAMED ",
                "knowledge-article.drafted TEXT ERASE_CONTENT"],
            report.Select(Line));
        Assert.Equal(["Anna Kanarija"], Passages(report[0]));
        var passage = Assert.Single(Passages(report[3]));
        Assert.Equal($"…{new string('x', 75)} Ask anna Kanarija or ANNA ZĪLE, not 100% Anna_Z. {new string('y', 61)}…", passage);
        Assert.Equal(5, (await Report(anna, "Annas Zīle")).Count);
        Assert.Equal(4, (await Report(anna, "Anna%Z", "nnaXZ")).Count);

        await server.Mutate("erasePerson", new { id = anna, legalBasis = "VDAR 17. pants" });
        report = await Report(anna);
        Assert.DoesNotContain(report, mention => Passages(mention).Count > 0);
        Assert.Equal(["person.registered SUBJECT ", "person.renamed SUBJECT ", "ownership-assignment.assigned NAMED "], report.Select(Line).Take(3));
    }

    [Fact]
    public async Task Who_acts_is_told_page_by_page_what_they_did()
    {
        await server.Draft("One", "ACTS");
        var me = (await server.Data("{ auditTrail(first: 1, filter: {category: \"knowledge-article\"}) { nodes { person { id } } } }"))
            .GetProperty("auditTrail").GetProperty("nodes")[0].GetProperty("person").GetProperty("id").GetString()!;
        var (seen, after) = (new List<string>(), (string?)null);
        do
        {
            var page = (await server.Data("query($id: ID!, $after: String) { personReport(person: $id, first: 2, after: $after) "
                + "{ totalCount pageInfo { hasNextPage endCursor } nodes { position roles } } }", new { id = me, after })).GetProperty("personReport");
            seen.AddRange(page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("position").GetString()!));
            Assert.All(page.GetProperty("nodes").EnumerateArray(), node => Assert.Contains("ACTOR", node.ToString(), StringComparison.Ordinal));
            after = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean() ? page.GetProperty("pageInfo").GetProperty("endCursor").GetString() : null;
            if (after is null)
                Assert.Equal(seen.Count, page.GetProperty("totalCount").GetInt32());
        }
        while (after is not null);
        var trail = await server.Data("query($id: ID!) { auditTrail(first: 0, filter: {person: $id}) { totalCount } }", new { id = me });
        Assert.Equal(trail.GetProperty("auditTrail").GetProperty("totalCount").GetInt32(), seen.Distinct().Count());
    }

    [Fact]
    public async Task Too_short_a_word_is_not_looked_for() =>
        Assert.Equal("INVALID_INPUT", await server.Refusal("{ personReport(person: \"HELD/person/x\", words: [\"An\"], first: 1) { totalCount } }"));

    private async Task<List<JsonElement>> Report(string person, params string[] words) => [.. (await server.Data(
        "query($id: ID!, $words: [String!]) { personReport(person: $id, words: $words, first: 50) "
            + "{ nodes { roles erasedBy entry { type } passages { field text } } } }", new { id = person, words }))
        .GetProperty("personReport").GetProperty("nodes").EnumerateArray()];

    private static string Line(JsonElement mention) =>
        $"{mention.GetProperty("entry").GetProperty("type").GetString()!.Split('/')[0]} "
        + $"{string.Join(",", mention.GetProperty("roles").EnumerateArray().Select(role => role.GetString()))} {mention.GetProperty("erasedBy").GetString()}";

    private static List<string?> Passages(JsonElement mention) =>
        [.. mention.GetProperty("passages").EnumerateArray().Select(passage => passage.GetProperty("text").GetString())];
}
