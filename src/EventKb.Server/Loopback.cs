using System.Net;
using EventKb.Domain;

namespace EventKb.Server;

/// <summary>Until there is sign-in the server listens to this machine only.</summary>
internal static class Loopback
{
    /// <summary>True for a host name or address of this machine itself.</summary>
    public static bool IsHost(string host) => string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    public static void Check(IEnumerable<string> urls)
    {
        foreach (var url in urls)
            if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || !IsHost(uri.Host))
                throw new NotLoopbackException(url);
    }
}

/// <summary>An address would be open to others.</summary>
internal sealed class NotLoopbackException(string url)
    : WordedException($"'{url}' is not an address of this machine alone; until there is sign-in use http://127.0.0.1:PORT.");
