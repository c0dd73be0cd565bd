using System.Text.Json;

namespace EventKb.Integration.Tests.GraphQL;

/// <summary>What the clock does is recorded as a person would have done it at the planned time, with the event that planned it.</summary>
public sealed class WhatTheClockRecords(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task A_planned_publication_has_its_plan_its_time_its_rule_and_the_next_review()
    {
        await server.Mutate("adoptKnowledgeProcess", new
        {
            institution = "PLANS",
            title = "Process",
            scope = "INSTITUTION",
            inForceFrom = "2026-01-01",
            document = new { number = "1", date = "2026-01-01", sha256 = new string('a', 64) },
            rules = new { fourEyes = false, reviewDays = new[] { new { name = "faq", value = 30 } } },
        });
        var id = await server.Draft("Plānots", "PLANS");
        await server.Mutate("submitArticle", new { id, revision = 1 });
        var commitment = (await server.Data("query($id: ID!) { article(id: $id) { latest { commitment } } }", new { id }))
            .GetProperty("article").GetProperty("latest").GetProperty("commitment").GetString();
        await server.Mutate("approveArticle", new { id, revision = 1, commitment });
        var at = server.Clock.GetUtcNow().AddMinutes(10);
        await server.Mutate("scheduleArticlePublication", new { id, revision = 1, at = at.ToString("O") });
        server.Clock.Forward(TimeSpan.FromHours(30));

        var trail = await Trail(id, until: "published");

        var (plan, published) = (trail[^2], trail[^1]);
        Assert.Equal(plan.GetProperty("eventId").GetString(), published.GetProperty("causationId").GetString());
        Assert.Equal(Time(at), Time(published.GetProperty("plannedFor").GetDateTimeOffset()));
        Assert.Equal(Time(at), Time(published.GetProperty("occurredAt").GetDateTimeOffset()));
        Assert.All(trail, entry => Assert.StartsWith("PLANS/knowledge-process/", entry.GetProperty("rule").GetString(), StringComparison.Ordinal));
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById("Europe/Riga")).DateTime);
        Assert.Equal($"{day.AddDays(30):yyyy-MM-dd}", (await server.Data("query($id: ID!) { article(id: $id) { nextReviewOn } }", new { id }))
            .GetProperty("article").GetProperty("nextReviewOn").GetString());
    }

    [Fact]
    public async Task A_lapse_has_the_provisional_publication_and_its_time()
    {
        var id = await server.Draft("Nakts labojums", "NIGHT");
        await server.Mutate("publishArticleProvisionally", new { id, revision = 1 });
        var lapses = (await server.Data("query($id: ID!) { article(id: $id) { lapsesAt } }", new { id })).GetProperty("article")
            .GetProperty("lapsesAt").GetDateTimeOffset();
        server.Clock.Forward(TimeSpan.FromHours(100));

        var trail = await Trail(id, until: "provision-lapsed");

        Assert.Equal(trail[^2].GetProperty("eventId").GetString(), trail[^1].GetProperty("causationId").GetString());
        Assert.Equal(Time(lapses), Time(trail[^1].GetProperty("occurredAt").GetDateTimeOffset()));
    }

    private static string Time(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", null);

    private async Task<List<JsonElement>> Trail(string id, string until)
    {
        for (var tries = 0; ; tries++)
        {
            var trail = (await server.Data(
                "query($id: ID!) { article(id: $id) { auditTrail(first: 20) { nodes { eventId type causationId plannedFor occurredAt rule position } } } }",
                new { id })).GetProperty("article").GetProperty("auditTrail").GetProperty("nodes").EnumerateArray()
                .OrderBy(entry => long.Parse(entry.GetProperty("position").GetString()!, null)).ToList();
            if (trail[^1].GetProperty("type").GetString()!.Contains($".{until}/", StringComparison.Ordinal))
                return trail;
            Assert.True(tries < 100, "The clock did nothing.");
            await Task.Delay(100);
        }
    }
}
