using System.Text;
using System.Text.Json;

namespace EventKb.Integration.Tests.GraphQL;

/// <summary>Whoever asks in Latvian is told the same facts as whoever asks in English.</summary>
public sealed class MessagesInLatvian(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task A_conflict_names_both_versions()
    {
        var id = await server.Draft("Versijas");
        var answer = await server.Ask(
            "mutation($id: ID!) { reviseArticle(input: {id: $id, title: \"t\", body: \"b\", expectedVersion: 33}) { errors { message } } }",
            new { id }, language: "lv");
        Assert.Equal("Pašreizējā versija ir 1, bet gaidīta bija versija 33. Izlasiet pašreizējo versiju un lemiet vēlreiz.",
            answer.GetProperty("data").GetProperty("reviseArticle").GetProperty("errors")[0].GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_reference_is_named_in_Latvian_too()
    {
        var answer = await server.Ask(
            "mutation { draftArticle(input: {institution: \"NOPE\", kind: FAQ, language: \"lv\", title: \"t\", body: \"b\"}) { errors { message } } }",
            language: "lv");
        Assert.Equal("Laukā „institution” norādītais nepastāv vai vairs nav spēkā: iestāde „NOPE”. Noskaidrojiet, kas pastāv, un norādiet to.",
            answer.GetProperty("data").GetProperty("draftArticle").GetProperty("errors")[0].GetProperty("message").GetString());
    }

    [Theory]
    [InlineData("{ articles(first: 101) { totalCount } }", "Vērtībai „first” jābūt no 0 līdz 100.")]
    [InlineData("{ articles(first: 1, after: \"x\") { totalCount } }", "Kursors neattiecas uz šo sarakstu un stāvokli; sāciet no jauna bez „after”.")]
    [InlineData("{ article { id } }", "Norādiet vai nu „id”, vai „source”.")]
    [InlineData("{ articlez(first: 1) { totalCount } }", "Šim tipam šāda lauka nav. Cannot query field 'articlez' on type 'Query'.")]
    [InlineData("query($n: Int!) { articles(first: $n) { totalCount } }", "Vērtība nav derīga. ", "'$n'")]
    [InlineData("{ articles(", "Vaicājuma sintakse nav pareiza. ", "EOF")]
    [InlineData("query a { ledger { size } } query b { ledger { size } }",
        "Dokumentā šādas operācijas nav vai to ir vairākas; norādiet vienu no tā operācijām laukā „operationName”.")]
    public async Task A_refused_question_says_why(string query, string message, string detail = "")
    {
        var told = (await server.Ask(query, language: "lv")).GetProperty("errors")[0].GetProperty("message").GetString()!;
        Assert.StartsWith(message, told, StringComparison.Ordinal);
        Assert.Contains(detail, told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_position_that_is_not_reached_is_told_with_the_one_that_is()
    {
        var answer = await server.Ask("{ ledger { size } }", extensions: new { atLeast = "999999" }, language: "lv");
        Assert.Matches("^Pozīcija 999999 netika sasniegta 5 s laikā; atbildes pašlaik atbilst pozīcijai [0-9]+. Vaicājiet vēlāk.$",
            answer.GetProperty("errors")[0].GetProperty("message").GetString());
    }

    [Theory]
    [InlineData("/graphql", "[]", "Sūtiet vienu pieprasījumu, nevis sarakstu.")]
    [InlineData("/graphql", "{\"query\": 1}", "Lauks „query” nav teksta virkne.")]
    [InlineData("/attachments", "", "Sūtiet datni no šīs vietnes ar galveni X-EventKb-Upload.")]
    public async Task A_request_that_cannot_be_read_is_refused_in_Latvian(string path, string body, string message)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.AcceptLanguage.ParseAdd("lv");
        using var response = await server.Http.SendAsync(request);
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(message, answer.GetProperty("errors")[0].GetProperty("message").GetString());
    }
}
