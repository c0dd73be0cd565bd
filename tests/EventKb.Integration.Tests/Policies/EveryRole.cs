using EventKb.Domain;
using EventKb.Domain.Catalogue;
using EventKb.Domain.Policies;
using EventKb.Integration.Tests.SignIn;

namespace EventKb.Integration.Tests.Policies;

/// <summary>A server with somebody of each role, each with one duty or one right and nothing else.</summary>
public sealed class EveryRole : SignedInServer
{
    /// <summary>The service that the owner owns and the provider provides.</summary>
    internal static readonly string Service = CatalogueEntry.StreamOf(Role, EntryKind.Service, "s").Text;

    private static readonly string Resource = CatalogueEntry.StreamOf(Role, EntryKind.Resource, "r").Text;
    private static readonly PersonId Somebody = new("SIGN/person/somebody");

    private static readonly (Duty Duty, string Subject)[] Duties =
    [
        (Duty.ServicePortfolioOwner, "ROLE"), (Duty.ServiceOwner, Service), (Duty.ServiceProvider, Service), (Duty.ResourceOwner, Resource),
    ];

    /// <summary>Who they are, by their accounts.</summary>
    internal static IReadOnlyDictionary<string, Standing> Standings { get; } = Duties.Select(held => (Account: held.Duty.ToString(),
            Who: new Standing(Somebody, false, [], [new(held.Duty, held.Subject, "ROLE/ownership-assignment/x", Somebody)])))
        .Concat(Enum.GetValues<PersonRight>().Select(right => (right.ToString(), new Standing(Somebody, false, [new(right, null)], []))))
        .Append(("Nobody", new Standing(Somebody, false, [], []))).ToDictionary(one => one.Item1, one => one.Item2);

    private static InstitutionCode Role => new("ROLE");

    private protected override async Task EnterMore()
    {
        await Register("ROLE");
        foreach (var (code, kind) in new[] { ("s", "SERVICE"), ("r", "RESOURCE") })
            await Mutate("registerCatalogueEntry", new { institution = "ROLE", kind, code, name = code, from = "2025-01-01" });
        foreach (var account in Standings.Keys)
            People[account] = await Person("SIGN", account);
        foreach (var (duty, subject) in Duties)
            await Hold(Screaming(duty), subject, People[duty.ToString()], subject.Split('/')[0]);
        foreach (var right in Enum.GetValues<PersonRight>())
            Assert.Null(Code(await Mutate("grantRight", new { id = People[right.ToString()], right = Screaming(right), from = "2026-01-01" })));
    }

    private static string Screaming(Enum value) => System.Text.Json.JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());
}
