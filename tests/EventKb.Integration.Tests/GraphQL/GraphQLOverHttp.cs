using System.Diagnostics;
using System.Net;
using System.Text;

namespace EventKb.Integration.Tests.GraphQL;

public sealed class GraphQLOverHttp(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task The_audit_of_graphql_http_passes_whole()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "GraphQL", "audit");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "graphql-http")))
            await Run("npm", "install --no-audit --no-fund --silent", folder);
        var output = await Run("node", $"audit.mjs {new Uri(server.Http.BaseAddress!, "/graphql")}", folder);
        Assert.Equal("61 of 61", output.Trim());
    }

    [Theory]
    [InlineData("Origin", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.OK)]
    [InlineData("Accept", "text/html", HttpStatusCode.NotAcceptable)]
    [InlineData("Accept", "*/*", HttpStatusCode.OK)]
    [InlineData("Content-Encoding", "gzip", HttpStatusCode.UnsupportedMediaType)]
    public async Task A_header_decides(string name, string value, HttpStatusCode expected)
    {
        using var request = Post("""{"query":"{ledger{size}}"}""");
        if (name.StartsWith("Content-", StringComparison.Ordinal))
            request.Content!.Headers.TryAddWithoutValidation(name, value);
        else
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await server.Http.SendAsync(request);
        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("""{"query":"{ledger{size}}","variables":[1]}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"query":"{ledger{size}}"}""", HttpStatusCode.OK)]
    public async Task A_body_decides(string body, HttpStatusCode expected)
    {
        using var request = Post(body);
        using var response = await server.Http.SendAsync(request);
        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task A_request_of_more_than_two_mebibytes_is_too_large()
    {
        using var request = Post("""{"query":"{ledger{size}}","variables":{"x":""" + $"\"{new string('x', 3 * 1024 * 1024)}\"}}}}");
        // Else the refusal may cut the connection while the body is still being sent.
        request.Headers.ExpectContinue = true;
        using var response = await server.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task A_mutation_by_get_is_not_allowed_and_does_nothing()
    {
        var before = await Size();
        var mutation = Uri.EscapeDataString(
            "mutation{draftArticle(input:{institution:\"RIGA\",kind:FAQ,language:\"lv\",title:\"t\",body:\"b\"}){version}}");
        using var response = await server.Http.GetAsync("/graphql?query=" + mutation);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal("POST", response.Content.Headers.Allow.Single());
        Assert.Equal(before, await Size());
    }

    [Fact]
    public async Task Another_method_is_not_allowed()
    {
        using var response = await server.Http.DeleteAsync("/graphql");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task The_server_says_that_it_is_well(string path) =>
        Assert.Equal(HttpStatusCode.OK, (await server.Http.GetAsync(path)).StatusCode);

    private async Task<string> Size() =>
        (await server.Data("{ledger{size}}")).GetProperty("ledger").GetProperty("size").GetString()!;

    private static HttpRequestMessage Post(string body) =>
        new(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private static async Task<string> Run(string program, string arguments, string folder)
    {
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo("cmd", $"/c {program} {arguments}")
            : new ProcessStartInfo(program, arguments);
        start.WorkingDirectory = folder;
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }
}
