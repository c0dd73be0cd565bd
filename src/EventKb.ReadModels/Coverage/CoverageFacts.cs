using EventKb.Domain;
using EventKb.Domain.Catalogue;
using EventKb.ReadModels.Bitemporal;
using EventKb.ReadModels.Ownership;

namespace EventKb.ReadModels.Coverage;

/// <summary>What must be held on which days, by whom it was, and which articles served: all as known at a position.</summary>
internal static class CoverageFacts
{
    /// <summary>Duties that an institution, a service or a resource must have filled.</summary>
    public static IReadOnlyList<Duty> DutiesOf(EntryKind? kind) => kind switch
    {
        null => [Duty.ServicePortfolioOwner, Duty.ResourcePortfolioOwner],
        EntryKind.Service => [Duty.ServiceOwner, Duty.ServiceProvider],
        EntryKind.Resource => [Duty.ResourceOwner],
        _ => [],
    };

    /// <summary>Every institution (kind null), service and resource with its days in the register.</summary>
    public static async Task<IReadOnlyList<SubjectDays>> Subjects(ReadSession session, Pin pin, GapFilter filter)
    {
        var entries = new Conditions(pin).Add(Conditions.Known("r")).Add("c.kind IN ('service', 'resource')").If(filter.About, "c.stream = @?");
        var rows = await session.List(
            $"""
            SELECT c.stream, c.institution, c.kind, r.valid_from, r.valid_to
            FROM catalogue_entries c JOIN catalogue_presence r ON r.stream = c.stream WHERE {entries.Sql}
            """,
            row => (Subject: row.GetString(0), Institution: row.GetString(1),
                Kind: (EntryKind?)RowJson.Value<EntryKind>(row.GetString(2)),
                Days: Days(row.GetInt64(3), row.GetInt64(4))), entries.Parameters);
        var codes = new Conditions(pin).Add(Conditions.Known("s")).Add("s.status = 'active'").If(filter.About, "i.code = @?");
        rows.AddRange(await session.List(
            $"""
            SELECT i.code, i.code, s.valid_from, s.valid_to FROM institutions i JOIN institution_states s ON s.stream = i.stream
            WHERE {codes.Sql}
            """,
            row => (row.GetString(0), row.GetString(1), (EntryKind?)null, Days(row.GetInt64(2), row.GetInt64(3))),
            codes.Parameters));
        return [.. rows.GroupBy(row => row.Subject).Select(group =>
            new SubjectDays(group.Key, group.First().Institution, group.First().Kind,
                DaySpan.Union(group.Select(row => row.Days))))];
    }

    /// <summary>Terms and deputyships of every duty and subject, whichever institution assigned them.</summary>
    public static async Task<IReadOnlyDictionary<(string Subject, Duty Duty), DutyDays>> Duties(ReadSession session, Pin pin,
        GapFilter filter)
    {
        var where = new Conditions(pin).Add("a.position <= @p").If(filter.About, "a.subject = @?");
        var streams = await session.List(
            $"SELECT a.stream, a.subject, a.duty, a.institution FROM ownership_assignments a WHERE {where.Sql} ORDER BY a.stream",
            row => (Stream: row.GetString(0), Subject: row.GetString(1), Duty: RowJson.Value<Duty>(row.GetString(2)),
                Institution: row.GetString(3)), where.Parameters);
        var terms = await OwnershipIntervals.Terms(session, pin, null);
        var deputies = await OwnershipIntervals.Deputies(session, pin, null);
        return streams.GroupBy(row => (row.Subject, row.Duty)).ToDictionary(group => group.Key, group => new DutyDays(
            group.First().Institution,
            [.. group.SelectMany(row => terms[row.Stream]).Select(term => (Days(term.From, term.Until), term.EndReason))],
            [.. group.SelectMany(row => deputies[row.Stream]).Select(deputy => Days(deputy.From, deputy.Until))]));
    }

    public static DaySpan Days(DateOnly from, DateOnly? until) => new(from, until ?? DaySpan.Open);

    private static DaySpan Days(long from, long until) => Days(RigaDays.DayOf(from), RigaDays.DayOrOpen(until));
}

/// <summary>A subject of duties and the days on which it exists.</summary>
internal sealed record SubjectDays(string Subject, string Institution, EntryKind? Kind, IReadOnlyList<DaySpan> Days);

/// <summary>The days on which a duty was held or deputised.</summary>
internal sealed record DutyDays(string Institution, IReadOnlyList<(DaySpan Days, string? EndReason)> Terms,
    IReadOnlyList<DaySpan> Deputies);
