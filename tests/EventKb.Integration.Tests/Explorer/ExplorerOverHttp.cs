using System.Net;
using System.Text.RegularExpressions;
using EventKb.Integration.Tests.GraphQL;
using EventKb.Server.Explorer;
using EventKb.Server.GraphQL.Http;

namespace EventKb.Integration.Tests.Explorer;

public sealed partial class ExplorerOverHttp(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task The_page_may_use_nothing_but_this_origin_and_is_kept_nowhere()
    {
        using var first = await server.Http.GetAsync("/");
        using var second = await server.Http.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self' 'nonce-…'; img-src 'self' data:; "
            + "font-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'", Nonce().Replace(Header(first, "Content-Security-Policy"), "nonce-…"));
        Assert.NotEqual(Header(first, "Content-Security-Policy"), Header(second, "Content-Security-Policy"));
        Assert.Equal(("nosniff", "no-referrer", "no-store"),
            (Header(first, "X-Content-Type-Options"), Header(first, "Referrer-Policy"), Header(first, "Cache-Control")));
        Assert.DoesNotContain("style=", await first.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_script_is_kept_for_good_under_a_name_that_changes_with_it()
    {
        var script = Script().Match(await server.Http.GetStringAsync("/")).Groups[1].Value;
        using var response = await server.Http.GetAsync(script);
        Assert.Equal(("text/javascript", "public, max-age=31536000, immutable", "nosniff"), (response.Content.Headers.ContentType!.MediaType,
            Header(response, "Cache-Control").Replace("immutable, public, max-age=31536000", "public, max-age=31536000, immutable", StringComparison.Ordinal),
            Header(response, "X-Content-Type-Options")));
        using var again = new HttpRequestMessage(HttpMethod.Get, script) { Headers = { IfNoneMatch = { response.Headers.ETag! } } };
        using var unchanged = await server.Http.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Theory]
    [InlineData("/explorer/page.js")]
    [InlineData("/explorer/")]
    [InlineData("/explorer/..%2FDemo%2FQuestions%2F01.graphql")]
    public async Task Nothing_else_is_served(string path)
    {
        using var response = await server.Http.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("/", "lv-LV, en;q=0.5", "lv")]
    [InlineData("/", "de", "en")]
    [InlineData("/?lang=en", "lv", "en")]
    [InlineData("/?lang=lv", "en", "lv")]
    [InlineData("/?lang=de", "lv", "lv")]
    public async Task The_address_says_the_language_before_the_browser_does(string path, string accepted, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptLanguage.ParseAdd(accepted);
        using var response = await server.Http.SendAsync(request);
        Assert.Equal(language, response.Content.Headers.ContentLanguage.Single());
        Assert.Contains($"<html lang=\"{language}\">", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_demo_has_questions_to_offer() =>
        Assert.Contains("\"questions\":[]", await server.Http.GetStringAsync("/"), StringComparison.Ordinal);

    [Theory]
    [InlineData("English", "install Node.js 18")]
    [InlineData("Latvian", "uzstādiet Node.js 18")]
    public void A_page_that_was_not_built_says_how_to_build_it(string language, string expected)
    {
        var page = ExplorerPage.Html(Enum.Parse<Language>(language), [], who: null, "nonce", built: null);
        Assert.Contains(expected, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    private static string Header(HttpResponseMessage response, string name) => string.Join(", ", response.Headers.GetValues(name));

    [GeneratedRegex("nonce-[A-Za-z0-9+/=]{24}")]
    private static partial Regex Nonce();

    [GeneratedRegex("""src="(/explorer/[^"]+)" defer""")]
    private static partial Regex Script();
}
