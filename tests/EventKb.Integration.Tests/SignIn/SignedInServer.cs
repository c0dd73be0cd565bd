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
public class SignedInServer : RunningServer, IAsyncLifetime
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

        await Hold("SERVICE_PORTFOLIO_OWNER", "SIGN", People["anna"]);
        await Hold("RESOURCE_PORTFOLIO_OWNER", "SIGN", People["berta"]);
        await EnterMore();
        var keeper = await Keeper(this, "SIGN");
        foreach (var account in People.Keys)
            await Bind(this, Provider.Issuer, account, People[account], keeper);
        _signIn = true;
        await Restart();
    }

    public new async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await Provider.DisposeAsync();
    }

    /// <summary>Enters others, by the accounts with which they sign in.</summary>
    private protected virtual Task EnterMore() => Task.CompletedTask;

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

    /// <summary>Gives somebody a duty from the beginning of 2026 on, and gives the assignment's id.</summary>
    public async Task<string> Hold(string duty, string subject, string holder, string institution = "SIGN")
    {
        var held = await Mutate("assignDuty", new
        {
            institution,
            duty,
            subject,
            holder,
            holderInstitution = institution,
            from = "2026-01-01",
            basis = new { order = "1", date = "2025-12-01" },
        }, "ownership { id }");
        Assert.Null(Code(held));
        return held.GetProperty("ownership").GetProperty("id").GetString()!;
    }

    /// <summary>Enters somebody who keeps the directory, and so can say as a second person whose an account is.</summary>
    internal static async Task<string> Keeper(RunningServer server, string institution)
    {
        var keeper = await server.Person(institution, "Kārlis");
        await server.Mutate("grantRight", new { id = keeper, right = "MANAGE_PERSONS", from = "2026-01-01" });
        return keeper;
    }

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
