using System.Net.Http.Headers;
using System.Text.Json;
using EventKb.Integration.Tests.CommandLine;
using EventKb.Integration.Tests.Export;

namespace EventKb.Integration.Tests.SignIn;

/// <summary>Who was refused what, as those who manage persons read it.</summary>
public sealed class WhatWasRefused(SignedInServer server) : IClassFixture<SignedInServer>
{
    [Fact]
    public async Task Every_refusal_is_noted_with_who_asked_and_once_for_a_minute_of_the_same()
    {
        server.Use(null);
        await server.RefusesMe();
        server.Use("nonsense");
        await server.RefusesMe();
        server.SignIn("berta");
        for (var i = 0; i < 3; i++)
            Assert.Equal("FORBIDDEN", SignedInServer.Code(await server.Send("disablePerson", new { id = server.People["disabled"], reasonCode = "other" })));
        Assert.Equal("INVALID_INPUT", SignedInServer.Code(await server.Send("draftArticle",
            new { institution = "SIGN", kind = "FAQ", language = "lv", title = "", body = "x" })));
        using (var content = new StringContent("", new MediaTypeHeaderValue("application/x-ndjson")))
        using (var refused = await server.Http.PostAsync("/import/records?institution=SIGN", content))
            Assert.Equal(System.Net.HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal("FORBIDDEN", await server.Refusal("{ refusals(first: 1) { totalCount } }"));

        server.SignIn("anna");
        Assert.Equal(["import FORBIDDEN berta", "draftArticle INVALID_INPUT berta SIGN", "disablePerson FORBIDDEN berta SIGN 3", "request UNAUTHENTICATED 2"],
            (await Refusals("")));
        Assert.Equal(["request UNAUTHENTICATED 2"], await Refusals("filter: {code: \"UNAUTHENTICATED\"}, "));
        Assert.Equal(3, (await Refusals($"filter: {{person: \"{server.People["berta"]}\"}}, ")).Count);
        Assert.Empty(await Refusals("filter: {until: \"2026-01-01T00:00:00Z\"}, "));

        using var run = new CommandLineRun();
        await server.Restart(async () => Assert.Equal(0, await run.Run("export", "--data", server.Folder, "--format", "refusals", "--out", run.At("table"))));
        var rows = CsvTable.Read(await File.ReadAllTextAsync(run.At("table")));
        Assert.Equal(5, rows.Count);
        Assert.Contains(rows, row => row[4] == "disablePerson" && row[3] == server.People["berta"] && row[2] == "3" && row[7] == server.People["disabled"]);
    }

    [Fact]
    public async Task Who_only_reads_was_there_too()
    {
        server.SignIn("robot");
        await server.Data("{ persons(first: 1) { totalCount } }");
        var mine = await server.Data("query($id: ID!) { node(id: $id) { ... on Person { lastSeen } } }", new { id = server.People["robot"] });
        Assert.Equal(JsonValueKind.Null, mine.GetProperty("node").GetProperty("lastSeen").ValueKind);
        server.SignIn("anna");
        var seen = await server.Data("query($id: ID!, $never: ID!) { node(id: $id) { ... on Person { lastSeen lastActed } } "
            + "never: node(id: $never) { ... on Person { lastSeen } } }", new { id = server.People["robot"], never = server.People["disabled"] });
        Assert.InRange(seen.GetProperty("node").GetProperty("lastSeen").GetDateTimeOffset(), DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(5));
        Assert.Equal(JsonValueKind.Null, seen.GetProperty("never").GetProperty("lastSeen").ValueKind);
    }

    private async Task<List<string>> Refusals(string filter)
    {
        var list = await server.Data($"{{ refusals({filter}first: 10) {{ nodes {{ action code times person {{ name }} institution {{ code }} }} }} }}");
        return [.. list.GetProperty("refusals").GetProperty("nodes").EnumerateArray().Select(row => string.Join(' ', new[]
        {
            row.GetProperty("action").GetString(), row.GetProperty("code").GetString(), Of(row.GetProperty("person"), "name"),
            Of(row.GetProperty("institution"), "code"), row.GetProperty("times").GetInt32() is var times and > 1 ? $"{times}" : null,
        }.OfType<string>()))];
    }

    private static string? Of(JsonElement part, string field) => part.ValueKind == JsonValueKind.Null ? null : part.GetProperty(field).GetString();
}
