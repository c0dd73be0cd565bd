namespace EventKb.ReadModels.Coverage;

/// <summary>The days of one duty and subject on which nobody holds it, and why; each day has one reason.</summary>
internal static class DutyGaps
{
    /// <summary>Reason code of an ending that makes the days after it HOLDER_LEFT.</summary>
    public const string Left = "holder-left";

    /// <param name="required">Days on which somebody must hold the duty.</param>
    /// <param name="terms">Days on which somebody did, with the reason of the ending.</param>
    /// <param name="deputies">Days on which somebody deputised.</param>
    public static IEnumerable<(GapKind Kind, DaySpan Days)> Of(IReadOnlyCollection<DaySpan> required,
        IReadOnlyCollection<(DaySpan Days, string? EndReason)> terms, IReadOnlyCollection<DaySpan> deputies)
    {
        var empty = DaySpan.Except(required, terms.Select(term => term.Days)).ToList();
        foreach (var gap in empty)
        {
            foreach (var days in DaySpan.Union(deputies.Select(deputy => deputy.Within(gap))))
                yield return (GapKind.DeputyOnly, days);
            // No term begins or ends inside a gap, so the reason of the whole gap is that of the term that ended last before it.
            var last = terms.Where(term => term.Days.Until <= gap.From).OrderBy(term => term.Days.Until).LastOrDefault();
            foreach (var days in DaySpan.Except([gap], deputies))
                yield return (last.EndReason == Left ? GapKind.HolderLeft : GapKind.Vacant, days);
        }
    }
}
