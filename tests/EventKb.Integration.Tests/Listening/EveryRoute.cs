using EventKb.Integration.Tests.GraphQL;

namespace EventKb.Integration.Tests.Listening;

/// <summary>What no route may answer, tried on each that the running server has mapped.</summary>
public sealed class EveryRoute(RunningServer server) : IClassFixture<RunningServer>
{
    private string Here => server.Http.BaseAddress!.Authority;

    private int Port => server.Http.BaseAddress!.Port;

    [Fact]
    public async Task Is_answered_under_the_addresses_that_are_listened_at()
    {
        foreach (var host in new[] { Here, $"localhost:{Port}", $"LOCALHOST:{Port}", $"[::1]:{Port}" })
            Assert.All(await Answers(("Host", host)), answer => Assert.False(answer.Status is 403 or 421, answer.ToString()));
        Assert.Contains(Route.Of(server.App), route => route.Path == "/graphql");
        Assert.True(Route.Of(server.App).Count > 12);
    }

    [Theory]
    [InlineData("evil.example:PORT")]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example:PORT")]
    [InlineData("localhost.evil.example:PORT")]
    [InlineData("127.0.0.1:1")]
    [InlineData("127.0.0.1")]
    [InlineData("127.1:PORT")]
    [InlineData("2130706433:PORT")]
    [InlineData("0x7f000001:PORT")]
    [InlineData("0.0.0.0:PORT")]
    [InlineData("10.77.0.1:PORT")]
    [InlineData("localhost.:PORT")]
    public Task Refuses_a_host_that_is_not_served(string host) =>
        IsRefused(421, "HOST_NOT_SERVED: ", ("Host", host.Replace("PORT", $"{Port}", StringComparison.Ordinal)));

    [Fact]
    public Task Refuses_a_name_that_was_made_to_point_here() => IsRefused(421, "HOST_NOT_SERVED: ", ("Host", $"evil.example:{Port}"),
        ("Origin", $"http://evil.example:{Port}"), ("Sec-Fetch-Site", "same-origin"), ("Sec-Fetch-Mode", "cors"));

    [Theory]
    [InlineData("X-Forwarded-Host")]
    [InlineData("X-Original-Host")]
    [InlineData("Forwarded")]
    public Task Believes_nobody_that_another_host_was_meant(string header) =>
        IsRefused(421, "HOST_NOT_SERVED: ", ("Host", $"evil.example:{Port}"), (header, header == "Forwarded" ? $"host=\"{Here}\"" : Here));

    [Fact]
    public async Task Believes_nobody_that_somebody_else_sent_it()
    {
        (string, string)[] said = [("X-Forwarded-For", "203.0.113.7"), ("X-Forwarded-Host", "evil.example"), ("X-Forwarded-Proto", "https")];
        Assert.Equal(await Answers(), await Answers(said));
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("https://HERE")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("http://localhost:PORT")]
    [InlineData("null")]
    [InlineData("http://evil.example, http://HERE")]
    public async Task Takes_no_change_and_no_question_from_a_page_of_another_origin(string origin)
    {
        var given = origin.Replace("HERE", Here, StringComparison.Ordinal).Replace("PORT", $"{Port}", StringComparison.Ordinal);
        var asked = Route.Of(server.App).Where(route => route.IsOfThisSiteAlone).ToList();
        Assert.Contains(asked, route => route is { Method: "POST", Path: "/attachments" });
        foreach (var route in asked)
            Assert.Equal((route, 403), (route, (await Send(route, ("Origin", given))).Status));
    }

    [Fact]
    public async Task Takes_them_from_its_own_pages() =>
        Assert.All(await Answers(("Origin", $"http://{Here}"), ("Sec-Fetch-Site", "same-origin")), answer => Assert.NotEqual(403, answer.Status));

    [Fact]
    public async Task Says_why_in_Latvian()
    {
        var answer = await Send(new Route("GET", "/nowhere"), ("Host", "evil.example"), ("Accept-Language", "lv"));
        Assert.StartsWith("HOST_NOT_SERVED: Šeit neapkalpo", answer.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET /health/live HTTP/1.0\r\n\r\n", 421)]
    [InlineData("GET /health/live HTTP/1.0\r\nHost: HERE\r\n\r\n", 200)]
    [InlineData("GET /health/live HTTP/1.1\r\nConnection: close\r\n\r\n", 400)]
    [InlineData("GET /health/live HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n", 421)]
    [InlineData("GET /health/live HTTP/1.1\r\nHost: HERE\r\nHost: HERE\r\nConnection: close\r\n\r\n", 400)]
    [InlineData("GET /health/live HTTP/1.1\r\nHost: HERE\r\nHost: evil.example\r\nConnection: close\r\n\r\n", 400)]
    [InlineData("GET /health/live HTTP/1.1\r\nHost: HERE,HERE\r\nConnection: close\r\n\r\n", 400)]
    [InlineData("GET /health/live HTTP/1.1\r\nHost: x@HERE\r\nConnection: close\r\n\r\n", 400)]
    [InlineData("GET http://evil.example/health/live HTTP/1.1\r\nHost: HERE\r\nConnection: close\r\n\r\n", 400)]
    [InlineData("GET http://evil.example/health/live HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", 421)]
    [InlineData("GET /health/live HTTP/1.1\r\nHost: HERE\r\nConnection: close\r\n\r\n", 200)]
    public async Task A_host_that_is_missing_odd_or_told_twice_is_refused(string request, int status) =>
        Assert.StartsWith($"HTTP/1.1 {status} ",
            await RawRequest.Send(Port, request.Replace("HERE", Here, StringComparison.Ordinal)), StringComparison.Ordinal);

    private async Task IsRefused(int status, string says, params (string, string)[] headers)
    {
        foreach (var answer in await Answers(headers))
        {
            Assert.Equal((answer.Route, status), (answer.Route, answer.Status));
            Assert.StartsWith(says, answer.Said, StringComparison.Ordinal);
        }
    }

    private async Task<List<(Route Route, int Status, string Said)>> Answers(params (string, string)[] headers)
    {
        var answers = new List<(Route, int, string)>();
        foreach (var route in Route.Of(server.App))
        {
            var (status, said) = await Send(route, headers);
            answers.Add((route, status, route.Path == "/" && status == 200 ? "" : said)); // a page has a number of its own
        }

        return answers;
    }

    private async Task<(int Status, string Said)> Send(Route route, params (string, string)[] headers)
    {
        using var request = route.Request(headers);
        using var response = await server.Http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
