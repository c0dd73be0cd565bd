using System.Net;
using System.Net.Http.Headers;
using System.Text;
using EventKb.Domain;
using EventKb.Domain.Persons;
using EventKb.Integration.Tests.GraphQL;
using EventKb.Server;
using EventKb.Server.SignIn;

namespace EventKb.Integration.Tests.SignIn;

/// <summary>A server on which nobody signed in, who entered some people there, and which was then served with sign-in.</summary>
public sealed class SignedInServer : RunningServer, IAsyncLifetime
{
    private bool _signIn;

    internal TestProvider Provider { get; private set; } = null!;

    /// <summary>Pseudonyms by account.</summary>
    public Dictionary<string, string> People { get; } = [];

    public new async Task InitializeAsync()
    {
        Provider = await TestProvider.Start();
        await base.InitializeAsync();
        foreach (var (account, kind, right) in new[]
        {
            ("anna", "PERSON", "MANAGE_PERSONS"), ("berta", "PERSON", ""), ("robot", "SERVICE_ACCOUNT", "IMPORT"), ("disabled", "PERSON", ""),
        })
        {
            People[account] = await Person("SIGN", account, kind);
            if (right.Length > 0)
                await Mutate("grantRight", new { id = People[account], right, from = "2026-01-01" });
        }

        foreach (var account in People.Keys)
            await Bind(this, Provider.Issuer, account, People[account], People[account == "anna" ? "berta" : "anna"]);
        _signIn = true;
        await Restart();
    }

    public new async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await Provider.DisposeAsync();
    }

    /// <summary>Sends everything from now on with a token; null = with none.</summary>
    public void Use(string? token) => Http.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);

    /// <summary>Sends everything from now on as somebody.</summary>
    public void SignIn(string account) => Use(Provider.Token(account));

    /// <summary>Asks something that anybody may who is somebody.</summary>
    public async Task<(HttpStatusCode Status, string Said)> AskAtAll()
    {
        using var body = new StringContent("""{"query":"{ persons(first: 1) { totalCount } }"}""", Encoding.UTF8, "application/json");
        using var answer = await Http.PostAsync("/graphql", body);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Asks the same, which must be refused with nothing about what there is.</summary>
    public async Task RefusesMe()
    {
        var (status, said) = await AskAtAll();
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.StartsWith("""{"errors":[{"message":"Sign in: """, said, StringComparison.Ordinal);
        Assert.EndsWith(""","extensions":{"code":"UNAUTHENTICATED"}}]}""", said, StringComparison.Ordinal);
    }

    private protected override ServerOptions Options(ServerOptions usual) =>
        _signIn ? usual with { SignIn = new SignInConfiguration { Providers = [Provider.Configured] } } : usual;

    /// <summary>Binds an account to a person, who is said to be whose it is by the operator and by another person.</summary>
    internal static async Task Bind(RunningServer server, string issuer, string subject, string person, string other)
    {
        var proposed = await server.Mutate("proposeIdentity", new { person, issuer, subject }, "identity { id }");
        var id = proposed.GetProperty("identity").GetProperty("id").GetString()!;
        var now = server.App.Ledger.Time.GetUtcNow();
        var confirmed = await server.App.Ledger.Gateway.Send(StreamId.Of(id), new IdentityCommand.Confirm(),
            new CommandContext(CommandId.From(id), now, now, new PersonId(other), StreamId.Of(other).Institution, Via.Api, "c", "c"));
        Assert.IsType<Ledger.CommandOutcome.Committed>(confirmed);
    }
}
