using System.Net;

namespace EventKb.Server.Listening;

/// <summary>Says where a server may listen, for those addresses that are asked for and for those that are really bound.</summary>
internal static class AllowedAddresses
{
    /// <summary>Reads addresses; refused where one cannot be listened at, or others could reach it while nobody signs in.</summary>
    public static IReadOnlyList<Uri> Of(IEnumerable<string> urls, bool signIn)
    {
        var addresses = urls.Select(url => Read(url, signIn)).ToList();
        return addresses.Count > 0 ? addresses
            : throw CannotGoOn.BadInput($"No address to serve at; give for example http://127.0.0.1:5080.");
    }

    /// <summary>Reads one address that only this machine reaches.</summary>
    public static Uri Local(string url) => Read(url, signIn: false);

    /// <summary>Refuses to go on where a bound address is none that was asked for.</summary>
    public static void CheckBound(IReadOnlyList<Uri> asked, IEnumerable<string> bound, bool signIn)
    {
        foreach (var url in bound)
            if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !IsOpenTo(address, signIn) || !asked.Any(one => IsThat(one, address)))
                throw new CannotGoOn(ExitCode.Unexpected,
                    $"LISTENING_ELSEWHERE: The server came to listen at {url}, which was not asked for, and stops. Find out what made it do so.");
    }

    private static Uri Read(string url, bool signIn)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
            throw CannotGoOn.BadInput($"'{url}' is not an http or https address; give for example http://127.0.0.1:5080.");
        // What a reader of addresses takes for a user's name another takes for the host's.
        if (address.PathAndQuery != "/" || address.UserInfo.Length > 0 || address.Fragment.Length > 0)
            throw CannotGoOn.BadInput($"'{url}' has more than an address and a port; give for example http://127.0.0.1:5080.");
        if (!IsOpenTo(address, signIn))
            throw CannotGoOn.BadInput(
                $"'{url}' can be reached from other machines, and there is no sign-in yet. Use 127.0.0.1, [::1] or localhost.");
        return address;
    }

    private static bool IsOpenTo(Uri address, bool signIn) =>
        Loopback.IsHost(address.Host) || (signIn && IPAddress.TryParse(address.DnsSafeHost, out _));

    private static bool IsThat(Uri asked, Uri bound) => asked.Scheme == bound.Scheme
        && string.Equals(asked.Host, bound.Host, StringComparison.OrdinalIgnoreCase) && (asked.Port == 0 || asked.Port == bound.Port);
}
