using System.Text.Json.Nodes;
using EventKb.Integration.Tests.Demo;
using EventKb.Server.Demo;

namespace EventKb.Integration.Tests.Explorer;

public sealed class ExplorerInABrowser(SeenInABrowser browser) : IClassFixture<SeenInABrowser>
{
    /// <summary>What axe finds inside GraphiQL and is not ours to mend: the rule, the element's class, and why it may stay.</summary>
    private static readonly (string Rule, string Class, string Why)[] Excepted =
    [
        ("scrollable-region-focusable", "CodeMirror-scroll", "the editor's text field is beside this element, takes the focus and scrolls it"),
        ("label-content-name-mismatch", "graphiql-history-item-label", "GraphiQL names each entry of its history 'Set active'"),
    ];

    [Fact]
    public void Each_tab_asks_a_question_of_the_readme_and_shows_its_answer()
    {
        var seen = Seen("answers").AsArray();
        var questions = DemoResources.Questions().ToList();
        Assert.Equal(questions.Select((question, number) => $"{number + 1}. {question.English}"), seen.Select(asked => Text(asked!["title"])));
        Assert.Equal(questions.Select(question => question.Query), seen.Select(asked => Text(asked!["query"])));
        var answers = new JsonArray([.. seen.Select(asked => asked!["answer"]!["data"]!.DeepClone())]);
        answers[9]!["ledger"]!["rootHash"] = "…";
        Assert.Equal(AskingTheDemo.Approved().ToJsonString(), answers.ToJsonString());
    }

    [Fact]
    public void No_request_leaves_the_origin_and_nothing_is_complained_of()
    {
        Assert.True(Texts("requests").Count() > 10);
        Assert.All(Texts("requests"), request => Assert.StartsWith(browser.Address, request, StringComparison.Ordinal));
        Assert.Empty(Texts("messages"));
    }

    [Fact]
    public void A_request_to_elsewhere_would_be_refused_and_seen()
    {
        Assert.Equal("refused", Text(Seen("control")["fate"]));
        Assert.Contains("http://elsewhere.invalid/", Seen("control")["requests"]!.AsArray().Select(Text));
        Assert.Contains(Seen("control")["messages"]!.AsArray().Select(Text), said => said.Contains("connect-src", StringComparison.Ordinal));
        Assert.Contains(Seen("control")["messages"]!.AsArray().Select(Text), said => said.Contains("style-src", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("asked")]
    [InlineData("history")]
    [InlineData("documentation")]
    [InlineData("short keys")]
    [InlineData("settings")]
    public void Axe_finds_nothing_that_is_ours_to_mend(string state) =>
        Assert.Empty(Flaws(state).Where(flaw => !Excepted.Any(excepted => Is(flaw, excepted.Rule, excepted.Class))).Select(flaw => flaw.ToJsonString()));

    [Fact]
    public void Axe_finds_what_is_wrong_and_no_exception_is_left_over()
    {
        Assert.Contains(Flaws("control"), flaw => Text(flaw["rule"]) == "image-alt");
        var all = Flaws("asked").Concat(Flaws("history")).ToList();
        Assert.All(Excepted, excepted => Assert.Contains(all, flaw => Is(flaw, excepted.Rule, excepted.Class)));
    }

    [Fact]
    public void Everything_is_reached_and_asked_without_a_mouse()
    {
        var keyboard = Seen("keyboard");
        var stops = keyboard["stops"]!.AsArray().Select(Text).ToList();
        var first = DemoResources.Questions().First().English;
        Assert.Equal(["English", "Latviešu", $"1. {first}", "Show Documentation Explorer"], stops.Take(4));
        Assert.Equal("Execute query (Ctrl-Enter)", stops[stops.IndexOf("Query") + 1]);
        Assert.Equal("Response", stops[^1]);
        Assert.Equal($"2. {DemoResources.Questions().ElementAt(1).English}", Text(keyboard["chosen"]));
        Assert.Equal(AskingTheDemo.Approved()[1]!.ToJsonString(), keyboard["answer"]!["data"]!.ToJsonString());
    }

    [Theory]
    [InlineData("english", "en", "EventKb – questions in GraphQL", "A question of your own", "The ledger in this snapshot.", "Notikumu reģistrs")]
    [InlineData("latvian", "lv", "EventKb – jautājumi GraphQL valodā", "Savs jautājums", "Notikumu reģistrs šajā stāvoklī.", "The ledger in")]
    public void Page_and_descriptions_are_in_the_chosen_language(string page, string code, string title, string own, string described, string not)
    {
        var seen = Seen(page);
        Assert.Equal((code, code, title), (Text(seen["language"]), Text(seen["documentationIn"]), Text(seen["title"])));
        Assert.Equal([.. DemoResources.Questions().Select((question, number) => $"{number + 1}. {(code == "lv" ? question.Latvian : question.English)}"), own],
            seen["tabs"]!.AsArray().Select(Text));
        Assert.Contains(described, Text(seen["documentation"]), StringComparison.Ordinal);
        Assert.DoesNotContain(not, Text(seen["documentation"]), StringComparison.Ordinal);
        Assert.DoesNotContain("LV:", Text(seen["documentation"]), StringComparison.Ordinal);
    }

    private static bool Is(JsonNode flaw, string rule, string element) =>
        Text(flaw["rule"]) == rule && Text(flaw["html"]).Contains(element, StringComparison.Ordinal);

    private IEnumerable<JsonNode> Flaws(string state) => Seen("flaws")[state]!.AsArray().Select(flaw => flaw!);

    private JsonNode Seen(string what) => browser.Seen[what]!;

    private IEnumerable<string> Texts(string what) => Seen(what).AsArray().Select(Text);

    private static string Text(JsonNode? text) => text!.GetValue<string>();
}
