using System.Data.Common;
using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.ReadModels.Bitemporal;
using EventKb.ReadModels.Lineage;

namespace EventKb.ReadModels.KnowledgeArticles;

/// <summary>A relation from a revision of an article to an exact version of another.</summary>
public sealed record RelationRow(long Position, string Article, int Revision, RelationType Type, ExactVersion Target, string Person,
    string? ReasonCode, string? Reason, DateTimeOffset OccurredAt);

/// <summary>Relations between articles at a pin, from either end.</summary>
public static class RelationQueries
{
    private static readonly string Replaces = RowJson.Name(RelationType.Replaces);

    private static readonly string Types = string.Join(", ", Enum.GetValues<RelationType>().Select(t => $"'{RowJson.Name(t)}'"));

    /// <summary>
    /// A page of relations that the article states, in the order of their statement; <paramref name="after"/> is the last position of the
    /// page before.
    /// </summary>
    public static Task<Page<RelationRow>> From(ReadSession session, Viewer viewer, Pin pin, string article, int first, long? after = null) =>
        List(session, viewer, pin, "stream", article, first, after);

    /// <summary>The same of relations that other articles state towards it.</summary>
    public static Task<Page<RelationRow>> To(ReadSession session, Viewer viewer, Pin pin, string article, int first, long? after = null) =>
        List(session, viewer, pin, "from_stream", article, first, after);

    /// <summary>
    /// What has replaced articles: their own successor, what to use instead, or an article that states that it replaces them.
    /// </summary>
    public static async Task<IReadOnlyDictionary<string, ExactVersion>> ReplacedBy(ReadSession session, Viewer viewer, Pin pin,
        IReadOnlyCollection<string> articles)
    {
        var ids = articles.Distinct().ToList();
        var held = new Conditions(pin).In("r.from_stream", articles.Distinct().ToList())
            .Add($"r.type IN ('{Replaces}', '{LineageTypes.Successor}', '{LineageTypes.Instead}')")
            .Add(Conditions.Held(pin, "r") + ArticleQueries.Seen(viewer, "r"));
        // The last statement wins; a successor named at retirement goes before what others claim.
        var rows = await session.List(
            $"""
            SELECT r.from_stream, r.stream, r.number, r.at FROM lineage_edges r WHERE {held.Sql} ORDER BY r.type <> '{Replaces}', r.position
            """,
            row => (Article: row.GetString(0), By: new ExactVersion(row.GetString(1), row.GetInt32(2), row.GetInt64(3))), held.Parameters);
        return rows.GroupBy(row => row.Article).ToDictionary(group => group.Key, group => group.Last().By);
    }

    private static async Task<Page<RelationRow>> List(ReadSession session, Viewer viewer, Pin pin, string end, string article, int first,
        long? after)
    {
        var all = $"r.{end} = @article AND r.type IN ({Types}) AND {Conditions.Held(pin, "r")}{ArticleQueries.Seen(viewer, "r")}";
        var rows = await session.List(
            $"""
            SELECT r.position, r.stream, r.number, r.type, r.from_stream, r.from_number, r.from_at, r.person, r.reason_code, x.reason,
                r.occurred_at
            FROM lineage_edges r LEFT JOIN texts x ON x.position = r.position
            WHERE {all} AND r.position > @after ORDER BY r.position LIMIT @most
            """,
            Row, pin.With(("@article", article), ("@after", after ?? 0), ("@most", first + 1)));
        return Page.Of(rows, first, () =>
            session.Scalar($"SELECT count(*) FROM lineage_edges r WHERE {all}", pin.With(("@article", article))));
    }

    private static RelationRow Row(DbDataReader row) => new(row.GetInt64(0), row.GetString(1), row.GetInt32(2),
        RowJson.Value<RelationType>(row.GetString(3)), new ExactVersion(row.GetString(4), row.GetInt32(5), row.GetInt64(6)),
        row.GetString(7), row.TextOrNull(8), row.TextOrNull(9), row.Time(10));
}
