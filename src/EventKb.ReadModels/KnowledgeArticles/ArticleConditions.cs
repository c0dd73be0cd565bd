using System.Globalization;
using System.Text;
using EventKb.Domain.KnowledgeArticles;

namespace EventKb.ReadModels.KnowledgeArticles;

/// <summary>A filter as SQL conditions over the version that answers (<c>v</c>) and its article (<c>a</c>).</summary>
internal sealed class ArticleConditions(Pin pin)
{
    private readonly StringBuilder _sql = new();
    private readonly List<(string, object?)> _parameters = [];

    public string Sql => _sql.ToString();

    public (string, object?)[] With(params ReadOnlySpan<(string, object?)> others) => Held.At(pin, [.. _parameters, .. others]);

    public static ArticleConditions Of(ArticleFilter? filter, Pin pin)
    {
        var where = new ArticleConditions(pin);
        if (filter is null)
            return where;
        where.Facts(filter);
        where.Tags(filter);
        where.Ranges(filter);
        return where;
    }

    private void Facts(ArticleFilter filter)
    {
        Equal("a.institution", "institution", filter.Institution);
        Equal("v.kind", "kind", filter.Kind is { } kind ? RowJson.Name(kind) : null);
        Equal("v.language", "language", filter.Language);
        Equal("v.accountable", "accountable", filter.Accountable);
        if (filter.Steward is { } steward)
            Add("(v.steward_person = @steward OR v.steward_at IN (SELECT position FROM texts WHERE steward = @steward))", "@steward", steward);
        if (filter.Path is { } path)
            Add(path.EndsWith('/') ? "substr(v.source_path, 1, length(@path)) = @path" : "v.source_path = @path", "@path", path);
        if (filter.States is { Count: > 0 } states)
            States([.. states.Distinct()]);
        if (filter.Flagged is { } flagged)
            _sql.Append(flagged ? " AND v.open_flags > 0" : " AND v.open_flags = 0");
        if (filter.Provisional is { } provisional)
            _sql.Append(provisional ? " AND v.lapses_at IS NOT NULL" : " AND v.lapses_at IS NULL");
    }

    private void Tags(ArticleFilter filter)
    {
        Tag(ArticleTag.Service, filter.Service);
        Tag(ArticleTag.Resource, filter.Resource);
        Tag(ArticleTag.LifeSituation, filter.LifeSituation);
        Tag(ArticleTag.Territory, filter.Territory);
        Tag(ArticleTag.ErrorCode, filter.ErrorCode);
        Tag(ArticleTag.Keyword, filter.Keyword);
        Tag(ArticleTag.SupportLevel, filter.SupportLevel?.ToString(CultureInfo.InvariantCulture));
        if (filter.SupportLevel == 0)
            _sql.Append(" AND (v.lapses_at IS NULL OR v.before_revision IS NOT NULL)");
    }

    private void Ranges(ArticleFilter filter)
    {
        if (filter.ReviewDueBefore is { } day)
            Add("v.next_review_on < @reviewDueBefore", "@reviewDueBefore", Micros.Day(day));
        if (filter.ChangedFrom is { } from)
            Add("v.valid_from >= @changedFrom", "@changedFrom", Micros.From(from));
        if (filter.ChangedBefore is { } before)
            Add("v.valid_from < @changedBefore", "@changedBefore", Micros.From(before));
        if (filter.PositionFrom is { } first)
            Add("v.position >= @positionFrom", "@positionFrom", first);
        if (filter.PositionBefore is { } last)
            Add("v.position < @positionBefore", "@positionBefore", last);
    }

    private void States(IReadOnlyList<ArticleState> states)
    {
        _sql.Append(CultureInfo.InvariantCulture, $" AND v.state IN ({string.Join(", ", states.Select((_, i) => $"@state{i}"))})");
        for (var i = 0; i < states.Count; i++)
            _parameters.Add(($"@state{i}", RowJson.Name(states[i])));
    }

    private void Tag(string kind, string? value)
    {
        if (value is null)
            return;
        var name = "@tag_" + kind.Replace('-', '_');
        Add($"v.born IN (SELECT t.born FROM article_tags t WHERE t.kind = '{kind}' AND t.value = {name} AND {Held.Sql(pin, "t", "rec_from")})",
            name, value);
    }

    private void Equal(string column, string name, string? value)
    {
        if (value is not null)
            Add($"{column} = @{name}", "@" + name, value);
    }

    private void Add(string condition, string name, object value)
    {
        _sql.Append(" AND ").Append(condition);
        _parameters.Add((name, value));
    }
}
