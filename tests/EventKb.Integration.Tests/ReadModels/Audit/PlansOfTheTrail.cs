using EventKb.ReadModels.Audit;

namespace EventKb.Integration.Tests.ReadModels.Audit;

/// <summary>What is usually asked of the trail is read along an index: without a look at every entry, and without sorting but of one stream by time.</summary>
public sealed class PlansOfTheTrail
{
    private static readonly AuditFilter[] Filters =
    [
        new(),
        new() { Person = "p" },
        new() { OnBehalfOf = "p" },
        new() { ReasonCode = "r" },
        new() { Stream = "RIGA/x/1" },
        new() { Institution = "RIGA" },
        new() { Person = "p", ReasonCode = "r" },
        new() { Institution = "RIGA", OnBehalfOf = "p" },
        new() { Stream = "RIGA/x/1", Person = "p" },
    ];

    public static TheoryData<AuditOrder> Orders => [.. Enum.GetValues<AuditOrder>()];

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task It_is_neither_scanned_nor_sorted(AuditOrder order)
    {
        await using var models = new ReadModelFolder(new MemoryLedger());
        await using var session = await models.Read();
        var (head, past) = (session.Head(MemoryLedger.Start), (await session.PinAt(MemoryLedger.Start, 0, valid: MemoryLedger.Start))!);
        foreach (var filter in Filters)
            foreach (var pin in (EventKb.ReadModels.Pin[])[head, past])
                foreach (var after in (AuditPlace?[])[null, new AuditPlace(7, MemoryLedger.Start)])
                {
                    var (sql, parameters) = AuditQueries.Select(pin, filter, order, after);
                    var plan = await session.List("EXPLAIN QUERY PLAN " + sql, row => row.GetString(3), [.. parameters, ("@most", 21)]);
                    var entries = plan.Where(step => step.Contains(" e ", StringComparison.Ordinal)).ToList();
                    Assert.All(entries, step => Assert.StartsWith("SEARCH e USING ", step, StringComparison.Ordinal));
                    Assert.Equal(filter.Person is null ? 1 : 2, entries.Count);
                    if (filter.Stream is null || order is AuditOrder.Position or AuditOrder.PositionDesc)
                        Assert.DoesNotContain(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
                    if (filter != new AuditFilter())
                        Assert.All(entries, step => Assert.Contains("=?", step, StringComparison.Ordinal));
                }
    }

    [Fact]
    public async Task A_path_leads_to_its_articles_and_from_them_to_their_events()
    {
        await using var models = new ReadModelFolder(new MemoryLedger());
        await using var session = await models.Read();
        foreach (var path in (string[])["docs/a.md", "docs/"])
        {
            var (sql, parameters) = AuditQueries.Select(session.Head(MemoryLedger.Start), new AuditFilter { Path = path }, default, null);
            var plan = await session.List("EXPLAIN QUERY PLAN " + sql, row => row.GetString(3), [.. parameters, ("@most", 21)]);
            Assert.Contains(plan, step => step.StartsWith("SEARCH e USING INDEX audit_by_stream (stream=?", StringComparison.Ordinal));
            Assert.All(plan, step => Assert.DoesNotContain("SCAN", step, StringComparison.Ordinal));
        }
    }
}
