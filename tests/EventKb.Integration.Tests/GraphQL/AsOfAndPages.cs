using System.Text.Json;

namespace EventKb.Integration.Tests.GraphQL;

/// <summary>One view per answer, and the same view on the next page.</summary>
public sealed class AsOfAndPages(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task As_of_a_position_everything_below_is_as_it_was()
    {
        var id = await server.Draft("Pirms");
        var before = await Size();
        await server.Mutate("reviseArticle", new { id, title = "Pēc", body = "b" });
        var data = await server.Data(
            "query($id: ID!, $p: Position) { asOf(position: $p) { ledger { size } article(id: $id) { title revisions(first: 5) { totalCount } } } article(id: $id) { title } }",
            new { id, p = before });
        Assert.Equal("Pirms", data.GetProperty("asOf").GetProperty("article").GetProperty("title").GetString());
        Assert.Equal(1, data.GetProperty("asOf").GetProperty("article").GetProperty("revisions").GetProperty("totalCount").GetInt32());
        Assert.Equal(before, data.GetProperty("asOf").GetProperty("ledger").GetProperty("size").GetString());
        Assert.Equal("Pēc", data.GetProperty("article").GetProperty("title").GetString());
    }

    [Fact]
    public async Task The_same_view_gives_the_same_bytes_whatever_happens_after()
    {
        await server.Draft("Pastāvīgs");
        var query = $$"""{ asOf(position: "{{await Size()}}", valid: "2100-01-01T00:00:00Z") { articles(first: 50) { totalCount edges { cursor node { id title } } } } }""";
        var first = (await server.Ask(query)).ToString();
        await server.Draft("Vēlāks");
        Assert.Equal(first, (await server.Ask(query)).ToString());
        Assert.DoesNotContain("Vēlāks", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_page_is_of_the_view_of_the_first()
    {
        for (var i = 0; i < 3; i++)
            await server.Draft($"Lapa {i}", "PAGES");
        const string Query = "query($after: String) { articles(filter: {institution: \"PAGES\"}, first: 2, after: $after) { totalCount nodes { title } pageInfo { endCursor hasNextPage } } }";
        var first = await server.Data(Query);
        await server.Draft("Lapa vēlāk", "PAGES");
        var answer = await server.Ask(Query, new { after = first.GetProperty("articles").GetProperty("pageInfo").GetProperty("endCursor").GetString() });
        var second = answer.GetProperty("data").GetProperty("articles");
        Assert.Equal(["Lapa 2"], second.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("title").GetString()));
        Assert.Equal(3, second.GetProperty("totalCount").GetInt32());
        Assert.False(second.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
        Assert.NotEqual(await Size(), answer.GetProperty("extensions").GetProperty("eventkb").GetProperty("articles").GetProperty("position").GetString());
    }

    [Theory]
    [InlineData("position: $position")]
    [InlineData("recorded: $recorded")]
    [InlineData("valid: $valid")]
    [InlineData("recorded: \"2100-01-01T00:00:00Z\"")]
    [InlineData("position: $position, valid: $valid")]
    [InlineData("")]
    public async Task The_next_page_goes_on_in_what_as_of_leaves_open(string asOf)
    {
        var institution = $"OPEN-{Guid.NewGuid():N}";
        for (var i = 0; i < 3; i++)
            await server.Draft($"Lapa {i}", institution);
        var now = (await server.Data("{ ledger { size recordedAt } }")).GetProperty("ledger");
        var variables = new Dictionary<string, object?>
        {
            ["institution"] = institution,
            ["position"] = now.GetProperty("size").GetString(),
            ["recorded"] = now.GetProperty("recordedAt").GetString(),
            ["valid"] = "2100-01-01T00:00:00Z",
        };
        var query = "query($institution: String, $position: Position, $recorded: DateTime, $valid: DateTime, $after: String) { "
            + (asOf.Length == 0 ? "asOf" : $"asOf({asOf})")
            + " { articles(filter: {institution: $institution}, first: 2, after: $after) { nodes { title } pageInfo { endCursor } } } }";
        foreach (var unused in variables.Keys.Where(name => name != "institution" && !asOf.Contains("$" + name, StringComparison.Ordinal)))
            query = query.Replace($"${unused}: {(unused == "position" ? "Position" : "DateTime")}, ", "", StringComparison.Ordinal);

        var first = (await server.Data(query, variables)).GetProperty("asOf").GetProperty("articles");
        variables["after"] = first.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        await server.Draft("Lapa vēlāk", institution);
        var second = (await server.Data(query, variables)).GetProperty("asOf").GetProperty("articles");
        Assert.Equal(["Lapa 2"], second.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("title").GetString()));
    }

    [Theory]
    [InlineData("position: \"1\"")]
    [InlineData("valid: \"2100-01-01T00:00:00Z\"")]
    public async Task A_cursor_that_contradicts_as_of_is_refused(string asOf)
    {
        await server.Draft("Pirmais");
        await server.Draft("Otrais");
        var a = (await server.Data("{ articles(first: 1) { pageInfo { endCursor } } }"))
            .GetProperty("articles").GetProperty("pageInfo").GetProperty("endCursor").GetString();
        Assert.Equal("INVALID_CURSOR",
            await server.Refusal($"query($a: String) {{ asOf({asOf}) {{ articles(first: 1, after: $a) {{ totalCount }} }} }}", new { a }));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData("YXNk")]
    public async Task A_cursor_that_was_tampered_with_is_refused(string cursor) =>
        Assert.Equal("INVALID_CURSOR", await server.Refusal("query($a: String) { articles(first: 1, after: $a) { totalCount } }", new { a = cursor }));

    [Fact]
    public async Task A_cursor_of_another_list_or_with_another_key_is_refused()
    {
        var id = await server.Draft("Kursors");
        var data = await server.Data("{ articles(first: 1) { edges { cursor } } }");
        var cursor = data.GetProperty("articles").GetProperty("edges")[0].GetProperty("cursor").GetString()!;
        Assert.Equal("INVALID_CURSOR", await server.Refusal("query($a: String) { auditTrail(first: 1, after: $a) { totalCount } }", new { a = cursor }));
        var changed = cursor[..^2] + (cursor[^2] == 'A' ? 'B' : 'A') + cursor[^1];
        Assert.Equal("INVALID_CURSOR", await server.Refusal("query($a: String) { articles(first: 1, after: $a) { totalCount } }", new { a = changed }));
        Assert.NotNull(id);
    }

    [Fact]
    public async Task A_position_beyond_the_head_is_waited_for_and_then_refused()
    {
        Assert.Equal("POSITION_NOT_REACHED", await server.Refusal("{ asOf(position: \"999999\") { ledger { size } } }"));
        Assert.Equal("INVALID_POSITION", await server.Refusal("{ ledger { size } }", extensions: new { atLeast = "soon" }));
        var next = (long.Parse(await Size(), System.Globalization.CultureInfo.InvariantCulture) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var waiting = server.Data($$"""{ asOf(position: "{{next}}") { ledger { size } } }""");
        await server.Draft("Gaidīts");
        Assert.Equal(next, (await waiting).GetProperty("asOf").GetProperty("ledger").GetProperty("size").GetString());
    }

    [Fact]
    public async Task As_of_stands_only_at_the_root() =>
        Assert.Equal("AS_OF_NESTED", await server.Refusal("{ asOf(position: \"0\") { asOf(position: \"0\") { ledger { size } } } }"));

    [Fact]
    public async Task Recorded_time_is_the_last_position_recorded_by_then()
    {
        var id = await server.Draft("Reģistrēts");
        var data = await server.Data("query($id: ID!) { ledger { size recordedAt } article(id: $id) { latest { recordedAt position } } }", new { id });
        var at = data.GetProperty("ledger").GetProperty("recordedAt").GetString();
        await server.Mutate("reviseArticle", new { id, title = "Vēlāk", body = "b" });
        var then = await server.Data("query($id: ID!, $t: DateTime) { asOf(recorded: $t) { ledger { size } article(id: $id) { title } } }", new { id, t = at });
        Assert.Equal("Reģistrēts", then.GetProperty("asOf").GetProperty("article").GetProperty("title").GetString());
        Assert.Equal(data.GetProperty("ledger").GetProperty("size").GetString(), then.GetProperty("asOf").GetProperty("ledger").GetProperty("size").GetString());
    }

    [Fact]
    public async Task Every_root_field_says_its_position_time_and_lag()
    {
        await server.Draft("Paplašinājumi");
        var answer = await server.Ask("{ now: ledger { size } old: asOf(position: \"1\", valid: \"2100-01-01T00:00:00Z\") { ledger { size } } }");
        var said = answer.GetProperty("extensions").GetProperty("eventkb");
        Assert.Equal("1", said.GetProperty("old").GetProperty("position").GetString());
        Assert.Equal("2100-01-01T00:00:00.000000Z", said.GetProperty("old").GetProperty("validAt").GetString());
        Assert.Equal(JsonValueKind.Number, said.GetProperty("now").GetProperty("lag").ValueKind);
    }

    private async Task<string> Size() =>
        (await server.Data("{ledger{size}}")).GetProperty("ledger").GetProperty("size").GetString()!;
}
