using System.Text.Json;

namespace EventKb.Integration.Tests.GraphQL;

public sealed class WritingAndReading(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task A_drafted_article_is_there_at_once()
    {
        var id = await server.Draft("Printeris nedrukā", body: "Izslēdziet un ieslēdziet.");
        var data = await server.Data(
            "query($id: ID!) { article(id: $id) { title state kind version latest { number body bodySha256 person { name } } published { number } institution { code } } }",
            new { id });
        var article = data.GetProperty("article");
        Assert.Equal("Printeris nedrukā", article.GetProperty("title").GetString());
        Assert.Equal("DRAFT", article.GetProperty("state").GetString());
        Assert.Equal("Izslēdziet un ieslēdziet.", article.GetProperty("latest").GetProperty("body").GetString());
        Assert.Equal("Test Operator", article.GetProperty("latest").GetProperty("person").GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Null, article.GetProperty("published").ValueKind);
    }
}
