using System.Text.Json;

namespace EventKb.Integration.Tests.GraphQL;

/// <summary>The audit trail in each order, page by page.</summary>
public sealed class OrderOfTheTrail(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Question = "auditTrail(filter: {institution: \"ORDER\"}, first: 2, after: $after, orderBy: $order) "
        + "{ totalCount nodes { position occurredAt } pageInfo { hasNextPage endCursor } }";

    [Theory]
    [InlineData("POSITION")]
    [InlineData("POSITION_DESC")]
    [InlineData("OCCURRED_AT")]
    [InlineData("OCCURRED_AT_DESC")]
    public async Task Pages_give_each_entry_once_in_each_order(string order)
    {
        await Draft();
        var size = (await server.Data("{ ledger { size } }")).GetProperty("ledger").GetProperty("size").GetString();
        var now = await Read("query($after: String, $order: AuditOrder) { " + Question + " }", new() { ["order"] = order });
        await server.Draft("Vēlāk", "ORDER");
        var then = await Read("query($after: String, $order: AuditOrder, $size: Position) { asOf(position: $size) { " + Question + " } }",
            new() { ["order"] = order, ["size"] = size });

        Assert.Equal(now, then);
        var sorted = order.StartsWith("POSITION", StringComparison.Ordinal)
            ? now.OrderBy(entry => entry.Position)
            : now.OrderBy(entry => entry.Occurred).ThenBy(entry => entry.Position);
        Assert.Equal(order.EndsWith("_DESC", StringComparison.Ordinal) ? sorted.Reverse() : sorted, now);
        Assert.Equal(now.Count, now.Distinct().Count());
    }

    [Fact]
    public async Task By_default_it_is_in_order_of_position_and_a_cursor_is_of_one_order()
    {
        await Draft();
        const string Asked = "query($after: String, $order: AuditOrder) { " + Question + " }";
        var cursor = (await server.Data("{ auditTrail(filter: {institution: \"ORDER\"}, first: 2) { pageInfo { endCursor } } }"))
            .GetProperty("auditTrail").GetProperty("pageInfo").GetProperty("endCursor").GetString();

        Assert.False((await server.Ask(Asked, new { after = cursor, order = "POSITION" })).TryGetProperty("errors", out _));
        foreach (var order in (string[])["POSITION_DESC", "OCCURRED_AT", "OCCURRED_AT_DESC"])
            Assert.Equal("INVALID_CURSOR", await server.Refusal(Asked, new { after = cursor, order }));
    }

    private async Task Draft()
    {
        for (var i = 0; i < 3; i++)
            await server.Draft($"Raksts {i}", "ORDER");
    }

    private async Task<List<(long Position, string Occurred)>> Read(string question, Dictionary<string, object?> variables)
    {
        var read = new List<(long, string)>();
        for (var isMore = true; isMore;)
        {
            var data = await server.Data(question, variables);
            var trail = (data.TryGetProperty("asOf", out var then) ? then : data).GetProperty("auditTrail");
            read.AddRange(trail.GetProperty("nodes").EnumerateArray().Select(entry =>
                (long.Parse(Text(entry, "position"), null), Text(entry, "occurredAt"))));
            isMore = trail.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean();
            variables["after"] = Text(trail.GetProperty("pageInfo"), "endCursor");
            Assert.True(isMore || trail.GetProperty("totalCount").GetInt32() == read.Count);
        }

        return read;
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}
