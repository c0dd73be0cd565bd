using System.CommandLine;
using System.Net;
using EventKb.Server.Listening;

namespace EventKb.Server.CommandLine;

/// <summary>Options of <c>serve</c> that say where it listens and how it is reached.</summary>
internal sealed class ListeningOptions(Terminal terminal)
{
    private readonly Option<string> _urls = new("--urls")
    {
        Description = terminal.In(
            "Where to listen: addresses separated by semicolons, http, or https with --certificate; loopback without --sign-in; port 0 takes any."),
        HelpName = "URL",
        DefaultValueFactory = _ => "http://127.0.0.1:5080",
    };

    private readonly Option<string[]> _hosts = Each(new Option<string[]>("--host")
    {
        Description = terminal.In(
            "Name under which it may be asked besides the addresses at which it listens, with a port or at any; repeatable."),
        HelpName = "NAME",
    }, name => ServedName.Parse(name) is null ? terminal.In(Entrance.NotAName(name).Wording) : null);

    private readonly Option<string[]> _proxies = Each(new Option<string[]>("--proxy")
    {
        Description = terminal.In(
            "Address of a proxy that is believed in X-Forwarded-For, -Host and -Proto; from others they say nothing; repeatable."),
        HelpName = "ADDRESS",
    }, address => IPAddress.TryParse(address, out _) ? null
        : terminal.In($"'{address}' is not an IP address of a proxy; give for example 127.0.0.1."));

    private readonly Option<string?> _certificate = new("--certificate")
    {
        Description = terminal.In(
            "Certificate for https addresses, PEM or PFX; its password is taken from the environment variable EVENTKB_CERTIFICATE_PASSWORD."),
        HelpName = "FILE",
    };

    private readonly Option<string?> _key = new("--certificate-key")
    { Description = terminal.In("The certificate's private key in PEM, where it is in another file."), HelpName = "FILE" };

    /// <summary>Adds them to the command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _urls, _hosts, _proxies, _certificate, _key })
            command.Add(option);
    }

    /// <summary>How a server is started, with what was given of these.</summary>
    public ServerOptions In(ParseResult parsed, ServerOptions options) => options with
    {
        Urls = Options.Urls(parsed.GetRequiredValue(_urls)),
        Hosts = parsed.GetValue(_hosts) ?? [],
        Proxies = [.. (parsed.GetValue(_proxies) ?? []).Select(IPAddress.Parse)],
        Certificate = Certificate(parsed.GetValue(_certificate), parsed.GetValue(_key)),
    };

    private static CertificateFile? Certificate(string? file, string? key) => (file, key) switch
    {
        (null, null) => null,
        (null, _) => throw CannotGoOn.BadInput($"--certificate-key is the key of a certificate; name that with --certificate FILE."),
        _ => new CertificateFile(file, key, Environment.GetEnvironmentVariable(CertificateFile.PasswordVariable)),
    };

    private static Option<string[]> Each(Option<string[]> option, Func<string, string?> wrong)
    {
        option.Validators.Add(given =>
        {
            foreach (var error in (given.GetValueOrDefault<string[]>() ?? []).Select(wrong).OfType<string>())
                given.AddError(error);
        });
        return option;
    }
}
