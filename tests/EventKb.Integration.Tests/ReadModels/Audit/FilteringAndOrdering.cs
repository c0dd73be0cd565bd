using EventKb.Domain;
using EventKb.ReadModels;
using EventKb.ReadModels.Audit;

namespace EventKb.Integration.Tests.ReadModels.Audit;

/// <summary>Each filter in each order says what a plain filter over all entries says, page by page.</summary>
public sealed class FilteringAndOrdering
{
    private static readonly Viewer Operator = Viewer.LocalOperator;
    private static readonly DateTimeOffset Start = MemoryLedger.Start;

    private static readonly (AuditFilter Filter, Func<AuditEntryRow, string?[], bool> Keeps)[] Filters =
    [
        (new() { Person = "RIGA/person/anna" }, (e, _) => e.Person == "RIGA/person/anna" || e.OnBehalfOf == "RIGA/person/anna"),
        (new() { OnBehalfOf = "RIGA/person/berta" }, (e, _) => e.OnBehalfOf == "RIGA/person/berta"),
        (new() { ReasonCode = "outdated" }, (e, _) => e.ReasonCode == "outdated"),
        (new() { Stream = "RIGA/knowledge-article/1" }, (e, _) => e.Stream == "RIGA/knowledge-article/1"),
        (new() { Institution = "CESIS" }, (e, _) => e.Institution == "CESIS"),
        (new() { ActingInstitution = "STATE" }, (e, _) => e.ActingInstitution == "STATE"),
        (new() { Via = Via.Import }, (e, _) => e.Via == Via.Import),
        (new() { Type = "knowledge-article.moved" }, (e, _) => e.Type == "knowledge-article.moved/1"),
        (new() { Category = "knowledge-article" }, (_, _) => true),
        (new() { Subject = "RIGA/knowledge-article/2" }, (e, _) => e.Subject == "RIGA/knowledge-article/2"),
        (new() { TrailOf = "RIGA/knowledge-article/2" }, (e, _) => e.Stream == "RIGA/knowledge-article/2"),
        (new() { CommandId = "command-3" }, (e, _) => e.CommandId == "command-3"),
        (new() { CausationId = "command-4" }, (e, _) => e.CausationId == "command-4"),
        (new() { CorrelationId = "command-5" }, (e, _) => e.CorrelationId == "command-5"),
        (new() { OccurredFrom = Start, OccurredUntil = Start.AddSeconds(5) }, (e, _) => e.OccurredAt >= Start && e.OccurredAt < Start.AddSeconds(5)),
        (new() { RecordedFrom = Start.AddSeconds(20), RecordedUntil = Start.AddSeconds(60) },
            (e, _) => e.RecordedAt >= Start.AddSeconds(20) && e.RecordedAt < Start.AddSeconds(60)),
        (new() { PositionFrom = 20, PositionTo = 60 }, (e, _) => e.Position is >= 20 and <= 60),
        (new() { Path = "docs/a.md" }, (_, paths) => paths.Contains("docs/a.md")),
        (new() { Path = "docs/" }, (_, paths) => paths.Any(path => path is not null && path.StartsWith("docs/", StringComparison.Ordinal))),
        (new() { Path = "docs" }, (_, _) => false),
        (new() { Path = "docs/sub/", Person = "RIGA/person/berta" }, (e, paths) =>
            (e.Person == "RIGA/person/berta" || e.OnBehalfOf == "RIGA/person/berta") && paths.Contains("docs/sub/c.md")),
        (new() { Person = "RIGA/person/anna", OnBehalfOf = "RIGA/person/anna" }, (e, _) => e.OnBehalfOf == "RIGA/person/anna"),
        (new() { Person = "RIGA/person/anna", ReasonCode = "holder-left", Institution = "RIGA", OccurredFrom = Start }, (e, _) =>
            (e.Person == "RIGA/person/anna" || e.OnBehalfOf == "RIGA/person/anna")
            && e is { ReasonCode: "holder-left", Institution: "RIGA" } && e.OccurredAt >= Start),
    ];

    public static TheoryData<AuditOrder> Orders => [.. Enum.GetValues<AuditOrder>()];

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task They_say_what_a_plain_filter_says(AuditOrder order)
    {
        var kept = 0;
        for (var seed = 1; seed <= 3; seed++)
        {
            var trail = new RandomTrail(seed);
            await using var models = new ReadModelFolder(trail.Ledger);
            await using var session = await models.Read();
            foreach (var pin in (Pin[])[session.Head(trail.Ledger.Now), (await session.PinAt(trail.Ledger.Now, 70, valid: Start.AddSeconds(4)))!])
            {
                var all = (await AuditQueries.List(session, Operator, pin, new AuditFilter(), 1_000)).Items;
                foreach (var (filter, keeps) in Filters)
                {
                    var plain = Ordered(all.Where(e => keeps(e, trail.Paths[(int)e.Position - 1])), order).Select(e => e.Position).ToList();
                    var (read, count) = await Pages(session, pin, filter, order);
                    Assert.Equal((seed, filter, string.Join(' ', plain), plain.Count), (seed, filter, string.Join(' ', read), count));
                    kept += plain.Count;
                }
            }
        }

        Assert.InRange(kept, 1_000, 10_000);
    }

    private static async Task<(List<long> Positions, int Count)> Pages(ReadSession session, Pin pin, AuditFilter filter, AuditOrder order)
    {
        var read = new List<long>();
        for (AuditPlace? after = null; ;)
        {
            var page = await AuditQueries.List(session, Operator, pin, filter, 7, order, after);
            read.AddRange(page.Items.Select(e => e.Position));
            if (!page.HasMore)
                return (read, (int)await page.Count());
            after = new AuditPlace(page.Items[^1].Position, page.Items[^1].OccurredAt);
        }
    }

    private static IEnumerable<AuditEntryRow> Ordered(IEnumerable<AuditEntryRow> entries, AuditOrder order) => order switch
    {
        AuditOrder.Position => entries.OrderBy(e => e.Position),
        AuditOrder.PositionDesc => entries.OrderByDescending(e => e.Position),
        AuditOrder.OccurredAt => entries.OrderBy(e => e.OccurredAt).ThenBy(e => e.Position),
        _ => entries.OrderByDescending(e => e.OccurredAt).ThenByDescending(e => e.Position),
    };
}
