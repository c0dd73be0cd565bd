using System.Net;
using System.Text;
using EventKb.Integration.Tests.CommandLine;
using EventKb.Integration.Tests.GraphQL;
using EventKb.Server;
using EventKb.Server.SignIn;

namespace EventKb.Integration.Tests.SignIn;

/// <summary>People who sign in at a real provider and use the page, as a browser does: with cookies and links, and nothing else.</summary>
public sealed class SigningInToPages : RunningServer, IAsyncLifetime
{
    private readonly CommandLineRun _run = new();
    private readonly CookieContainer _cookies = new();
    private OpenIdProvider _provider = null!;
    private HttpClient _browser = null!;
    private bool _signIn;

    private string Page => Http.BaseAddress!.ToString();

    public new async Task InitializeAsync()
    {
        _provider = await OpenIdProvider.Start();
        await File.WriteAllTextAsync(_run.At("secret"), OpenIdProvider.Secret + "\n");
        await base.InitializeAsync();
        foreach (var (account, kind) in new[] { ("anna", "PERSON"), (OpenIdProvider.Program, "SERVICE_ACCOUNT") })
        {
            var id = await Person("PAGE", account, kind);
            await Mutate("grantRight", new { id, right = "MANAGE_INCIDENTS", from = "2026-01-01" });
            await SignedInServer.Bind(this, _provider.Issuer, account, id, await SignedInServer.Keeper(this, "PAGE"));
        }

        _signIn = true;
        await Restart();
        _browser = new HttpClient(new HttpClientHandler { CookieContainer = _cookies });
        _browser.DefaultRequestHeaders.Accept.ParseAdd("text/html,*/*;q=0.8");
    }

    public new async Task DisposeAsync()
    {
        _browser.Dispose();
        await base.DisposeAsync();
        await _provider.DisposeAsync();
        _run.Dispose();
    }

    [Fact]
    public async Task Whoever_opens_the_page_is_sent_to_the_provider_and_back_and_is_themselves_from_then_on()
    {
        _provider.SignedIn = "anna";
        using var page = await _browser.GetAsync(new Uri(Page + "?lang=lv"));
        Assert.Equal((HttpStatusCode.OK, Page + "?lang=lv"), (page.StatusCode, page.RequestMessage!.RequestUri!.ToString()));
        var shown = await page.Content.ReadAsStringAsync();
        Assert.Contains("<h1>EventKb", shown, StringComparison.Ordinal);
        Assert.Contains("""<form method="post" action="/sign-out"><span>anna</span> <button>Iziet</button></form>""", shown, StringComparison.Ordinal);
        Assert.Contains("form-action 'self'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var cookie = Assert.Single(_cookies.GetCookies(new Uri(Page)));
        Assert.True(cookie.HttpOnly);
        Assert.Contains("\"totalCount\":", await Ask(), StringComparison.Ordinal);
        Assert.Contains("anna", await Drafted(), StringComparison.Ordinal);

        using var end = await _browser.PostAsync(new Uri(Page + "sign-out"), null);
        Assert.Contains("You have signed out here", await end.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("UNAUTHENTICATED", await Ask(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_ends_with_its_day_with_the_server_and_with_its_person()
    {
        _provider.SignedIn = "anna";
        await _browser.GetStringAsync(new Uri(Page));
        Clock.Forward(TimeSpan.FromHours(11));
        Assert.Contains("UNAUTHENTICATED", await Ask(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_is_nobodys_is_told_so_and_not_sent_round_for_ever()
    {
        _provider.SignedIn = "stranger";
        using var page = await _browser.GetAsync(new Uri(Page));
        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        var said = await page.Content.ReadAsStringAsync();
        Assert.Contains("ACCOUNT_NOT_BOUND", said, StringComparison.Ordinal);
        Assert.Contains("'stranger'", said, StringComparison.Ordinal);
        Assert.Contains("UNAUTHENTICATED", await Ask(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_the_provider_refuses_is_told_so()
    {
        using var page = await _browser.GetAsync(new Uri(Page));
        Assert.Equal(HttpStatusCode.Unauthorized, page.StatusCode);
        Assert.Contains("SIGN_IN_FAILED", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sign-in/callback")]
    [InlineData("sign-in/callback?code=x&state=y")]
    public async Task An_answer_of_the_provider_that_nobody_asked_for_signs_nobody_in(string path)
    {
        _provider.SignedIn = "anna";
        using var page = await _browser.GetAsync(new Uri(Page + path));
        Assert.Equal(HttpStatusCode.Unauthorized, page.StatusCode);
        Assert.Empty(_cookies.GetCookies(new Uri(Page)));
    }

    [Theory]
    [InlineData("POST", "sign-out")]
    [InlineData("POST", "graphql")]
    public async Task A_page_of_another_site_does_nothing_with_the_session(string method, string path)
    {
        _provider.SignedIn = "anna";
        await _browser.GetStringAsync(new Uri(Page));
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(Page + path)) { Content = Question() };
        request.Headers.Add("Origin", "https://evil.example");
        using var answer = await _browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("\"totalCount\":", await Ask(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_brings_the_token_that_the_provider_gave_it()
    {
        Http.DefaultRequestHeaders.Authorization = new("Bearer", await _provider.Token());
        Assert.True((await Data("{ persons(first: 1) { totalCount } }")).GetProperty("persons").GetProperty("totalCount").GetInt32() > 1);
        Http.DefaultRequestHeaders.Authorization = new("Bearer", Http.DefaultRequestHeaders.Authorization!.Parameter![..^1]);
        Assert.Equal("UNAUTHENTICATED", await Refusal("{ persons(first: 1) { totalCount } }"));
    }

    [Fact]
    public async Task When_the_provider_is_down_a_page_says_so()
    {
        await _provider.DisposeAsync();
        using var page = await _browser.GetAsync(new Uri(Page));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.Contains("SIGN_IN_UNAVAILABLE", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private protected override ServerOptions Options(ServerOptions usual) =>
        _signIn ? usual with { SignIn = new SignInConfiguration { Providers = [_provider.Configured(_run.At("secret"))] } } : usual;

    private async Task<string> Ask()
    {
        using var answer = await _browser.PostAsync(new Uri(Page + "graphql"), Question());
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<string> Drafted()
    {
        const string Draft = """
            {"query":"mutation { draftArticle(input: {institution: \"PAGE\", kind: FAQ, language: \"lv\", title: \"t\", body: \"b\"}) { article { auditTrail(first: 1) { nodes { person { name } } } } } }"}
            """;
        using var body = new StringContent(Draft, Encoding.UTF8, "application/json");
        using var answer = await _browser.PostAsync(new Uri(Page + "graphql"), body);
        return await answer.Content.ReadAsStringAsync();
    }

    private static StringContent Question() => new("""{"query":"{ persons(first: 1) { totalCount } }"}""", Encoding.UTF8, "application/json");
}
