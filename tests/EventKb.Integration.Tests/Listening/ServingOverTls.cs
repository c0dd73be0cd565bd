using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using EventKb.Integration.Tests.CommandLine;
using EventKb.Server;
using EventKb.Server.Listening;

namespace EventKb.Integration.Tests.Listening;

public sealed class ServingOverTls : IAsyncLifetime
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);
    private readonly CommandLineRun _run = new();
    private readonly X509Certificate2 _certificate = MadeCertificate.For();
    private ServerApp _app = null!;

    private Uri Here => new(_app.Addresses.Single());

    public async Task InitializeAsync()
    {
        File.WriteAllText(_run.At("server.pem"), _certificate.ExportCertificatePem());
        File.WriteAllText(_run.At("server.key"), MadeCertificate.Key(_certificate));
        _app = await ServerApp.Build(new ServerOptions(_run.At("data"))
        {
            Urls = ["https://127.0.0.1:0"],
            Certificate = new CertificateFile(_run.At("server.pem"), _run.At("server.key")),
        });
        await _app.Start();
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        _certificate.Dispose();
        _run.Dispose();
    }

    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task It_shows_its_certificate_and_speaks(SslProtocols protocol)
    {
        using var patience = new CancellationTokenSource(Longest);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Here.Port, patience.Token);
        await using var tls = new SslStream(client.GetStream(), leaveInnerStreamOpen: false, Shows);
        await tls.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions { TargetHost = "localhost", EnabledSslProtocols = protocol }, patience.Token);
        Assert.Equal(protocol, tls.SslProtocol);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public async Task Older_versions_are_refused(byte minor, bool isSpoken)
    {
        byte[] body = [3, minor, .. new byte[32], 0, 0, 6, 0xC0, 0x2B, 0xC0, 0x09, 0xC0, 0x0A, 1, 0,
            0, 24, 0, 10, 0, 4, 0, 2, 0, 0x17, 0, 11, 0, 2, 1, 0, 0, 13, 0, 6, 0, 4, 4, 3, 2, 3];
        byte[] hello = [0x16, 3, 1, 0, (byte)(body.Length + 4), 1, 0, 0, (byte)body.Length, .. body];
        using var patience = new CancellationTokenSource(Longest);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Here.Port, patience.Token);
        await client.GetStream().WriteAsync(hello, patience.Token);
        var answer = new byte[7];
        await client.GetStream().ReadAtLeastAsync(answer, answer.Length, throwOnEndOfStream: false, patience.Token);
        // A record of a handshake, or an alert that ends it because of the version (70).
        Assert.Equal(isSpoken ? (0x16, 2) : (0x15, 70), (answer[0], isSpoken ? answer[5] : answer[6]));
    }

    [Theory]
    [InlineData(null, 200, true)]
    [InlineData("localhost:PORT", 200, false)]
    [InlineData("evil.example:PORT", 421, true)]
    public async Task Browsers_are_told_to_stay_with_it(string? host, int status, bool isTold)
    {
        foreach (var version in new[] { HttpVersion.Version11, HttpVersion.Version20 })
        {
            using var http = new HttpClient(new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = Shows } });
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Here, "/health/live"))
            { Version = version, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
            request.Headers.Host = host?.Replace("PORT", $"{Here.Port}", StringComparison.Ordinal);
            using var response = await http.SendAsync(request);
            Assert.Equal((status, isTold), ((int)response.StatusCode, response.Headers.Contains("Strict-Transport-Security")));
        }
    }

    [Fact]
    public void A_key_may_be_with_the_certificate_or_under_a_password()
    {
        var now = DateTimeOffset.UtcNow;
        File.WriteAllText(_run.At("both.pem"), _certificate.ExportCertificatePem() + "\n" + MadeCertificate.Key(_certificate));
        File.WriteAllText(_run.At("locked.key"), MadeCertificate.EncryptedKey(_certificate, "slepens"));
        File.WriteAllBytes(_run.At("locked.pfx"), _certificate.Export(X509ContentType.Pkcs12, "slepens"));
        CertificateFile[] readable = [new(_run.At("both.pem")), new(_run.At("server.pem"), _run.At("locked.key"), "slepens"),
            new(_run.At("locked.pfx"), null, "slepens")];
        Assert.All(readable, file =>
            Assert.True(((X509Certificate2)ServerCertificate.Read(file, now).Https.ServerCertificate!).HasPrivateKey));
        Assert.All(readable.Skip(1), file => Assert.Contains("EVENTKB_CERTIFICATE_PASSWORD",
            Assert.Throws<CannotGoOn>(() => ServerCertificate.Read(file with { Password = "cits" }, now)).Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "https://127.0.0.1:0/ needs a certificate")]
    [InlineData("--certificate missing.pem", "missing.pem cannot be read")]
    [InlineData("--certificate garbage.pem", "garbage.pem cannot be read")]
    [InlineData("--certificate server.pem", "no private key in FOLDER/server.pem")]
    [InlineData("--certificate server.pem --certificate-key server.pem", "no private key in FOLDER/server.pem")]
    [InlineData("--certificate server.pem --certificate-key missing.key", "missing.key cannot be read")]
    [InlineData("--certificate server.pem --certificate-key other.key", "other.key cannot be read")]
    [InlineData("--certificate expired.pem", "expired.pem expired at")]
    [InlineData("--certificate early.pem", "early.pem is valid from")]
    [InlineData("--certificate client.pem", "client.pem was not issued for servers")]
    [InlineData("--certificate-key server.key", "name that with --certificate")]
    public async Task What_cannot_be_served_with_stops_the_start(string options, string says)
    {
        File.WriteAllText(_run.At("garbage.pem"), "no certificate");
        Write("expired.pem", MadeCertificate.For(-3, -1));
        Write("early.pem", MadeCertificate.For(1, 3));
        Write("client.pem", MadeCertificate.For(use: "1.3.6.1.5.5.7.3.2"));
        using (var other = MadeCertificate.For())
            File.WriteAllText(_run.At("other.key"), MadeCertificate.Key(other));
        string[] given = [.. options.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word[0] == '-' ? word : _run.At(word))];

        Assert.Equal(2, await _run.Run(["serve", "--data", _run.At("new"), "--urls", "https://127.0.0.1:0", .. given]));
        Assert.Contains(says.Replace("FOLDER", _run.Folder, StringComparison.Ordinal), _run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_run.At("new")));
    }

    [Fact]
    public async Task A_certificate_that_no_address_uses_is_no_mistake_to_pass_over()
    {
        Assert.Equal(2, await _run.Run("serve", "--data", _run.At("new"), "--urls", "http://127.0.0.1:0", "--certificate", _run.At("server.pem")));
        Assert.Contains("none of --urls is one", _run.Error, StringComparison.Ordinal);
    }

    private void Write(string name, X509Certificate2 certificate)
    {
        using (certificate)
            File.WriteAllText(_run.At(name), certificate.ExportCertificatePem() + "\n" + MadeCertificate.Key(certificate));
    }

    private bool Shows(object sender, X509Certificate? shown, X509Chain? chain, SslPolicyErrors errors) =>
        shown?.GetCertHashString() == _certificate.GetCertHashString();
}
