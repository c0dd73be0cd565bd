using System.Buffers;
using EventKb.Domain;

namespace EventKb.Server.GraphQL.Http;

/// <summary>An error as the whole answer, in the form of GraphQL's and in the language of who asks.</summary>
internal static class ErrorAnswer
{
    public static async Task Send(HttpContext http, int status, string code, Wording why)
    {
        var body = new ArrayBufferWriter<byte>();
        ResponseWriter.WriteError(body, code, why, Languages.Of(http.Request));
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.Body.WriteAsync(body.WrittenMemory, http.RequestAborted);
    }
}
