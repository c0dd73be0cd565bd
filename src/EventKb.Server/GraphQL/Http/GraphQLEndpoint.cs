using System.Buffers;
using EventKb.Server.GraphQL.Execution;
using GraphQL;

namespace EventKb.Server.GraphQL.Http;

/// <summary>GraphQL over HTTP at <c>/graphql</c>: POST, and GET for queries.</summary>
internal static class GraphQLEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.Map("/graphql", Handle);

    private static async Task Handle(HttpContext http)
    {
        var language = Languages.Of(http.Request);
        var accept = MediaType.Negotiate(http.Request.GetTypedHeaders().Accept);
        try
        {
            var responses = http.RequestServices.GetRequiredService<ResponseWriter>();
            var result = await Answer(http, accept, language);
            var status = result.Executed || accept == MediaType.Json ? 200 : 400;
            var body = new ArrayBufferWriter<byte>(4096);
            responses.Write(body, result, language);
            await Send(http, status, accept!, body.WrittenMemory);
        }
        catch (BadRequestException refused)
        {
            var body = new ArrayBufferWriter<byte>();
            ResponseWriter.WriteError(body, refused.Code, refused.Wording, language);
            await Send(http, refused.Status, accept ?? MediaType.Json, body.WrittenMemory);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be answered.
        }
    }

    private static async Task<ExecutionResult> Answer(HttpContext http, string? accept, Language language)
    {
        var isGet = HttpMethods.IsGet(http.Request.Method);
        if (!isGet && !HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.Headers.Allow = "GET, POST";
            throw new BadRequestException(405, "METHOD_NOT_ALLOWED", "Use POST, or GET for a query.");
        }

        if (accept is null)
            throw new BadRequestException(406, "NOT_ACCEPTABLE", $"The answer can only be {MediaType.Response} or {MediaType.Json} in UTF-8.");
        if (!SameOrigin.Allows(http.Request))
            throw new BadRequestException(403, "CROSS_SITE_REQUEST", "A page of another site may not send this request.");
        var request = await RequestReader.Read(http.Request, http.RequestAborted);
        var executor = http.RequestServices.GetRequiredService<GraphQLExecutor>();
        var result = await executor.Execute(request, isGet, Caller.Of(http), language, http.RequestServices, http.RequestAborted);
        if (result.Errors?.Any(e => e.Code == GraphQLExecutor.MutationByGet) == true)
        {
            http.Response.Headers.Allow = "POST";
            throw new BadRequestException(405, GraphQLExecutor.MutationByGet, GraphQLExecutor.ByPost);
        }

        return result;
    }

    private static async Task Send(HttpContext http, int status, string mediaType, ReadOnlyMemory<byte> body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = mediaType + "; charset=utf-8";
        http.Response.ContentLength = body.Length;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }
}
