using EventKb.Integration.Tests.CommandLine;
using EventKb.Server;
using EventKb.Server.Listening;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EventKb.Integration.Tests.Listening;

public sealed class WhereItListens : IDisposable
{
    private readonly CommandLineRun _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData("http://127.0.0.1:0", "http://127.0.0.1:34567")]
    [InlineData("http://127.0.0.1:5080", "http://127.0.0.1:5080")]
    [InlineData("http://[::1]:0", "http://[::1]:34567")]
    [InlineData("http://localhost:5080", "http://localhost:5080")]
    public void An_address_that_was_asked_for_may_be_bound(string asked, string bound) =>
        AllowedAddresses.CheckBound(AllowedAddresses.Of([asked], ReachableFrom.ThisMachine), [bound], ReachableFrom.ThisMachine);

    [Theory]
    [InlineData("http://127.0.0.1:5080", "http://127.0.0.1:5081")]
    [InlineData("http://127.0.0.1:5080", "https://127.0.0.1:5080")]
    [InlineData("http://127.0.0.1:0", "http://127.0.0.2:5080")]
    [InlineData("http://127.0.0.1:0", "http://[::]:5080")]
    [InlineData("http://127.0.0.1:0", "http://0.0.0.0:5080")]
    [InlineData("http://127.0.0.1:0", "http://unix:/tmp/socket")]
    public void Another_may_not(string asked, string bound) => Assert.Throws<CannotGoOn>(
        () => AllowedAddresses.CheckBound(AllowedAddresses.Of([asked], ReachableFrom.ThisMachine), ["http://127.0.0.1:5080", bound], ReachableFrom.ThisMachine));

    [Fact]
    public async Task A_server_that_came_to_listen_elsewhere_as_well_does_not_start()
    {
        await using var app = await ServerApp.Build(new ServerOptions(_run.At("data")) { Urls = ["http://127.0.0.1:0"] });
        app.Web.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.ListenAnyIP(0);
        var refused = await Assert.ThrowsAsync<CannotGoOn>(() => app.Start());
        Assert.StartsWith("LISTENING_ELSEWHERE: ", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://x@127.0.0.1:0", "more than an address")]
    [InlineData("http://127.0.0.1:0/path", "more than an address")]
    [InlineData("ftp://127.0.0.1:0", "is not an http")]
    [InlineData("http://unix:/tmp/socket", "more than an address")]
    [InlineData("http://*:5080", "is not an http")]
    [InlineData("http://[::]:5080", "reached from other machines")]
    [InlineData(";", "No address")]
    public async Task An_address_that_is_none_or_not_only_one_is_refused_before_anything_is_made(string urls, string says)
    {
        Assert.Equal(2, await _run.Run("serve", "--data", _run.At("data"), "--urls", urls));
        Assert.Contains(says, _run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_run.At("data")));
    }

    [Theory]
    [InlineData("--host", "*", "is not a host")]
    [InlineData("--host", "http://kb.example.org", "is not a host")]
    [InlineData("--proxy", "proxy.example.org", "is not an IP address")]
    [InlineData("--proxy", "10.0.0.0/8", "is not an IP address")]
    public async Task A_name_or_a_proxy_of_no_such_form_is_refused(string option, string value, string says)
    {
        Assert.Equal(2, await _run.Run("serve", "--data", _run.At("data"), option, value));
        Assert.Contains(says, _run.Error, StringComparison.Ordinal);
    }
}
