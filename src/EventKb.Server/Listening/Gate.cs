using System.Net;
using EventKb.Domain;
using EventKb.Server.GraphQL.Http;

namespace EventKb.Server.Listening;

/// <summary>
/// Stands before every route, known or not: a request must name a host that is served here, and where nobody signs in it must
/// come from this machine; else it must have come over https from any other.
/// </summary>
/// <remarks>
/// A page of another site can make its own name point to this machine. Its requests then look as if they came from the same site; only
/// the name that they give in Host tells them apart.
/// </remarks>
internal sealed class Gate(IReadOnlyList<ServedName> names, IReadOnlyList<IPAddress> proxies, ReachableFrom reach)
{
    private const int HttpPort = 80;
    private const int HttpsPort = 443;

    /// <summary>Before a proxy's headers are read: a proxy that says nothing of the sender would lend its own address to everybody.</summary>
    public Task PassProxy(HttpContext http, RequestDelegate next)
    {
        var isProxy = http.Connection.RemoteIpAddress is { } remote && proxies.Contains(remote);
        return isProxy && !NamesSender(http.Request)
            ? Refuse(http, 403, "SENDER_UNKNOWN", $"A request from a proxy's address must say in X-Forwarded-For who sent it.")
            : next(http);
    }

    /// <summary>Lets a request through, or answers why not.</summary>
    public Task Pass(HttpContext http, RequestDelegate next)
    {
        // Browsers keep this by name whatever the port, and other servers of a developer are localhost too.
        if (http.Request.IsHttps && !string.Equals(http.Request.Host.Host, "localhost", StringComparison.OrdinalIgnoreCase))
            http.Response.Headers.StrictTransportSecurity = "max-age=31536000";
        if (!IsServed(http))
            return Refuse(http, 421, "HOST_NOT_SERVED",
                $"No host of that name is served here. Use an address that the server listens at, or start it with --host NAME.");
        if (http.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote))
            return next(http);
        if (reach == ReachableFrom.ThisMachine)
            return Refuse(http, 403, "LOOPBACK_ONLY", $"Where nobody signs in, requests are taken from this machine only.");
        return http.Request.IsHttps ? next(http)
            : Refuse(http, 403, "HTTPS_ONLY", $"A token that goes over http can be read on its way. Use https.");
    }

    private bool IsServed(HttpContext http)
    {
        var given = http.Request.Headers.Host;
        if (given.Count != 1 || ServedName.Parse(given[0]) is not { } asked)
            return false;
        var port = asked.Port ?? (http.Request.IsHttps ? HttpsPort : HttpPort);
        return (Loopback.IsHost(asked.Host) && port == http.Connection.LocalPort)
            || names.Any(name => name.Host == asked.Host && (name.Port ?? port) == port);
    }

    /// <summary>The address that a proxy adds is the last one, and what is no address would be passed over.</summary>
    private static bool NamesSender(HttpRequest request) =>
        IPEndPoint.TryParse(request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim(), out _);

    private static Task Refuse(HttpContext http, int status, string code, Wording why)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsync($"{code}: {Messages.Of(why, Languages.Of(http.Request))}", http.RequestAborted);
    }
}
