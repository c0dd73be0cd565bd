using System.Net;
using EventKb.Integration.Tests.GraphQL;
using EventKb.Server;

namespace EventKb.Integration.Tests.Listening;

/// <summary>A proxy that is named is believed; what it passes on from others is judged as if they had asked themselves.</summary>
public sealed class BehindAProxy(BehindAProxy.Proxied server) : IClassFixture<BehindAProxy.Proxied>
{
    private const string Question = """{"query":"{ledger{size}}"}""";

    [Fact]
    public async Task What_it_says_counts_on_every_route()
    {
        foreach (var route in Route.Of(server.App))
        {
            Assert.Equal((route, 403, "LOOPBACK_ONLY"), await Ask(route, ("X-Forwarded-For", "203.0.113.7")));
            Assert.Equal((route, 403, "LOOPBACK_ONLY"), await Ask(route, ("X-Forwarded-For", "127.0.0.1, 203.0.113.7")));
            Assert.Equal((route, 421, "HOST_NOT_SERVED"), await Ask(route, ("X-Forwarded-For", "127.0.0.1"), ("X-Forwarded-Host", "evil.example")));
            Assert.Equal((route, 403, "SENDER_UNKNOWN"), await Ask(route));
            Assert.Equal((route, 403, "SENDER_UNKNOWN"), await Ask(route, ("X-Forwarded-For", "unknown")));
            Assert.Equal((route, 403, "SENDER_UNKNOWN"), await Ask(route, ("X-Forwarded-For", "127.0.0.1, unknown")));
            var (_, status, _) = await Ask(route, ("X-Forwarded-For", "127.0.0.1"), ("X-Forwarded-Host", "kb.example.org"), ("X-Forwarded-Proto", "https"));
            Assert.False(status is 403 or 421, $"{route}: {status}");
        }
    }

    [Theory]
    [InlineData("https://kb.example.org", "https", 200)]
    [InlineData("http://kb.example.org", "https", 403)]
    [InlineData("https://kb.example.org", "http", 403)]
    [InlineData("https://evil.example", "https", 403)]
    public async Task A_page_is_of_the_origin_that_the_proxy_serves(string origin, string scheme, int status)
    {
        using var request = new Route("POST", "/graphql").Request(("X-Forwarded-For", "127.0.0.1"), ("X-Forwarded-Host", "kb.example.org"),
            ("X-Forwarded-Proto", scheme), ("Origin", origin));
        request.Content = new StringContent(Question, System.Text.Encoding.UTF8, "application/json");
        using var response = await server.Http.SendAsync(request);
        Assert.Equal(status, (int)response.StatusCode);
    }

    private async Task<(Route, int, string)> Ask(Route route, params (string, string)[] headers)
    {
        using var request = route.Request(headers);
        using var response = await server.Http.SendAsync(request);
        return (route, (int)response.StatusCode, (await response.Content.ReadAsStringAsync()).Split(':')[0]);
    }

    public sealed class Proxied : RunningServer
    {
        private protected override ServerOptions Options(ServerOptions usual) => usual with
        {
            Hosts = ["kb.example.org"],
            Proxies = [IPAddress.Loopback],
        };
    }
}
