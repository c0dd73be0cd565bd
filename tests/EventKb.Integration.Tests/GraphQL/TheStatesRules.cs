using System.Text.Json;

namespace EventKb.Integration.Tests.GraphQL;

/// <summary>Nobody lays down rules for institutions other than their own, but the one that is registered for that.</summary>
public sealed class TheStatesRules(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task The_states_rules_are_laid_down_by_the_one_institution_registered_for_that()
    {
        var loose = (string institution) => server.Mutate("adoptKnowledgeProcess", new
        {
            institution,
            title = "Process",
            scope = "STATE",
            inForceFrom = "2020-01-01",
            document = new { number = "1", date = "2020-01-01", sha256 = new string('a', 64) },
            rules = new { fourEyes = false },
        });
        Assert.Equal("STATE_RULES_BY_ANOTHER", RunningServer.Code(await loose("STRANGER")));
        Assert.Equal("SAME_PERSON", RunningServer.Code(await Approve(await server.Draft("Savs", "OTHER"))));

        Assert.Null(RunningServer.Code(await server.Mutate("registerInstitution",
            new { institution = "VARAM", name = "Ministrija", from = "2020-01-01", laysDownStateRules = true })));
        Assert.Equal("STATE_RULES_BY_ANOTHER", RunningServer.Code(await server.Mutate("registerInstitution",
            new { institution = "SECOND", name = "Otra", from = "2020-01-01", laysDownStateRules = true })));
        Assert.Null(RunningServer.Code(await loose("VARAM")));
        Assert.Null(RunningServer.Code(await Approve(await server.Draft("Pēc valsts noteikumiem", "OTHER"))));
    }

    private async Task<JsonElement> Approve(string id)
    {
        await server.Mutate("submitArticle", new { id, revision = 1 });
        var read = await server.Data("query($id: ID!) { article(id: $id) { latest { commitment } } }", new { id });
        var commitment = read.GetProperty("article").GetProperty("latest").GetProperty("commitment").GetString();
        return await server.Mutate("approveArticle", new { id, revision = 1, commitment });
    }
}
