using System.Text;

namespace EventKb.Integration.Tests.GraphQL;

/// <summary>What asks too much is refused with its code; just within the bound is answered.</summary>
public sealed class Bounds(RunningServer server) : IClassFixture<RunningServer>
{
    public static TheoryData<string, string, string> Refused => new()
    {
        { "TOO_MANY_TOKENS", Times(2100, "__typename "), InLedger(290, "size ") },
        { "TOO_MANY_TOKENS", Times(6000, "ledger "), Times(5, "ledger{size} ") },
        { "TOO_MANY_FIELDS", InLedger(300, "size "), InLedger(299, "size ") },
        { "TOO_MANY_ALIASES", Many(21, i => $"a{i}:__typename "), "{ledger{" + string.Concat(Enumerable.Range(0, 20).Select(i => $"a{i}:size ")) + "}}" },
        { "TOO_MANY_DIRECTIVES", Many(21, _ => "__typename @include(if:true) "), InLedger(20, "size @include(if:true) ") },
        { "TOO_MANY_FRAGMENTS", Many(21, _ => "...{__typename}"), InLedger(20, "...{size}") },
        { "TOO_MANY_ROOT_FIELDS", Many(11, i => $"a{i}:ledger{{size}}"), Many(10, i => $"a{i}:ledger{{size}}") },
        { "DOCUMENT_TOO_DEEP", Deep(100), Deep(4) },
        { "QUERY_TOO_DEEP", Deep(7), Deep(4) },
        { "QUERY_TOO_COSTLY", Page(100, "node{latest{person{name} institution{code} steps{step person{name}} approvals{step}}}", 5), Page(1, "node{id}", 5) },
        { "PAGE_SIZE_OUT_OF_RANGE", Page(-100000, "node{id}", 1), Page(100, "node{id}", 1) },
        { "PAGE_SIZE_OUT_OF_RANGE", Page(-1, "node{id}", 1), "{articles(first:0){totalCount pageInfo{hasNextPage}}}" },
        { "PAGE_SIZE_OUT_OF_RANGE", Page(101, "node{id}", 1), Page(100, "node{id}", 1) },
        // Neither a list without pages nor the schema's own lists nor no page at all make what is inside cheap.
        { "QUERY_TOO_COSTLY", Page(0, "node{institution{" + Lists(8) + "}}", 1), Page(0, "node{institution{" + Lists(3) + "}}", 1) },
        { "QUERY_TOO_COSTLY", "{__schema{types{" + Types(4) + "}}}", "{__schema{types{" + Types(1) + "}}}" },
        { "QUERY_TOO_COSTLY", Lineages(3), Lineages(1) },
        { "DOCUMENT_TOO_LARGE", "{ledger{size}} #" + new string('x', 66_000), "{ledger{size}} #" + new string('x', 60_000) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Too_much_is_refused_and_enough_is_not(string code, string tooMuch, string enough)
    {
        Assert.Equal(code, await server.Refusal(tooMuch));
        await server.Data(enough);
    }

    [Fact]
    public async Task A_negative_page_in_a_variable_makes_nothing_cheap()
    {
        const string Query = "query($n: Int!) { articles(first: $n) { edges { node { id } } } }";
        Assert.Equal("PAGE_SIZE_OUT_OF_RANGE", await server.Refusal(Query, new { n = -100000 }));
        await server.Data(Query, new { n = 100 });
    }

    [Fact]
    public async Task Fragments_that_double_each_other_are_counted_expanded()
    {
        var text = new StringBuilder("{articles(first:100){nodes{...f0}}}");
        for (var i = 0; i < 6; i++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"fragment f{i} on Article{{x{i}:latest{{article{{...f{i + 1}}}}} y{i}:published{{article{{...f{i + 1}}}}}}}");
        text.Append("fragment f6 on Article{id}");
        Assert.Equal("QUERY_TOO_COSTLY", await server.Refusal(text.ToString()));
    }

    [Fact]
    public async Task A_fragment_that_contains_itself_is_refused() =>
        Assert.Equal("NO_FRAGMENT_CYCLES", await server.Refusal("{...f} fragment f on Query{ledger{size} ...f}"));

    [Theory]
    [InlineData("TOO_MANY_ROOT_FIELDS", "")]
    [InlineData("OPERATION_NOT_FOUND", " ")]
    [InlineData("OPERATION_NOT_FOUND", "other")]
    public async Task No_name_of_an_operation_switches_the_bounds_off(string code, string name) =>
        Assert.Equal(code, await server.Refusal(Many(11, i => $"a{i}:ledger{{size}}"), operationName: name));

    [Theory]
    [InlineData("fragment f on Query { ledger { size } }", null)]
    [InlineData("query a { ledger { size } } query b { ledger { size } }", null)]
    [InlineData("query a { ledger { size } } query b { ledger { size } }", "c")]
    [InlineData("mutation m { draftArticle(input: {institution: \"X\", kind: FAQ, language: \"lv\", title: \"t\", body: \"b\"}) { version } }", " ")]
    public async Task What_operation_is_meant_must_be_known_before_any_runs(string document, string? name) =>
        Assert.Equal("OPERATION_NOT_FOUND", await server.Refusal(document, operationName: name));

    [Theory]
    [InlineData("query a { ledger { size } }", "")]
    [InlineData("query a { ledger { size } } query b { ledger { origin } }", "a")]
    public async Task One_operation_needs_no_name_and_one_of_several_is_named(string document, string name) =>
        Assert.True((await server.Ask(document, operationName: name)).GetProperty("data").GetProperty("ledger").TryGetProperty("size", out _));

    [Fact]
    public async Task A_wrong_name_is_refused_without_a_guess()
    {
        var answer = await server.Ask("{ ledgr { size } }");
        Assert.DoesNotContain("mean", answer.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    private static string Times(int count, string field) => "{" + string.Concat(Enumerable.Repeat(field, count)) + "}";

    private static string InLedger(int count, string field) => $"{{ledger{Times(count, field)}}}";

    private static string Many(int count, Func<int, string> field) => "{" + string.Concat(Enumerable.Range(0, count).Select(field)) + "}";

    private static string Deep(int levels) => "{articles(first:1){nodes{" + string.Concat(Enumerable.Repeat("latest{article{", levels))
        + "id" + string.Concat(Enumerable.Repeat("}}", levels)) + "}}}";

    private static string Lists(int levels) => levels == 0 ? "id" : $"successors{{{Lists(levels - 1)}}}";

    private static string Types(int levels) => levels == 0 ? "name" : $"possibleTypes{{interfaces{{{Types(levels - 1)}}}}}";

    private static string Lineages(int times) =>
        Many(times, i => $"a{i}:lineage(of:\"A\",direction:BOTH,depth:100){{nodes{{article{{latest{{body}}}}}}}}");

    private static string Page(int first, string edge, int times) =>
        Many(times, i => $"a{i}:articles(first:{first}){{edges{{{edge}}}}}");
}
