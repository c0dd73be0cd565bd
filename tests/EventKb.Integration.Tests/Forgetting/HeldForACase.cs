using EventKb.Integration.Tests.GraphQL;

namespace EventKb.Integration.Tests.Forgetting;

/// <summary>What a case holds is not erased, whoever asks and however.</summary>
public sealed class HeldForACase(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Basis = "VDAR 17. pants";

    [Fact]
    public async Task A_person_is_not_erased_until_every_case_has_let_them_go()
    {
        var anna = await server.Person("CASE", "Anna Turētā");
        Assert.Null(RunningServer.Code(await server.Mutate("placeLegalHold", new { held = anna, @case = "A-1", legalBasis = "KPL 190. pants" })));
        var hold = (await server.Mutate("placeLegalHold", new { held = anna, @case = "A-2", legalBasis = "KPL 190. pants" },
            "legalHold { id cases { case legalBasis } held { id } }")).GetProperty("legalHold");
        Assert.Equal(anna, hold.GetProperty("held").GetProperty("id").GetString());
        var id = hold.GetProperty("id").GetString();

        Assert.Equal("LEGAL_HOLD", RunningServer.Code(await server.Mutate("erasePerson", new { id = anna, legalBasis = Basis })));
        Assert.Equal("LEGAL_HOLD", RunningServer.Code(await server.Mutate("eraseContent", new { stream = anna, position = await First(anna), legalBasis = Basis })));
        await server.Mutate("releaseLegalHold", new { id, @case = "A-1", reasonCode = "other" });
        var refused = await server.Mutate("erasePerson", new { id = anna, legalBasis = Basis });
        Assert.Equal("LEGAL_HOLD", RunningServer.Code(refused));
        Assert.Contains("A-2 (KPL 190. pants)", refused.ToString(), StringComparison.Ordinal);
        Assert.Equal("1", await Count("inForce: true, institution: \"CASE\""));
        await server.Mutate("releaseLegalHold", new { id, @case = "A-2", reasonCode = "other" });
        Assert.Null(RunningServer.Code(await server.Mutate("erasePerson", new { id = anna, legalBasis = Basis })));
        Assert.Equal("0", await Count("inForce: true, institution: \"CASE\""));
        Assert.Equal("1", await Count($"held: \"{anna}\""));
    }

    [Fact]
    public async Task A_texts_and_its_file_stay_and_what_does_not_exist_is_not_held()
    {
        var sha256 = await server.Upload([1, 2, 3]);
        var article = await server.Draft("Held", "FILE");
        var attached = await server.Mutate("attachArticleFile", new { id = article, sha256, fileName = "a.txt", mediaType = "text/plain" });
        Assert.Null(RunningServer.Code(attached));
        var position = attached.GetProperty("position").GetString();
        Assert.Equal("UNKNOWN_REFERENCE", RunningServer.Code(await server.Mutate("placeLegalHold", new { held = "FILE/person/none", @case = "A-1", legalBasis = Basis })));
        Assert.Equal("INVALID_INPUT", RunningServer.Code(await server.Mutate("placeLegalHold", new { held = "FILE/nothing/none", @case = "A-1", legalBasis = Basis })));
        Assert.Null(RunningServer.Code(await server.Mutate("placeLegalHold", new { held = article, @case = "A-1", legalBasis = Basis })));
        Assert.Equal("LEGAL_HOLD", RunningServer.Code(await server.Mutate("eraseContent", new { stream = article, position, legalBasis = Basis })));
        Assert.Equal(System.Net.HttpStatusCode.OK, (await server.Http.GetAsync(new Uri($"/attachments/{sha256}", UriKind.Relative))).StatusCode);
    }

    private async Task<string> First(string stream) => (await server.Data($"{{ auditTrail(first: 1, filter: {{stream: \"{stream}\"}}) {{ nodes {{ position }} }} }}"))
        .GetProperty("auditTrail").GetProperty("nodes")[0].GetProperty("position").GetString()!;

    private async Task<string> Count(string filter) => (await server.Data($"{{ legalHolds(first: 1, filter: {{{filter}}}) {{ totalCount }} }}"))
        .GetProperty("legalHolds").GetProperty("totalCount").ToString();
}
