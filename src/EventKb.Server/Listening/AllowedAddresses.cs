using System.Net;
using EventKb.Domain;

namespace EventKb.Server.Listening;

/// <summary>Says where a server may listen, for those addresses that are asked for and for those that are really bound.</summary>
internal static class AllowedAddresses
{
    /// <summary>Reads addresses; refused where one cannot be listened at, or others could reach it while nobody signs in.</summary>
    public static IReadOnlyList<Uri> Of(IEnumerable<string> urls, ReachableFrom reach)
    {
        var addresses = urls.Select(url => Read(url, reach)).ToList();
        return addresses.Count > 0 ? addresses
            : throw CannotGoOn.BadInput($"No address to serve at; give for example http://127.0.0.1:5080.");
    }

    /// <summary>Reads the address of a server that is asked: what goes to another machine goes over https.</summary>
    public static Uri Asked(string url) => Form(url) is var address && (Loopback.IsHost(address.Host) || address.Scheme == Uri.UriSchemeHttps)
        ? address
        : throw CannotGoOn.BadInput($"'{url}' is on another machine: what goes there over http can be read on its way. Use https.");

    /// <summary>Refuses to go on where a bound address is none that was asked for.</summary>
    public static void CheckBound(IReadOnlyList<Uri> asked, IEnumerable<string> bound, ReachableFrom reach)
    {
        foreach (var url in bound)
            if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !IsOpenTo(address, reach) || !asked.Any(one => IsThat(one, address)))
                throw new CannotGoOn(ExitCode.Unexpected,
                    $"LISTENING_ELSEWHERE: The server came to listen at {url}, which was not asked for, and stops. Find out what made it do so.");
    }

    private static Uri Read(string url, ReachableFrom reach)
    {
        var address = Form(url);
        if (!IsOpenTo(address, reach))
            throw CannotGoOn.BadInput(
                reach == ReachableFrom.ThisMachine
                    ? $"'{url}' can be reached from other machines, and nobody signs in. Use 127.0.0.1, [::1] or localhost, or add --sign-in."
                    : (Wording)$"'{url}' can be reached from other machines. Use https with --certificate, or name the proxy that does (--proxy).");
        return address;
    }

    private static Uri Form(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
            throw CannotGoOn.BadInput($"'{url}' is not an http or https address; give for example http://127.0.0.1:5080.");
        // What a reader of addresses takes for a user's name another takes for the host's.
        if (address.PathAndQuery != "/" || address.UserInfo.Length > 0 || address.Fragment.Length > 0)
            throw CannotGoOn.BadInput($"'{url}' has more than an address and a port; give for example http://127.0.0.1:5080.");
        return address;
    }

    private static bool IsOpenTo(Uri address, ReachableFrom reach) => Loopback.IsHost(address.Host)
        || (IPAddress.TryParse(address.DnsSafeHost, out _)
            && (reach == ReachableFrom.Everywhere || (reach == ReachableFrom.EverywhereSecured && address.Scheme == Uri.UriSchemeHttps)));

    private static bool IsThat(Uri asked, Uri bound) => asked.Scheme == bound.Scheme
        && string.Equals(asked.Host, bound.Host, StringComparison.OrdinalIgnoreCase) && (asked.Port == 0 || asked.Port == bound.Port);
}

/// <summary>From where a server may be reached.</summary>
internal enum ReachableFrom
{
    /// <summary>From this machine, where nobody signs in.</summary>
    ThisMachine,

    /// <summary>From everywhere, over https.</summary>
    EverywhereSecured,

    /// <summary>From everywhere; where it is over http, a named proxy stands before it and says how it was asked.</summary>
    Everywhere,
}
