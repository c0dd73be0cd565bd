using EventKb.Domain;
using EventKb.Domain.Catalogue;
using EventKb.ReadModels.Bitemporal;
using EventKb.ReadModels.Ownership;

namespace EventKb.ReadModels.Coverage;

/// <summary>
/// Where knowledge has nobody to answer for it, or is missing, or stale; computed from the days as known at the pin.
/// Until sign-in tells people apart, only the operator is answered.
/// </summary>
public static class GapQueries
{
    /// <summary>
    /// A page of the gaps that began by the pin's day, in order of their first day; <paramref name="after"/> is the
    /// <see cref="GapRow.Cursor"/> of the last of the page before.
    /// </summary>
    public static async Task<Page<GapRow>> List(ReadSession session, Viewer viewer, Pin pin, GapFilter filter, int first,
        string? after = null)
    {
        if (!viewer.SeesAll)
            return Page.Empty<GapRow>();
        var all = (await All(session, viewer, pin, filter)).Where(filter.Fits)
            .OrderBy(gap => gap.Cursor, StringComparer.Ordinal).ToList();
        var rest = all.Where(gap => after is null || string.CompareOrdinal(gap.Cursor, after) > 0).Take(first + 1).ToList();
        return Page.Of<GapRow>(rest, first, () => Task.FromResult((long)all.Count));
    }

    private static async Task<IEnumerable<GapRow>> All(ReadSession session, Viewer viewer, Pin pin, GapFilter filter)
    {
        var today = RigaDays.Of(pin.Valid);
        var subjects = await CoverageFacts.Subjects(session, pin, filter);
        var ofRecords = filter.Asks(GapKind.NoKnownError) || filter.Asks(GapKind.NoWorkaround) || filter.Asks(GapKind.NotCited);
        var kinds = ofRecords || filter.Asks(GapKind.ReviewOverdue) ? await Kinds(session, pin) : new Dictionary<string, EntryKind>();
        var gaps = new List<GapRow?>();
        if (filter.Asks(GapKind.Vacant) || filter.Asks(GapKind.HolderLeft) || filter.Asks(GapKind.DeputyOnly))
            gaps.AddRange(OfDuties(subjects, await CoverageFacts.Duties(session, pin, filter), today));
        if (filter.Asks(GapKind.NoArticle))
            gaps.AddRange(WithoutArticle(subjects, await ArticleDays.Named(session, pin, filter.About), today));
        if (filter.Asks(GapKind.ReviewOverdue))
            gaps.AddRange(Overdue(await ArticleDays.Overdue(session, pin, filter.Institution), kinds, today));
        if (filter.Asks(GapKind.Unclassified))
            gaps.AddRange((await RecordDays.Unclassified(session, pin, filter.Institution, filter.About, filter.Open == true)).Select(row =>
                Gap(GapKind.Unclassified, row.Institution, row.Institution, null, Duty.ServicePortfolioOwner, row.Days, today, row.Record)));
        if (ofRecords)
            gaps.AddRange(await new RecordGaps(session, viewer, pin, filter).All(kinds));
        return gaps.OfType<GapRow>();
    }

    private static IEnumerable<GapRow?> OfDuties(IReadOnlyList<SubjectDays> subjects,
        IReadOnlyDictionary<(string Subject, Duty Duty), DutyDays> duties, DateOnly today)
    {
        var nobody = new DutyDays("", [], []);
        foreach (var subject in subjects)
            foreach (var duty in CoverageFacts.DutiesOf(subject.Kind))
            {
                var held = duties.GetValueOrDefault((subject.Subject, duty), nobody);
                foreach (var (kind, days) in DutyGaps.Of(subject.Days, held.Terms, held.Deputies))
                    yield return Gap(kind, subject.Institution, subject.Subject, null, duty, days, today);
            }

        // A subject that no register knows needs a holder from the first day on which anybody held the duty.
        var known = subjects.Select(subject => subject.Subject).ToHashSet();
        foreach (var ((subject, duty), held) in duties)
        {
            if (known.Contains(subject) || held.Terms.Count == 0)
                continue;
            var since = new DaySpan(held.Terms.Min(term => term.Days.From), DaySpan.Open);
            foreach (var (kind, days) in DutyGaps.Of([since], held.Terms, held.Deputies))
                yield return Gap(kind, held.Institution, subject, null, duty, days, today);
        }
    }

    private static IEnumerable<GapRow?> WithoutArticle(IReadOnlyList<SubjectDays> subjects, ILookup<string, DaySpan> named,
        DateOnly today) =>
        from subject in subjects
        let duty = subject.Kind is { } kind ? OwnershipQueries.AccountableDuty(kind) : null
        where duty is not null
        from days in DaySpan.Except(subject.Days, named[subject.Subject])
        select Gap(GapKind.NoArticle, subject.Institution, subject.Subject, null,
            duty, days, today);

    private static IEnumerable<GapRow?> Overdue(IEnumerable<OverdueDays> overdue, IReadOnlyDictionary<string, EntryKind> kinds,
        DateOnly today) =>
        from late in overdue
        let duty = late.Accountable is { } subject && kinds.TryGetValue(subject, out var kind)
            ? OwnershipQueries.AccountableDuty(kind) : null
        select Gap(GapKind.ReviewOverdue, late.Institution, late.Accountable, late.Article, duty, late.Days, today);

    private static async Task<IReadOnlyDictionary<string, EntryKind>> Kinds(ReadSession session, Pin pin) => (await session.List(
        "SELECT stream, kind FROM catalogue_entries WHERE position <= @p",
        row => (row.GetString(0), RowJson.Value<EntryKind>(row.GetString(1))), ("@p", pin.Position))).ToDictionary();

    // A gap that begins after today is none yet; one that ends after today has not ended.
    internal static GapRow? Gap(GapKind kind, string institution, string? subject, string? article, Duty? duty, DaySpan days,
        DateOnly today, string? record = null)
    {
        if (days.From > today)
            return null;
        var open = days.Until > today;
        var count = (open ? today.DayNumber + 1 : days.Until.DayNumber) - days.From.DayNumber;
        return new GapRow(kind, institution, subject, article, record, duty, days.From, open ? null : days.Until, count);
    }
}
