namespace EventKb.Server.GraphQL.Http;

/// <summary>Refuses what a browser sends on behalf of another site: the local operator has no password that would stop it.</summary>
internal static class SameOrigin
{
    /// <summary>True where no other site is behind the request. That its Host is one of ours is seen to before any route.</summary>
    public static bool Allows(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0 && site is not ("same-origin" or "none"))
            return false;
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from)
                && Uri.TryCreate($"{request.Scheme}://{request.Host.Value}", UriKind.Absolute, out var here)
                && from.Scheme == here.Scheme && string.Equals(from.Authority, here.Authority, StringComparison.OrdinalIgnoreCase));
    }
}
