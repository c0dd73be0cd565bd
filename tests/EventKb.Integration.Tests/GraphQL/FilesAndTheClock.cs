using System.Net;
using System.Security.Cryptography;
using System.Text.Json;

namespace EventKb.Integration.Tests.GraphQL;

public sealed class FilesAndTheClock(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task A_file_is_uploaded_attached_and_downloaded_safely()
    {
        var bytes = RandomNumberGenerator.GetBytes(100_000);
        var uploaded = await Upload(bytes, guard: true);
        Assert.Equal(HttpStatusCode.Created, uploaded.Status);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        Assert.Equal(sha256, uploaded.Body.GetProperty("sha256").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await server.Http.GetAsync($"/attachments/{sha256}")).StatusCode);

        var id = await server.Draft("Ar datni");
        var attached = await server.Mutate("attachArticleFile", new { id, sha256, mediaType = "text/html", fileName = "a.html" },
            "article { attachments { sha256 bytes fileName url } }");
        Assert.Equal(100_000, attached.GetProperty("article").GetProperty("attachments")[0].GetProperty("bytes").GetInt32());
        using var response = await server.Http.GetAsync($"/attachments/{sha256}");
        Assert.Equal(bytes, await response.Content.ReadAsByteArrayAsync());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("application/octet-stream", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_file_from_another_site_is_refused_and_one_that_was_not_uploaded_is_not_attached()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await Upload([1, 2, 3], guard: false)).Status);
        var id = await server.Draft("Bez datnes");
        var attached = await server.Mutate("attachArticleFile", new { id, sha256 = new string('a', 64), mediaType = "text/plain", fileName = "a" });
        Assert.Equal("FILE_NOT_FOUND", attached.GetProperty("errors")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_provisional_fix_lapses_by_the_clock_once()
    {
        var id = (await server.Mutate("draftArticle", new { institution = "RIGA", kind = "INCIDENT_RESOLUTION", language = "lv", title = "Nakts labojums", body = "b" },
            "article { id }")).GetProperty("article").GetProperty("id").GetString();
        var published = await server.Mutate("publishArticleProvisionally", new { id, revision = 1 }, "article { state provisional lapsesAt }");
        Assert.Equal(0, published.GetProperty("errors").GetArrayLength());
        Assert.True(published.GetProperty("article").GetProperty("provisional").GetBoolean());
        server.Clock.Forward(TimeSpan.FromHours(71));
        await Task.Delay(200);
        var trail = await Trail(id!);
        Assert.DoesNotContain(trail, e => e.Contains("lapsed", StringComparison.Ordinal));
        server.Clock.Forward(TimeSpan.FromHours(2));
        for (var i = 0; i < 50 && trail.Count < 3; i++)
        {
            await Task.Delay(100);
            trail = await Trail(id!);
        }

        await Task.Delay(300);
        trail = await Trail(id!);
        Assert.Single(trail, e => e.Contains("lapsed", StringComparison.OrdinalIgnoreCase) && e.EndsWith("SCHEDULE", StringComparison.Ordinal));
    }

    private async Task<List<string>> Trail(string id) =>
        [.. (await server.Data("query($id: ID!) { article(id: $id) { auditTrail(first: 20) { nodes { type via } } } }", new { id }))
            .GetProperty("article").GetProperty("auditTrail").GetProperty("nodes").EnumerateArray()
            .Select(n => $"{n.GetProperty("type").GetString()} {n.GetProperty("via").GetString()}")];

    private async Task<(HttpStatusCode Status, JsonElement Body)> Upload(byte[] bytes, bool guard)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/attachments") { Content = new ByteArrayContent(bytes) };
        if (guard)
            request.Headers.Add("X-EventKb-Upload", "1");
        using var response = await server.Http.SendAsync(request);
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }
}
