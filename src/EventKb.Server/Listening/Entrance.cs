using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace EventKb.Server.Listening;

/// <summary>The one way into a server: where it listens, whose word it takes for a request, and what stands before its routes.</summary>
internal sealed class Entrance
{
    private readonly ReachableFrom _reach;
    private readonly IReadOnlyList<Uri> _addresses;
    private readonly IReadOnlyList<IPAddress> _proxies;
    private readonly ServerCertificate? _certificate;
    private readonly Gate _gate;

    private Entrance(
        ReachableFrom reach, IReadOnlyList<Uri> addresses, IReadOnlyList<IPAddress> proxies, ServerCertificate? certificate, Gate gate) =>
        (_reach, _addresses, _proxies, _certificate, _gate) = (reach, addresses, proxies, certificate, gate);

    /// <summary>Reads what is asked for; refused where that cannot or must not be done.</summary>
    public static Entrance Of(ServerOptions options)
    {
        var reach = options.SignIn is null ? ReachableFrom.ThisMachine
            : options.Proxies.Count > 0 ? ReachableFrom.Everywhere : ReachableFrom.EverywhereSecured;
        var addresses = AllowedAddresses.Of(options.Urls, reach);
        var names = options.Hosts.Select(name => ServedName.Parse(name) ?? throw NotAName(name)).ToList();
        return new Entrance(reach, addresses, options.Proxies, Certificate(options, addresses), new Gate(names, options.Proxies, reach));
    }

    /// <summary>A name that no server has.</summary>
    public static CannotGoOn NotAName(string name) => CannotGoOn.BadInput(
        $"'{name}' is not a host; give a DNS name or an address, and a port where it is part of it: kb.example.org:8443.");

    /// <summary>Listens at the addresses, and by no other configuration: an address that is only a setting could be set elsewhere too.</summary>
    public void Listen(KestrelServerOptions kestrel)
    {
        foreach (var address in _addresses)
            if (IPAddress.TryParse(address.DnsSafeHost, out var ip))
                kestrel.Listen(ip, address.Port, listen => Secure(listen, address));
            else
                kestrel.ListenLocalhost(address.Port, listen => Secure(listen, address));
    }

    /// <summary>Puts the gate before everything that the application answers.</summary>
    public void StandBefore(WebApplication web)
    {
        if (_proxies.Count > 0)
        {
            web.Use(next => http => _gate.PassProxy(http, next));
            web.UseForwardedHeaders(ForwardedBy(_proxies));
        }

        web.Use(next => http => _gate.Pass(http, next));
        // Named here, else routes would be looked up before the gate.
        web.UseRouting();
    }

    /// <summary>Refuses to go on where another address came to be bound.</summary>
    public void CheckBound(IEnumerable<string> bound) => AllowedAddresses.CheckBound(_addresses, bound, _reach);

    private static ServerCertificate? Certificate(ServerOptions options, IEnumerable<Uri> addresses)
    {
        var https = addresses.FirstOrDefault(address => address.Scheme == Uri.UriSchemeHttps);
        if (https is null)
            return options.Certificate is null ? null
                : throw CannotGoOn.BadInput($"A certificate is for https addresses, and none of --urls is one: https://127.0.0.1:5443.");
        return options.Certificate is { } from ? ServerCertificate.Read(from, options.Clock.GetUtcNow())
            : throw CannotGoOn.BadInput($"{https} needs a certificate. Name it with 'serve --certificate FILE', or use http.");
    }

    private void Secure(ListenOptions listen, Uri address)
    {
        if (address.Scheme == Uri.UriSchemeHttps)
            listen.UseHttps(_certificate!.Https);
    }

    private static ForwardedHeadersOptions ForwardedBy(IEnumerable<IPAddress> proxies)
    {
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedHost | ForwardedHeaders.XForwardedProto,
            ForwardLimit = null, // As long as one named proxy passed on what another sent.
        };
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (var proxy in proxies)
            options.KnownProxies.Add(proxy);
        return options;
    }
}
