using EventKb.Integration.Tests.CommandLine;

namespace EventKb.Integration.Tests.SignIn;

/// <summary>What <c>--sign-in</c> names.</summary>
public sealed class ConfiguringSignIn : IDisposable
{
    private readonly CommandLineRun _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData("providers:\n  - issuer: https://a.example\n    audienze: x\n", "line 3:")]
    [InlineData("providers:\n  - issuer: https://a.example\n", "line 2:")]
    [InlineData("providers:\n  - issuer: [\n", "line ")]
    [InlineData("providers:\n  - issuer: https://a.example\n    issuer: https://b.example\n    audience: x\n", "line 3:")]
    [InlineData("", "must have 1 to 50 'providers'")]
    [InlineData("providers: []\n", "must have 1 to 50 'providers'")]
    [InlineData("providers:\n  - issuer: http://a.example\n    audience: x\n", "provider 1: 'issuer' and 'metadata' must be https")]
    [InlineData("providers:\n  - issuer: https://a.example\n    audience: ''\n", "provider 1: 'audience' must be 1 to 1000")]
    [InlineData("providers:\n  - {issuer: 'https://a.example', audience: x, metadata: 'http://b.example/m'}\n", "must be https")]
    [InlineData("providers:\n  - {issuer: 'https://a.example', audience: x}\n  - {issuer: 'https://a.example', audience: y}\n", "provider 2: The issuer")]
    public async Task What_cannot_be_meant_stops_the_start_with_its_place(string yaml, string says)
    {
        var file = _run.At("sign-in.yml");
        await File.WriteAllTextAsync(file, yaml);
        Assert.Equal(2, await _run.Run("serve", "--data", _run.At("data"), "--sign-in", file, "--urls", "http://127.0.0.1:0"));
        Assert.Contains(says, _run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_run.At("data")));
    }

    [Fact]
    public async Task A_file_that_is_not_there_stops_it_too()
    {
        Assert.Equal(2, await _run.Run("serve", "--data", _run.At("data"), "--sign-in", _run.At("none.yml")));
        Assert.Contains("cannot be read", _run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0", "Use https with --certificate")]
    [InlineData("https://0.0.0.0:0", "needs a certificate")]
    public async Task Others_are_served_over_https_alone(string url, string says)
    {
        var file = _run.At("sign-in.yml");
        await File.WriteAllTextAsync(file, "providers:\n  - {issuer: 'https://a.example', audience: x}\n");
        Assert.Equal(2, await _run.Run("serve", "--data", _run.At("data"), "--sign-in", file, "--urls", url));
        Assert.Contains(says, _run.Error, StringComparison.Ordinal);
    }
}
