using System.Net;

namespace EventKb.Server;

/// <summary>Until there is sign-in the server listens to this machine only.</summary>
internal static class Loopback
{
    public static void Check(IEnumerable<string> urls)
    {
        foreach (var url in urls)
            if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || !(uri.Host == "localhost"
                || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address))))
                throw new NotLoopbackException(url);
    }
}

/// <summary>An address would be open to others.</summary>
internal sealed class NotLoopbackException(string url)
    : Exception($"'{url}' is not an address of this machine alone; until there is sign-in use http://127.0.0.1:PORT.");
