using EventKb.ReadModels.Citations;

namespace EventKb.Integration.Tests.ReadModels;

/// <summary>Uses of an article, on a record or by a person are found along an index; those of an article or on a record unsorted.</summary>
public sealed class PlansOfCitations
{
    private static readonly CitationFilter[] Filters =
    [
        new() { Article = "RIGA/knowledge-article/1" },
        new() { Article = "RIGA/knowledge-article/1", Revision = 1, Outcome = [default] },
        new() { Record = "RIGA/service-record/1" },
    ];

    [Fact]
    public async Task They_are_neither_scanned_nor_sorted()
    {
        foreach (var filter in Filters)
            Assert.All(await Plans(filter), plan =>
            {
                Assert.StartsWith("SEARCH a USING INDEX citations_by_", plan[0], StringComparison.Ordinal);
                Assert.DoesNotContain(plan, step => step.Contains("SCAN", StringComparison.Ordinal));
                Assert.DoesNotContain(plan, step => step.Contains("TEMP", StringComparison.Ordinal));
            });
    }

    [Fact]
    public async Task Those_of_a_person_are_not_scanned() => Assert.All(await Plans(new() { Person = "p" }), plan =>
        Assert.DoesNotContain(plan, step => step.Contains("SCAN", StringComparison.Ordinal)));

    [Fact]
    public async Task All_of_them_are_scanned() =>
        Assert.All(await Plans(new()), plan => Assert.Contains(plan, step => step.Contains("rowid", StringComparison.Ordinal)));

    private static async Task<List<List<string>>> Plans(CitationFilter filter)
    {
        await using var models = new ReadModelFolder(new MemoryLedger());
        await using var session = await models.Read();
        var (head, past) = (session.Head(MemoryLedger.Start), (await session.PinAt(MemoryLedger.Start, 0, valid: MemoryLedger.Start))!);
        List<List<string>> plans = [];
        foreach (var pin in (EventKb.ReadModels.Pin[])[head, past])
        {
            var (sql, parameters) = CitationQueries.Select(pin, filter, 20, 7);
            plans.Add(await session.List("EXPLAIN QUERY PLAN " + sql, row => row.GetString(3), parameters));
        }
        return plans;
    }
}
