using EventKb.Domain;
using EventKb.Domain.Catalogue;
using EventKb.ReadModels.Bitemporal;
using EventKb.ReadModels.Governance;
using EventKb.ReadModels.Ownership;
using EventKb.ReadModels.ServiceRecords;

namespace EventKb.ReadModels.Coverage;

/// <summary>
/// What is missing about records: a service, a known error, a workaround, a cited article. The rules are those in force on the pin's day.
/// </summary>
/// <param name="session">What is read.</param>
/// <param name="viewer">Who asks.</param>
/// <param name="pin">As of when.</param>
/// <param name="filter">What is asked for.</param>
internal sealed class RecordGaps(ReadSession session, Viewer viewer, Pin pin, GapFilter filter)
{
    private readonly Dictionary<string, ProcessRules> _rules = new(StringComparer.Ordinal);

    /// <summary>The gaps that are asked for.</summary>
    /// <param name="kinds">Kinds of the catalogue's entries.</param>
    public async Task<IEnumerable<GapRow?>> All(IReadOnlyDictionary<string, EntryKind> kinds)
    {
        var gaps = new List<(GapKind Kind, RecordSpans Spans)>();
        if (filter.Asks(GapKind.NoKnownError))
            gaps.AddRange((await WithoutKnownError()).Select(spans => (GapKind.NoKnownError, spans)));
        if (filter.Asks(GapKind.NoWorkaround))
            gaps.AddRange((await WorkaroundDays.Missing(session, pin, filter.Institution)).Select(spans => (GapKind.NoWorkaround, spans)));
        if (filter.Asks(GapKind.NotCited))
            gaps.AddRange((await WithoutCitation()).Select(spans => (GapKind.NotCited, spans)));
        var records = await ServiceRecordQueries.ByIds(session, viewer, pin, [.. gaps.Select(gap => gap.Spans.Record).Distinct()]);
        return gaps.SelectMany(gap => Rows(gap.Kind, gap.Spans, records.GetValueOrDefault(gap.Spans.Record), kinds));
    }

    private async Task<List<RecordSpans>> WithoutKnownError()
    {
        var late = new List<RecordSpans>();
        foreach (var problem in await ProblemDays.Unanswered(session, pin, filter.Institution))
            if ((await RulesOf(problem.Institution)).KnownErrorDays is { } days)
                late.Add(new(problem.Problem, problem.Institution,
                    [.. problem.Days.Select(span => span.Within(new(problem.OpenedOn.AddDays(days), DaySpan.Open)))]));
        return late;
    }

    private async Task<List<RecordSpans>> WithoutCitation()
    {
        var uncited = new List<RecordSpans>();
        foreach (var incident in await CitationDays.Missing(session, pin, filter.Institution))
            if ((await RulesOf(incident.Institution)).CitedPriority >= incident.Priority)
                uncited.Add(new(incident.Record, incident.Institution, incident.Days));
        return uncited;
    }

    private async ValueTask<ProcessRules> RulesOf(string institution) => _rules.TryGetValue(institution, out var known) ? known
        : _rules[institution] = await ProcessQueries.RulesInForce(session, new InstitutionCode(institution), RigaDays.Of(pin.Valid), pin.Position);

    /// <summary>Who owns the record's service, or else its resource, answers; where neither is known, the portfolio's owner.</summary>
    private IEnumerable<GapRow?> Rows(GapKind kind, RecordSpans spans, ServiceRecordRow? record, IReadOnlyDictionary<string, EntryKind> kinds)
    {
        var subject = new[] { record?.Facts?.Service, record?.Facts?.Resource }
            .FirstOrDefault(about => about is not null && kinds.ContainsKey(about));
        var duty = subject is null ? Duty.ServicePortfolioOwner : OwnershipQueries.AccountableDuty(kinds[subject]);
        return spans.Days.Where(days => !days.IsEmpty).Select(days =>
            GapQueries.Gap(kind, spans.Institution, subject ?? spans.Institution, null, duty, days, RigaDays.Of(pin.Valid), spans.Record));
    }
}
