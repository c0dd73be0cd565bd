using System.Net.Http.Headers;
using System.Security.Cryptography;
using EventKb.Domain;
using EventKb.Domain.Persons;
using EventKb.Ledger;
using EventKb.ReadModels;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace EventKb.Bench;

/// <summary>Server CPU of reading an article with a token, beside reading it where nobody signs in.</summary>
internal static class SignInBenchmark
{
    private const int Requests = 4_000;
    private const string Subject = "bench";

    public static async IAsyncEnumerable<Figure> Run(string folder)
    {
        await GraphQLBenchmark.Fill(folder);
        var (key, port) = (new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "k" }, Served.FreePort());
        var issuer = $"http://127.0.0.1:{port}";
        await using var provider = await Provider(issuer, key);
        await Bind(folder, issuer);
        var id = Commands.Stream(7).ToString();
        double without;
        await using (var server = await Served.Start(folder))
            without = await server.CpuPerRequest(client => Served.Ask(client, GraphQLBenchmark.Article, id), Requests);
        var file = Path.Combine(folder, "sign-in.yml");
        await File.WriteAllTextAsync(file, $"providers:\n  - {{issuer: '{issuer}', audience: bench}}\n");
        await using var signedIn = await Served.Start(folder, "--sign-in", file);
        signedIn.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token(issuer, key));
        yield return new Figure("reading an article with a token, CPU",
            await signedIn.CpuPerRequest(client => Served.Ask(client, GraphQLBenchmark.Article, id), Requests), without,
            "µs/request", 1.1, AtLeast: false);
    }

    private static async Task<WebApplication> Provider(string issuer, ECDsaSecurityKey key)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var web = builder.Build();
        var jwk = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(key);
        web.MapGet("/.well-known/openid-configuration", () => Results.Json(new { issuer, jwks_uri = issuer + "/keys" }));
        web.MapGet("/keys", () => Results.Json(new { keys = new[] { new { kty = jwk.Kty, kid = jwk.Kid, crv = jwk.Crv, x = jwk.X, y = jwk.Y } } }));
        web.Urls.Add(issuer);
        await web.StartAsync();
        return web;
    }

    private static async Task Bind(string folder, string issuer)
    {
        await using var ledger = await Commands.Open(folder);
        var (reader, first, second) = (await Commands.Claim(ledger, "reader", "Reader"), await Commands.Claim(ledger, "first", "First"),
            await Commands.Claim(ledger, "second", "Second"));
        var stream = ledger.Pseudonyms.OfIdentity(issuer, Subject);
        await Send(ledger, stream, new IdentityCommand.Propose(reader, issuer, Subject), first);
        await Send(ledger, stream, new IdentityCommand.Confirm(), second);
        await using var store = ReadModelStore.Open(folder);
        await using var runner = new ProjectionRunner(store, ledger.Feed);
        await runner.CatchUp();
    }

    private static async Task Send(EmbeddedLedger ledger, StreamId stream, IdentityCommand command, PersonId by)
    {
        var context = Commands.Context(0, 100) with { CommandId = CommandId.From("bench", command.ToString()), Person = by, Via = Via.Api };
        if (await ledger.Gateway.Send(stream, command, context) is CommandOutcome.Refused refused)
            throw new InvalidOperationException(refused.Rejection.Fact.ToString());
    }

    private static string Token(string issuer, ECDsaSecurityKey key) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = issuer,
        Audience = "bench",
        TokenType = "at+jwt",
        Expires = DateTime.UtcNow.AddHours(1),
        SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.EcdsaSha256),
        Claims = new Dictionary<string, object> { ["sub"] = Subject },
    });
}
