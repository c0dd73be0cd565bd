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

    [Fact]
    public async Task The_same_mutation_again_does_nothing_more()
    {
        var input = new { institution = "RIGA", kind = "FAQ", language = "lv", title = "Vienreiz", body = "b", clientMutationId = "once" };
        var first = await server.Mutate("draftArticle", input);
        var again = await server.Mutate("draftArticle", input);
        Assert.Equal("once", again.GetProperty("clientMutationId").GetString());
        Assert.Equal(first.GetProperty("position").GetString(), again.GetProperty("position").GetString());
    }

    [Fact]
    public async Task A_wrong_expected_version_is_a_conflict_that_names_the_current_one()
    {
        var id = await server.Draft("Versijas");
        var revised = await server.Mutate("reviseArticle", new { id, title = "Versijas 2", body = "b", expectedVersion = 1 });
        Assert.Equal(2, revised.GetProperty("version").GetInt32());
        var late = await server.Mutate("reviseArticle", new { id, title = "Versijas 3", body = "b", expectedVersion = 1 });
        var error = late.GetProperty("errors")[0];
        Assert.Equal(("VERSION_CONFLICT", 2), (error.GetProperty("code").GetString(), error.GetProperty("currentVersion").GetInt32()));
    }

    [Theory]
    [InlineData("RIGA/knowledge-article/unknown")]
    [InlineData("RIGA/control/unknown")]
    [InlineData("nonsense")]
    public async Task An_unknown_id_is_null_to_a_question_and_not_found_to_a_change(string id)
    {
        Assert.Equal(JsonValueKind.Null, (await server.Data("query($id: ID!){ node(id: $id) { id } }", new { id })).GetProperty("node").ValueKind);
        Assert.Equal(JsonValueKind.Null, (await server.Data("query($id: ID!){ article(id: $id) { id } }", new { id })).GetProperty("article").ValueKind);
        var flag = await server.Mutate("flagArticle", new { id, comment = "?" });
        Assert.Equal("NOT_FOUND", flag.GetProperty("errors")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Invalid_input_names_the_field_and_speaks_the_readers_language()
    {
        const string Mutation = "mutation($t: String!) { draftArticle(input: {institution: \"RIGA\", kind: FAQ, language: \"lv\", title: $t, body: \"b\"}) { errors { code field message } } }";
        foreach (var (title, message) in new[]
        {
            ("", "Lauks „title” ir tukšs. Labojiet lauku „title” un nosūtiet komandu vēlreiz."),
            (new string('x', 301), "Lauks „title” ir garāks par 300 rakstzīmēm. Labojiet lauku „title” un nosūtiet komandu vēlreiz."),
        })
        {
            var answer = await server.Ask(Mutation, new { t = title }, language: "lv");
            var error = answer.GetProperty("data").GetProperty("draftArticle").GetProperty("errors")[0];
            Assert.Equal(("INVALID_INPUT", "title"), (error.GetProperty("code").GetString(), error.GetProperty("field").GetString()));
            Assert.Equal(message, error.GetProperty("message").GetString());
        }
    }

    [Fact]
    public async Task A_body_over_512_KiB_is_invalid_input()
    {
        var draft = await server.Mutate("draftArticle", new { institution = "RIGA", kind = "FAQ", language = "lv", title = "t", body = new string('x', (512 * 1024) + 1) });
        Assert.Equal("body", draft.GetProperty("errors")[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task A_relation_is_to_the_exact_version_that_the_read_model_has()
    {
        var (from, to) = (await server.Draft("No"), await server.Draft("Uz"));
        var related = await server.Mutate("relateArticle",
            new { id = from, revision = 1, type = "DUPLICATES", target = new { thing = to, number = 1 } },
            "article { relations(direction: OUTGOING, first: 5) { totalCount nodes { type target { thingId number position article { title } } } } }");
        var relation = related.GetProperty("article").GetProperty("relations").GetProperty("nodes")[0].GetProperty("target");
        Assert.Equal((to, "Uz"), (relation.GetProperty("thingId").GetString(), relation.GetProperty("article").GetProperty("title").GetString()));
        var missing = await server.Mutate("relateArticle", new { id = from, revision = 1, type = "DUPLICATES", target = new { thing = to, number = 9 } });
        Assert.Equal(("NOT_FOUND", "target"), (missing.GetProperty("errors")[0].GetProperty("code").GetString(), missing.GetProperty("errors")[0].GetProperty("field").GetString()));
    }

    [Fact]
    public async Task The_audit_trail_tells_who_did_what_by_which_way_and_what_changed()
    {
        var id = await server.Draft("Auditēts");
        var revision = await server.Mutate("reviseArticle", new { id, title = "Auditēts 2", body = "c", reason = "Pārrakstīšanās", actingDuty = "SERVICE_OWNER" });
        Assert.Equal("[]", revision.GetProperty("errors").ToString());
        var data = await server.Data(
            "query($id: ID!) { article(id: $id) { auditTrail(first: 10) { totalCount nodes { type via reason duty person { name } changes { path before after } } } } }",
            new { id });
        var trail = data.GetProperty("article").GetProperty("auditTrail");
        Assert.Equal(2, trail.GetProperty("totalCount").GetInt32());
        var revised = trail.GetProperty("nodes")[1];
        Assert.Equal(("API", "Pārrakstīšanās", "SERVICE_OWNER", "Test Operator"), (revised.GetProperty("via").GetString(),
            revised.GetProperty("reason").GetString(), revised.GetProperty("duty").GetString(), revised.GetProperty("person").GetProperty("name").GetString()));
        Assert.Contains(revised.GetProperty("changes").EnumerateArray(), c =>
            (c.GetProperty("path").GetString(), c.GetProperty("before").GetString(), c.GetProperty("after").GetString()) == ("title", "Auditēts", "Auditēts 2"));
    }

    [Fact]
    public async Task Erased_texts_are_null_and_say_so()
    {
        var id = await server.Draft("Slepens");
        var before = await server.Data("query($id: ID!) { article(id: $id) { latest { position bodySha256 } } }", new { id });
        var position = before.GetProperty("article").GetProperty("latest").GetProperty("position").GetString();
        var erased = await server.Mutate("eraseContent", new { stream = id, position, legalBasis = "VDAR 17. pants" });
        Assert.Equal(0, erased.GetProperty("errors").GetArrayLength());
        var atLeast = erased.GetProperty("position").GetString();
        var data = await server.Data("query($id: ID!) { article(id: $id) { title latest { erased title body } } }", new { id }, new { atLeast });
        var latest = data.GetProperty("article").GetProperty("latest");
        Assert.True(latest.GetProperty("erased").GetBoolean());
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (latest.GetProperty("title").ValueKind, latest.GetProperty("body").ValueKind));
    }
}
