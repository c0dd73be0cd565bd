using EventKb.Integration.Tests.GraphQL;
using EventKb.Server;
using EventKb.Server.Listening;

namespace EventKb.Integration.Tests.Listening;

public sealed class HostsThatAreNamed
{
    [Theory]
    [InlineData("KB.Example.org", "kb.example.org", null)]
    [InlineData("kb.example.org:8443", "kb.example.org", 8443)]
    [InlineData("kb", "kb", null)]
    [InlineData("xn--bibliotka-s9a.lv", "xn--bibliotka-s9a.lv", null)]
    [InlineData("192.0.2.7:80", "192.0.2.7", 80)]
    [InlineData("[2001:DB8:0::1]:80", "[2001:db8::1]", 80)]
    public void Have_a_form(string text, string host, int? port) => Assert.Equal(new ServedName(host, port), ServedName.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("*.example.org")]
    [InlineData("http://kb.example.org")]
    [InlineData("kb.example.org/")]
    [InlineData("kb.example.org:")]
    [InlineData("kb.example.org:0")]
    [InlineData("kb.example.org:70000")]
    [InlineData("kb.example.org.")]
    [InlineData("kb..example.org")]
    [InlineData("-kb.example.org")]
    [InlineData("kb example")]
    [InlineData("kb.example.org\n")]
    [InlineData("a@kb.example.org")]
    [InlineData("127.1")]
    [InlineData("0x7f.1")]
    [InlineData("127.0.0.01")]
    [InlineData("::1")]
    [InlineData("[::1")]
    [InlineData("[127.0.0.1]")]
    [InlineData("[fe80::1%25lo]")]
    [InlineData(null)]
    public void Have_no_other_form(string? text) => Assert.Null(ServedName.Parse(text));
}

public sealed class AServerOfNamedHosts(AServerOfNamedHosts.Named server) : IClassFixture<AServerOfNamedHosts.Named>
{
    [Theory]
    [InlineData("kb.example.org", 200)]
    [InlineData("KB.example.org:9999", 200)]
    [InlineData("other.example.org:8443", 200)]
    [InlineData("other.example.org", 421)]
    [InlineData("other.example.org:8444", 421)]
    [InlineData("more.kb.example.org", 421)]
    public async Task Answers_under_these_and_no_other(string host, int status)
    {
        using var request = new Route("GET", "/health/live").Request(("Host", host));
        using var response = await server.Http.SendAsync(request);
        Assert.Equal(status, (int)response.StatusCode);
    }

    public sealed class Named : RunningServer
    {
        private protected override ServerOptions Options(ServerOptions usual) => usual with { Hosts = ["KB.example.org", "other.example.org:8443"] };
    }
}
