using System.Text.Json;
using EventKb.Domain;
using EventKb.Domain.Persons;
using EventKb.Integration.Tests.GraphQL;
using EventKb.Integration.Tests.LedgerStores;
using EventKb.Server.Persons;

namespace EventKb.Integration.Tests.Persons;

/// <summary>People over the API: how they are called, with which accounts they sign in, and that they can be forgotten.</summary>
public sealed class KeepingPeople(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Issuer = "https://login.example";

    [Fact]
    public async Task A_renamed_person_changes_no_old_entry()
    {
        var anna = await server.Person("NAMES", "Anna Bērziņa");
        var assigned = await Assigned("NAMES", anna);
        var before = await Named(anna);
        await server.Mutate("renamePerson", new { id = anna, name = "Anna Kalniņa", from = "2026-01-01" });

        Assert.Equal("""{"name":"Anna Kalniņa","names":[{"name":"Anna Bērziņa"},{"name":"Anna Kalniņa"}]}""", (await Named(anna)).GetRawText());
        Assert.Equal("""{"name":"Anna Bērziņa","names":[{"name":"Anna Bērziņa"}]}""", before.GetRawText());
        Assert.Equal("Anna Bērziņa", (await At(assigned, anna)).GetProperty("name").GetString());
        Assert.Equal("0", await Found("name: \"berzina\", institution: \"NAMES\""));
        Assert.Equal("1", await Found("name: \"kalnina anna\", institution: \"NAMES\""));
    }

    [Fact]
    public async Task Two_operators_are_two_persons_and_one_is_the_same_again()
    {
        var ledger = server.App.Ledger;
        var (anna, berta) = (new LocalOperator(ledger, "Anna"), new LocalOperator(ledger, "Berta"));
        Assert.NotEqual(anna.Id, berta.Id);
        Assert.Equal(anna.Id, new LocalOperator(ledger, "Anna").Id);
        await anna.Enter(default);
        Assert.Equal("Anna", (await NamesInALedger.Of(ledger))[anna.Id].Title);
    }

    [Theory]
    [InlineData("010180-12345", "LOOKS_LIKE_PERSONAL_CODE")]
    [InlineData("", "INVALID_INPUT")]
    public async Task A_personal_code_is_no_name(string name, string code)
    {
        await server.Register("CODES");
        Assert.Equal(code, RunningServer.Code(await server.Mutate("registerPerson", new { institution = "CODES", kind = "PERSON", name })));
    }

    [Fact]
    public async Task Nobody_holds_a_duty_who_is_not_in_the_directory_or_has_left()
    {
        var anna = await server.Person("LEFT");
        await server.Mutate("recordPersonDeparture", new { id = anna, on = "2026-02-01", reasonCode = "other" });
        var service = await Service("LEFT");
        Assert.Equal("UNKNOWN_REFERENCE", RunningServer.Code(await Assign("LEFT", service, anna, "2026-03-01")));
        Assert.Equal("UNKNOWN_REFERENCE", RunningServer.Code(await Assign("LEFT", service, "LEFT/person/nobody", "2026-01-01")));
        Assert.Equal("INVALID_INPUT", RunningServer.Code(await Assign("LEFT", service, "Anna Bērziņa 010180-12345", "2026-01-01")));
        Assert.Null(RunningServer.Code(await Assign("LEFT", service, anna, "2026-01-01")));
    }

    [Fact]
    public async Task An_account_is_bound_by_two_and_never_for_oneself()
    {
        var anna = await server.Person("BIND");
        var (said, confirmed) = await Bind(anna, "a1");
        Assert.Equal("SAME_PERSON", RunningServer.Code(said));
        Assert.IsType<Ledger.CommandOutcome.Committed>(confirmed);
        Assert.Equal(new PersonId(anna), (await Identities.Find(Issuer, "a1", default))!.Person);
        Assert.Null(await Identities.Find(Issuer, "a2", default));
        Assert.Null(await Identities.Find("https://other.example", "a1", default));

        await server.Mutate("grantRight", new { id = anna, right = "IMPORT", from = "2026-01-01" });
        Assert.Equal([PersonRight.Import], (await Identities.Find(Issuer, "a1", default))!.Rights);
        await server.Mutate("disablePerson", new { id = anna, reasonCode = "other" });
        Assert.Null(await Identities.Find(Issuer, "a1", default));
        await server.Mutate("enablePerson", new { id = anna });
        Assert.NotNull(await Identities.Find(Issuer, "a1", default));
    }

    [Fact]
    public async Task Who_is_erased_signs_in_no_more_and_leaves_neither_name_nor_account()
    {
        var anna = await server.Person("GONE", "Kanarijs Viens");
        await Bind(anna, "kanarijs-konts");
        await server.Mutate("renamePerson", new { id = anna, name = "Kanarijs Otrais", email = "kanarijs@example.lv", from = "2026-01-01" });
        Assert.Null(RunningServer.Code(await server.Mutate("erasePerson", new { id = anna, legalBasis = "VDAR 17. pants" })));
        Assert.Null(await Identities.Find(Issuer, "kanarijs-konts", default));
        var id = server.App.Ledger.Pseudonyms.OfIdentity(Issuer, "kanarijs-konts").Text;
        for (var tries = 0; tries < 200 && await Subject(id) is not null; tries++)
            await Task.Delay(25);

        var all = await server.Data("{ persons(first: 100, filter: {institution: \"GONE\"}) { nodes { id name erased names { name } identities { subject } } } }");
        Assert.Equal("""{"persons":{"nodes":[{"id":"ANNA","name":null,"erased":true,"names":[],"identities":[]}]}}""",
            all.GetRawText().Replace(anna, "ANNA", StringComparison.Ordinal));
        await server.Restart();
        foreach (var file in Directory.GetFiles(server.Folder, "*", SearchOption.AllDirectories).Where(name => !name.EndsWith(".lock", StringComparison.Ordinal)))
            Assert.False(await Holds(file, "Kanarijs") || await Holds(file, "kanarijs"), file);
        await server.App.Ledger.Store.Verify();
    }

    private Identities Identities => new(server.App.Ledger);

    /// <summary>Proposed by the operator, who cannot confirm it, and confirmed by another person.</summary>
    private async Task<(JsonElement Own, Ledger.CommandOutcome Confirmed)> Bind(string person, string subject)
    {
        var proposed = await server.Mutate("proposeIdentity", new { person, issuer = Issuer, subject }, "identity { id status }");
        var id = proposed.GetProperty("identity").GetProperty("id").GetString()!;
        var own = await server.Mutate("confirmIdentity", new { id });
        var berta = new PersonId(await SignIn.SignedInServer.Keeper(server, "BIND"));
        var (command, now) = (CommandId.From(id), server.App.Ledger.Time.GetUtcNow());
        return (own, await server.App.Ledger.Gateway.Send(StreamId.Of(id), new IdentityCommand.Confirm(),
            new CommandContext(command, now, now, berta, new("BIND"), Via.Api, "c", "c")));
    }

    private async Task<string?> Subject(string id) =>
        (await server.Data("query($id: ID!) { node(id: $id) { ... on Identity { subject } } }", new { id })).GetProperty("node").GetProperty("subject").GetString();

    private async Task<JsonElement> Named(string id) =>
        (await server.Data("query($id: ID!) { node(id: $id) { ... on Person { name names { name } } } }", new { id })).GetProperty("node");

    private async Task<JsonElement> At(string position, string id) => (await server.Data(
        "query($id: ID!, $at: Position!) { asOf(position: $at) { node(id: $id) { ... on Person { name } } } }", new { id, at = position }))
        .GetProperty("asOf").GetProperty("node");

    private async Task<string> Found(string filter) =>
        (await server.Data($"{{ persons(first: 1, filter: {{{filter}}}) {{ totalCount }} }}")).GetProperty("persons").GetProperty("totalCount").ToString();

    private async Task<string> Service(string institution) => (await server.Mutate("registerCatalogueEntry",
        new { institution, kind = "SERVICE", code = "s", name = "s", from = "2025-01-01" }, "entry { id }")).GetProperty("entry").GetProperty("id").GetString()!;

    private async Task<string> Assigned(string institution, string holder) =>
        (await Assign(institution, await Service(institution), holder, "2026-01-01")).GetProperty("position").GetString()!;

    private Task<JsonElement> Assign(string institution, string subject, string holder, string from) => server.Mutate("assignDuty", new
    {
        institution,
        duty = "SERVICE_OWNER",
        subject,
        holder,
        holderInstitution = institution,
        from,
        basis = new { order = "1", date = "2024-01-01" },
    });

    private static async Task<bool> Holds(string file, string word)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray().AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(word)) >= 0;
    }
}
