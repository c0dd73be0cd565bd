using System.Text.Json;
using EventKb.Domain;
using GraphQL;
using GraphQL.SystemTextJson;

namespace EventKb.Server.GraphQL.Http;

/// <summary>Reads a GraphQL request out of an HTTP request, strictly: one object, known shapes, bounded.</summary>
internal static class RequestReader
{
    private static readonly GraphQLSerializer Serializer = new();
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64 };

    public static async ValueTask<GraphQLRequest> Read(HttpRequest request, CancellationToken cancellation)
    {
        if (HttpMethods.IsGet(request.Method))
            return FromQuery(request.Query);
        if (request.Headers.ContentEncoding.Count > 0)
            throw new BadRequestException(415, "UNSUPPORTED_MEDIA_TYPE", "A compressed request body is not accepted.");
        if (!MediaType.IsJson(request.ContentType))
            throw new BadRequestException(415, "UNSUPPORTED_MEDIA_TYPE", "Send Content-Type: application/json in UTF-8.");
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, Strict, cancellation);
            return FromJson(body.RootElement);
        }
        catch (JsonException)
        {
            throw Malformed("The request body is not valid JSON.");
        }
        catch (BadHttpRequestException e) when (e.StatusCode == 413)
        {
            throw new BadRequestException(413, "REQUEST_TOO_LARGE", $"The request is longer than {HttpLimits.RequestBytes} bytes.");
        }
    }

    private static GraphQLRequest FromQuery(IQueryCollection query)
    {
        try
        {
            return new GraphQLRequest(
                NonEmpty(query.ContainsKey("query") ? query["query"].ToString() : null),
                Name(query["operationName"].ToString()),
                FromText(query["variables"].ToString(), "variables"),
                FromText(query["extensions"].ToString(), "extensions"));
        }
        catch (JsonException)
        {
            throw Malformed("A parameter is not valid JSON.");
        }
    }

    private static Inputs? FromText(string text, string name)
    {
        if (text.Length == 0)
            return null;
        using var document = JsonDocument.Parse(text, Strict);
        return Map(document.RootElement, name);
    }

    private static GraphQLRequest FromJson(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array)
            throw new BadRequestException(400, "BATCH_NOT_SUPPORTED", "Send a single request instead of a list.");
        if (root.ValueKind != JsonValueKind.Object)
            throw Malformed("The request body is not a JSON object.");
        return new GraphQLRequest(
            NonEmpty(Text(root, "query")),
            Name(Text(root, "operationName")),
            root.TryGetProperty("variables", out var variables) ? Map(variables, "variables") : null,
            root.TryGetProperty("extensions", out var extensions) ? Map(extensions, "extensions") : null);
    }

    private static string? Text(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        return value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : throw Malformed($"'{name}' is not a string.");
    }

    private static Inputs? Map(JsonElement value, string name) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Object => Serializer.ReadNode<Inputs>(value),
        _ => throw Malformed($"'{name}' is not a JSON object."),
    };

    /// <summary>Clients send an empty name where they have none.</summary>
    private static string? Name(string? operationName) => string.IsNullOrEmpty(operationName) ? null : operationName;

    private static string NonEmpty(string? query) =>
        string.IsNullOrWhiteSpace(query) ? throw Malformed("'query' is missing.") : query;

    private static BadRequestException Malformed(Wording wording) => new(400, "BAD_REQUEST", wording);
}
