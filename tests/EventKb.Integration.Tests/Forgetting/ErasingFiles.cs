using System.Net;
using System.Text;
using EventKb.Integration.Tests.GraphQL;
using EventKb.Server.GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace EventKb.Integration.Tests.Forgetting;

/// <summary>An attached file is gone once every event that named it is erased.</summary>
public sealed class ErasingFiles : IAsyncLifetime
{
    private const string Secret = "Content of a file about a person";
    private readonly RunningServer _server = new();

    public Task InitializeAsync() => _server.InitializeAsync();

    [Fact]
    public async Task The_file_its_address_and_its_name_are_gone_and_its_space_is_given_back()
    {
        var (id, sha256, position) = await Attach(await _server.Draft("Ar datni"));
        Assert.Equal(HttpStatusCode.OK, await Download(sha256));

        await Erase(id, position);

        await Traces.AreGone(Secret, _server.Folder);
        await Traces.AreGone(sha256, _server.Folder);
        Assert.Equal(HttpStatusCode.NotFound, await Download(sha256));
        Assert.Equal(0, _server.App.Web.Services.GetRequiredService<OperationServices>().Files.Used);
        var article = await _server.Data(
            """
            query($id: ID!) {
              article(id: $id) { attachments { url sha256 } auditTrail(first: 9) { nodes { changes { path before after } } } }
            }
            """, new { id });
        Assert.Equal(0, article.GetProperty("article").GetProperty("attachments").GetArrayLength());
        Assert.DoesNotContain(sha256, article.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("person.txt", article.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_detached_file_is_gone_as_well()
    {
        var (id, sha256, position) = await Attach(await _server.Draft("Bez datnes"));
        await _server.Mutate("detachArticleFile", new { id, sha256 });
        Assert.Equal(HttpStatusCode.OK, await Download(sha256));

        await Erase(id, position);

        await Traces.AreGone(sha256, _server.Folder);
        Assert.Equal(HttpStatusCode.NotFound, await Download(sha256));
    }

    [Fact]
    public async Task A_file_that_another_article_carries_stays_until_that_is_erased_too()
    {
        var (one, sha256, first) = await Attach(await _server.Draft("Viens"));
        var (two, _, second) = await Attach(await _server.Draft("Otrs"));

        await Erase(one, first);
        Assert.Equal(HttpStatusCode.OK, await Download(sha256));

        await Erase(two, second);
        await Traces.AreGone(Secret, _server.Folder);
        Assert.Equal(HttpStatusCode.NotFound, await Download(sha256));
    }

    [Fact]
    public async Task A_file_that_a_restored_copy_brought_back_is_deleted_and_uploads_stay()
    {
        var (id, sha256, position) = await Attach(await _server.Draft("Ar datni"));
        var upload = await _server.Upload("An upload that waits to be attached"u8.ToArray());
        await Erase(id, position);
        await Traces.AreGone(Secret, _server.Folder);
        var file = Path.Combine(_server.Folder, "files", sha256[..2], sha256);

        await _server.Restart(async () =>
        {
            await File.WriteAllTextAsync(file, Secret);
            File.SetLastWriteTimeUtc(file, new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc));
            foreach (var rows in Directory.GetFiles(_server.Folder, "read*"))
                File.Delete(rows);
        });

        await Traces.AreGone(Secret, _server.Folder);
        Assert.NotEmpty(Traces.Of("An upload that waits", Path.Combine(_server.Folder, "files", upload[..2])));
    }

    public Task DisposeAsync() => _server.DisposeAsync();

    private async Task<(string Id, string Sha256, string Position)> Attach(string id)
    {
        var sha256 = await _server.Upload(Encoding.UTF8.GetBytes(Secret));
        var attached = await _server.Mutate("attachArticleFile", new { id, sha256, mediaType = "text/plain", fileName = "person.txt" });
        Assert.Equal(0, attached.GetProperty("errors").GetArrayLength());
        return (id, sha256, attached.GetProperty("position").GetString()!);
    }

    private async Task Erase(string id, string position)
    {
        var erased = await _server.Mutate("eraseContent", new { position, stream = id, legalBasis = "VDAR 17" });
        Assert.Equal(0, erased.GetProperty("errors").GetArrayLength());
    }

    private async Task<HttpStatusCode> Download(string sha256)
    {
        using var response = await _server.Http.GetAsync($"/attachments/{sha256}");
        return response.StatusCode;
    }
}
