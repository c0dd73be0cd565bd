using System.Text.Json;

namespace EventKb.Integration.Tests.GraphQL;

/// <summary>A command under a known id, or about what is not there, is refused with the field that is to blame.</summary>
public sealed class MeaningWhatWasSent(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task A_client_id_means_one_command()
    {
        var draft = new { institution = "CLIENT", kind = "FAQ", language = "lv", title = "Pirmais", body = "viens", clientMutationId = "0" };
        var first = await server.Mutate("draftArticle", draft);
        Assert.Equal((null, null), Error(first));
        Assert.Equal(Position(first), Position(await server.Mutate("draftArticle", draft)));
        Assert.Equal(("COMMAND_ID_REUSED", "clientMutationId"), Error(await server.Mutate("draftArticle",
            new { institution = "CLIENT", kind = "FAQ", language = "lv", title = "Otrais", body = "divi", clientMutationId = "0" })));
    }

    [Fact]
    public async Task Nothing_is_begun_or_said_of_what_is_not_there()
    {
        await server.Register("RIGA");
        var service = (await server.Mutate("registerCatalogueEntry",
            new { institution = "RIGA", kind = "SERVICE", code = "S1", name = "Serviss", from = "2024-01-01" }, "entry { id }"))
            .GetProperty("entry").GetProperty("id").GetString()!;
        var riga = EventKb.Domain.Catalogue.Institution.StreamOf(new("RIGA")).Text;

        Assert.Equal(("UNKNOWN_REFERENCE", "institution"), Error((await server.Data(
            "mutation { draftArticle(input: {institution: \"NOPE\", kind: FAQ, language: \"lv\", title: \"t\", body: \"b\"}) { errors { code field } position } }"))
            .GetProperty("draftArticle")));
        Assert.Equal(("UNKNOWN_REFERENCE", "into"), Error(await server.Mutate("mergeInstitution",
            new { id = riga, into = "NOPE", from = "2026-01-01", reasonCode = "reform" })));
        Assert.Equal(("UNKNOWN_REFERENCE", "on"), Error(await server.Mutate("addCatalogueDependency",
            new { id = service, on = "RIGA/catalogue-entry/nothing", from = "2024-01-01" })));
        Assert.Equal(("UNKNOWN_REFERENCE", "subject"), Error(await Assign("RIGA", "RESOURCE_OWNER", service)));
        await server.Mutate("discontinueCatalogueEntry", new { id = service, from = "2025-01-01", reasonCode = "closed" });
        Assert.Equal(("UNKNOWN_REFERENCE", "subject"), Error(await Assign("RIGA", "SERVICE_OWNER", service)));
    }

    [Fact]
    public async Task Another_institution_fills_no_gap()
    {
        await server.Register("OGRE");
        const string Gaps = "{ gaps(first: 10, filter: {institution: \"OGRE\", duty: SERVICE_PORTFOLIO_OWNER}) { totalCount } }";
        Assert.Equal(("OTHER_INSTITUTION", "institution"), Error(await Assign("LIEPAJA", "SERVICE_PORTFOLIO_OWNER", "OGRE")));
        Assert.Equal(1, (await server.Data(Gaps)).GetProperty("gaps").GetProperty("totalCount").GetInt32());
    }

    private async Task<JsonElement> Assign(string institution, string duty, string subject) => await server.Mutate("assignDuty", new
    {
        institution,
        duty,
        subject,
        holder = await server.Person(institution),
        holderInstitution = institution,
        from = "2026-01-01",
        basis = new { order = "1", date = "2024-01-01" },
    });

    private static string? Position(JsonElement payload) => payload.GetProperty("position").GetString();

    private static (string?, string?) Error(JsonElement payload)
    {
        var errors = payload.GetProperty("errors");
        return errors.GetArrayLength() == 0 ? (null, null)
            : (errors[0].GetProperty("code").GetString(), errors[0].GetProperty("field").GetString());
    }
}
