using System.Net;

namespace EventKb.Server.Listening;

/// <summary>Names and addresses under which a machine reaches itself alone.</summary>
internal static class Loopback
{
    /// <summary>True for a host name or address of this machine itself.</summary>
    public static bool IsHost(string host) => string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
