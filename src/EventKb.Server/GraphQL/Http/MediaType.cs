using Microsoft.Net.Http.Headers;

namespace EventKb.Server.GraphQL.Http;

/// <summary>The two media types of GraphQL over HTTP, and which of them a client wants.</summary>
internal static class MediaType
{
    public const string Response = "application/graphql-response+json";
    public const string Json = "application/json";

    /// <summary>True where a browser asks for a page.</summary>
    public static bool WantsPage(HttpRequest request) => request.GetTypedHeaders().Accept.Any(type => type.MediaType == "text/html");

    /// <summary>The media type to answer with: the best match of the Accept header, or null where it takes neither.</summary>
    public static string? Negotiate(IList<MediaTypeHeaderValue> accept)
    {
        if (accept.Count == 0)
            return Json;
        foreach (var wanted in accept.OrderByDescending(a => a.Quality ?? 1))
        {
            if (wanted.Quality == 0 || (wanted.Charset.HasValue && !IsUtf8(wanted)))
                continue;
            if (wanted.MediaType.Equals(Response, StringComparison.OrdinalIgnoreCase))
                return Response;
            if (wanted.MatchesAllTypes || (wanted.MatchesAllSubTypes && wanted.Type.Equals("application", StringComparison.OrdinalIgnoreCase))
                || wanted.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase))
                return Json;
        }

        return null;
    }

    /// <summary>True when a request's body is JSON in UTF-8.</summary>
    public static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || IsUtf8(type));

    private static bool IsUtf8(MediaTypeHeaderValue type) =>
        HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
