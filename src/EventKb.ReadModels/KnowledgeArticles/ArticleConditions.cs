using System.Globalization;
using EventKb.Domain.KnowledgeArticles;
using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.KnowledgeArticles;

/// <summary>A filter as conditions over the version that answers (<c>v</c>) and its article (<c>a</c>).</summary>
internal static class ArticleConditions
{
    public static Conditions Of(Pin pin, ArticleFilter filter)
    {
        var where = new Conditions(pin)
            .If(filter.Institution, "a.institution = @?")
            .If(filter.Kind is { } kind ? RowJson.Name(kind) : null, "v.kind = @?")
            .If(filter.Language, "v.language = @?")
            .If(filter.Accountable, "v.accountable = @?")
            .If(filter.Steward, "(v.steward_person = @? OR v.steward_at IN (SELECT position FROM texts WHERE steward = @?))")
            .If(filter.Path, filter.Path?.EndsWith('/') == true ? "substr(v.source_path, 1, length(@?)) = @?" : "v.source_path = @?")
            .If(filter.PathPrefix, "substr(v.source_path, 1, length(@?)) = @?")
            .If(
                filter.Title is { } title ? FoldedText.Of(string.Join(" ", title.Split(' ', StringSplitOptions.RemoveEmptyEntries))) : null,
                $"{FoldedText.HasWords}(x.title, @?)")
            .If(filter.AwaitingReview, "v.in_review_revision IS NOT NULL", "v.in_review_revision IS NULL")
            .If(filter.Scheduled, "v.scheduled_at IS NOT NULL", "v.scheduled_at IS NULL")
            .If(filter.Expired, "v.applies_until <= @t", "(v.applies_until IS NULL OR v.applies_until > @t)")
            .If(filter.Flagged, "v.open_flags > 0", "v.open_flags = 0")
            .If(filter.Provisional, "v.lapses_at IS NOT NULL", "v.lapses_at IS NULL")
            .If(filter.ReviewDueBefore is { } day ? Micros.Day(day) : null, "v.next_review_on < @?")
            .If(Micros.From(filter.ChangedFrom), "v.valid_from >= @?")
            .If(Micros.From(filter.ChangedBefore), "v.valid_from < @?")
            .If(filter.PositionFrom, "v.position >= @?")
            .If(filter.PositionBefore, "v.position < @?");
        if (filter.State is { Count: > 0 } states)
            where.In("v.state", states.Distinct().Select(RowJson.Name<ArticleState>).ToList());
        return Tags(where, pin, filter);
    }

    private static Conditions Tags(Conditions where, Pin pin, ArticleFilter filter)
    {
        (string Kind, string? Value)[] tags =
        [
            (ArticleTag.Service, filter.Service), (ArticleTag.Resource, filter.Resource), (ArticleTag.LifeSituation, filter.LifeSituation),
            (ArticleTag.Territory, filter.Territory), (ArticleTag.ErrorCode, filter.ErrorCode), (ArticleTag.Keyword, filter.Keyword),
            (ArticleTag.SupportLevel, filter.SupportLevel?.ToString(CultureInfo.InvariantCulture)),
        ];
        foreach (var (kind, value) in tags)
            where.If(value,
                $"""
                v.born IN (SELECT t.born FROM article_tags t
                    WHERE t.kind = '{kind}' AND t.value = @? AND {Conditions.Held(pin, "t", "rec_from")})
                """);
        // Level 0 is not served a provisional fix, and goes on being served what was approved before it.
        return filter.SupportLevel == 0 ? where.Add("(v.lapses_at IS NULL OR v.before_revision IS NOT NULL)") : where;
    }
}
