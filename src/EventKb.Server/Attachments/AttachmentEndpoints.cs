using EventKb.Ledger.Files;
using EventKb.ReadModels.KnowledgeArticles;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Http;
using Microsoft.AspNetCore.Http.Features;

namespace EventKb.Server.Attachments;

/// <summary>Upload and download of attached files; what a file is attached to is said by the mutation <c>attachArticleFile</c>.</summary>
internal static class AttachmentEndpoints
{
    /// <summary>A page of another site may not send this header without asking first, so it proves that none did.</summary>
    public const string Guard = "X-EventKb-Upload";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/attachments", Upload);
        routes.MapGet("/attachments/{sha256}", Download);
    }

    private static async Task Upload(HttpContext http, OperationServices services)
    {
        if (!SameOrigin.Allows(http.Request) || !http.Request.Headers.ContainsKey(Guard))
        {
            await ErrorAnswer.Send(http, 403, "CROSS_SITE_REQUEST", $"Send the file from this site, with the header {Guard}.");
            return;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = AttachmentStore.MostBytes + 1;
        try
        {
            var stored = await services.Files.Save(http.Request.Body, http.RequestAborted);
            http.Response.StatusCode = 201;
            http.Response.Headers.Location = $"/attachments/{stored.Sha256}";
            await http.Response.WriteAsJsonAsync(stored);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == 413)
        {
            await ErrorAnswer.Send(http, 413, "ATTACHMENT_TOO_LARGE",
                $"The file is larger than {AttachmentStore.MostBytes} bytes. Attach a smaller file.");
        }
        catch (AttachmentRefusedException e)
        {
            await ErrorAnswer.Send(http, e.Code == "ATTACHMENT_TOO_LARGE" ? 413 : 507, e.Code, e.Wording);
        }
    }

    private static async Task Download(HttpContext http, string sha256, OperationServices services)
    {
        await using var session = services.Store.OpenSession();
        var type = await ArticleQueries.MediaTypeOf(session, Caller.Of(http).Viewer, sha256);
        await using var file = type is null ? null : services.Files.Open(sha256);
        if (file is null)
        {
            await ErrorAnswer.Send(http, 404, "NOT_FOUND", "There is no such file.");
            return;
        }

        http.Response.ContentType = "application/octet-stream";
        http.Response.ContentLength = file.Length;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentDisposition = "attachment";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        await file.CopyToAsync(http.Response.Body, http.RequestAborted);
    }
}
