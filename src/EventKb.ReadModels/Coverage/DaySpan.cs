namespace EventKb.ReadModels.Coverage;

/// <summary>Days from the first up to, not including, the second.</summary>
internal readonly record struct DaySpan(DateOnly From, DateOnly Until)
{
    /// <summary>End of a span that has none.</summary>
    public static readonly DateOnly Open = DateOnly.MaxValue;

    /// <summary>The following day; a span does not end on the last possible day.</summary>
    public static DateOnly After(DateOnly day) => day < Open ? day.AddDays(1) : Open;

    public bool IsEmpty => From >= Until;

    public bool Has(DateOnly day) => From <= day && day < Until;

    public DaySpan Within(DaySpan other) =>
        new(From > other.From ? From : other.From, Until < other.Until ? Until : other.Until);

    /// <summary>The days of some spans as few spans in order.</summary>
    public static List<DaySpan> Union(IEnumerable<DaySpan> spans)
    {
        var union = new List<DaySpan>();
        foreach (var span in spans.Where(span => !span.IsEmpty).OrderBy(span => span.From))
            if (union is [.., var last] && span.From <= last.Until)
                union[^1] = last with { Until = span.Until > last.Until ? span.Until : last.Until };
            else
                union.Add(span);
        return union;
    }

    /// <summary>The days of the first spans that are not days of the second.</summary>
    public static IEnumerable<DaySpan> Except(IEnumerable<DaySpan> spans, IEnumerable<DaySpan> without)
    {
        var holes = Union(without);
        foreach (var span in Union(spans))
        {
            var from = span.From;
            foreach (var hole in holes.Where(hole => hole.Until > span.From && hole.From < span.Until))
            {
                if (hole.From > from)
                    yield return new DaySpan(from, hole.From);
                from = hole.Until;
            }

            if (from < span.Until)
                yield return new DaySpan(from, span.Until);
        }
    }
}
