using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace EventKb.Integration.Tests.Faults;

/// <summary>A client of a server in another process: drafts, reads, uploads and asks after its health.</summary>
internal sealed class SmallClient(Uri server) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = server };

    public void Dispose() => _http.Dispose();

    /// <summary>Registers the institution that everything is drafted at.</summary>
    public async Task Register() => await Ask(
        "mutation($input: RegisterInstitutionInput!) { registerInstitution(input: $input) { position } }",
        new { input = new { institution = "RIGA", name = "Rīga", from = "2024-01-01" } });

    /// <summary>Drafts an article of 20 KB, always with the same id; gives the error's code, or the position.</summary>
    public async Task<(string? Code, long Position)> Draft(int number)
    {
        var answer = await Ask(
            "mutation($input: DraftArticleInput!) { draftArticle(input: $input) { errors { code } position } }",
            new
            {
                input = new
                {
                    clientMutationId = $"draft {number}",
                    institution = "RIGA",
                    kind = "FAQ",
                    language = "lv",
                    title = $"Raksts {number}",
                    body = new string('x', 20_000),
                },
            });
        if (answer.TryGetProperty("errors", out var errors))
            return (errors[0].GetProperty("extensions").GetProperty("code").GetString(), 0);
        var draft = answer.GetProperty("data").GetProperty("draftArticle");
        Assert.Equal(0, draft.GetProperty("errors").GetArrayLength());
        return (null, long.Parse(draft.GetProperty("position").GetString()!, System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Size of the ledger that is served.</summary>
    public async Task<string?> Size() =>
        (await Ask("{ ledger { size } }")).GetProperty("data").GetProperty("ledger").GetProperty("size").GetString();

    public async Task<string?> TitleOfFirst() =>
        (await Ask("""{ asOf(position: "3") { articles(first: 1) { nodes { title } } } }"""))
            .GetProperty("data").GetProperty("asOf").GetProperty("articles").GetProperty("nodes")[0].GetProperty("title").GetString();

    public async Task<int> Articles() =>
        (await Ask("{ articles(first: 1) { totalCount } }")).GetProperty("data").GetProperty("articles").GetProperty("totalCount")
            .GetInt32();

    public async Task<(HttpStatusCode Status, string Body)> Upload(int bytes)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/attachments") { Content = new ByteArrayContent(new byte[bytes]) };
        request.Headers.Add("X-EventKb-Upload", "1");
        using var response = await _http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Waits until its readiness begins with some words, and gives what it says.</summary>
    public async Task<string> Until(string words, TimeSpan patience)
    {
        var given = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        while (true)
        {
            using var response = await _http.GetAsync("/health/ready");
            var said = (await response.Content.ReadAsStringAsync()).Trim();
            if (said.StartsWith(words, StringComparison.Ordinal) || Environment.TickCount64 > given)
            {
                Assert.Equal(said == "ready" ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable, response.StatusCode);
                return said;
            }

            await Task.Delay(100);
        }
    }

    private async Task<JsonElement> Ask(string query, object? variables = null)
    {
        using var response = await _http.PostAsJsonAsync("/graphql", new { query, variables });
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }
}
