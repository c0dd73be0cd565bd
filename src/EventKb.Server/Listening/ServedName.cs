using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace EventKb.Server.Listening;

/// <summary>A name or address under which a server may be asked; without a port, at any.</summary>
/// <param name="Host">A DNS name in lower case, an IPv4 address, or an IPv6 address in brackets.</param>
/// <param name="Port">The port, where it is named.</param>
internal sealed partial record ServedName(string Host, int? Port)
{
    private const int LongestName = 253;

    /// <summary>Reads <c>name</c> or <c>name:port</c>; null where it is of no such form.</summary>
    public static ServedName? Parse(string? text)
    {
        if (text is null || text.Length > LongestName + 6 || Form().Match(text) is not { Success: true } match || HostOf(match) is not { } host)
            return null;
        if (!match.Groups["port"].Success)
            return new ServedName(host, null);
        return int.Parse(match.Groups["port"].Value, CultureInfo.InvariantCulture) is > 0 and <= IPEndPoint.MaxPort and var port
            ? new ServedName(host, port) : null;
    }

    private static string? HostOf(Match match)
    {
        var host = match.Groups["host"].Value.ToLowerInvariant();
        if (host[0] == '[')
            return IPAddress.TryParse(host[1..^1], out var six) && six.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{six}]" : null;
        // Numbers are an address as it is usually written, or none: 127.1 and 0x7f.1 are addresses to some programs.
        if (IPAddress.TryParse(host, out var four))
            return four.ToString() == host ? host : null;
        return host.Length <= LongestName && !LooksLikeNumbers().IsMatch(host) ? host : null;
    }

    [GeneratedRegex(@"^(?<host>\[[0-9A-Fa-f:.]{2,45}\]|(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)"
        + @"(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*)(?::(?<port>[0-9]{1,5}))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    [GeneratedRegex(@"(?:^|\.)(?:[0-9]+|0x[0-9a-f]*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex LooksLikeNumbers();
}
