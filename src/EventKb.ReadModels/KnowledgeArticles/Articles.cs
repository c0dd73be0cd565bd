using System.Data.Common;

namespace EventKb.ReadModels.KnowledgeArticles;

/// <summary>Articles as they are at a pin.</summary>
public static class Articles
{
    /// <summary>Most ids that one statement takes; more are asked in turns.</summary>
    private static readonly int[] Batches = [1, 5, 20, 100];

    private static readonly string Columns =
        $"a.born, a.id, a.institution, v.version, v.position, v.valid_from, x.title, {ArticleColumns.Selected}";

    private const string Title = "LEFT JOIN texts x ON x.position = coalesce(v.published_position, v.latest_position)";

    /// <summary>An article by its id, or null where there is none (yet).</summary>
    public static async Task<ArticleRow?> ById(ReadSession session, Viewer viewer, Pin pin, string id) =>
        (await ByIds(session, viewer, pin, [id])).GetValueOrDefault(id);

    /// <summary>Articles by their ids; what is unknown is absent.</summary>
    public static async Task<IReadOnlyDictionary<string, ArticleRow>> ByIds(ReadSession session, Viewer viewer, Pin pin,
        IReadOnlyCollection<string> ids)
    {
        var found = new Dictionary<string, ArticleRow>(ids.Count);
        foreach (var (batch, names) in Batched.Of([.. ids.Distinct()], Batches, "id"))
            foreach (var row in await session.List(
                $"SELECT {Columns} {From(pin)} {Title} WHERE a.id IN ({names}){Begun(pin)}{Seen(viewer)}", Row, Held.At(pin, batch)))
                found[row.Id] = row;
        return found;
    }

    /// <summary>The article whose last path in its source is the given one: one in use before retired ones, then the newest.</summary>
    public static async Task<ArticleRow?> BySource(ReadSession session, Viewer viewer, Pin pin, string institution, string path)
    {
        var rows = await session.List(
            $"""
            SELECT {Columns} {From(pin)} {Title}
            WHERE a.born IN (SELECT born FROM article_paths WHERE institution = @institution AND path = @path) AND v.source_path = @path
                {Begun(pin)}{Seen(viewer)}
            ORDER BY CASE WHEN v.state = 'retired' THEN 1 ELSE 0 END, a.born DESC LIMIT 1
            """,
            Row, Held.At(pin, ("@institution", institution), ("@path", path)));
        return rows.FirstOrDefault();
    }

    /// <summary>An article as its stream stood after a version, as far as the pin lets see.</summary>
    public static Task<ArticleRow?> AtVersion(ReadSession session, Viewer viewer, Pin pin, string id, long version) => session.Single(
        $"""
        SELECT {Columns} FROM articles a JOIN article_versions v ON v.born = a.born AND v.version = @version {Title}
        WHERE a.id = @id AND v.position <= @position AND v.valid_from <= @valid{Seen(viewer)}
        """,
        Row, ("@id", id), ("@version", version), ("@position", pin.Position), ("@valid", pin.ValidMicros));

    /// <summary>The next articles after one (its <see cref="ArticleRow.Born"/>), oldest first.</summary>
    public static Task<List<ArticleRow>> Page(ReadSession session, Viewer viewer, Pin pin, ArticleFilter? filter, long? after, int first)
    {
        var where = ArticleConditions.Of(filter, pin);
        // The table that leads the join has to give the order, or a page costs a sort of all articles.
        var born = pin.AtHead ? "v.born" : "a.born";
        return session.List(
            $"SELECT {Columns} {From(pin)} {Title} WHERE {born} > @after{where.Sql}{Begun(pin)}{Seen(viewer)} ORDER BY {born} LIMIT @first",
            Row, where.With(("@after", after ?? 0), ("@first", first)));
    }

    /// <summary>How many articles there are.</summary>
    public static Task<long> Count(ReadSession session, Viewer viewer, Pin pin, ArticleFilter? filter)
    {
        var where = ArticleConditions.Of(filter, pin);
        return session.Scalar($"SELECT count(*) {From(pin)} WHERE 1 = 1{where.Sql}{Begun(pin)}{Seen(viewer)}", where.With());
    }

    /// <summary>An article as it last was while a revision (not its newest) was the newest.</summary>
    internal static async Task<ArticleRow> WhenNewest(ReadSession session, Viewer viewer, ArticleRow article, int revision) =>
        (await session.Single(
            $"""
            SELECT {Columns} FROM articles a JOIN article_versions v ON v.born = a.born {Title}
            WHERE a.born = @born{Seen(viewer)}
                AND v.position < (SELECT r.position FROM article_revisions r WHERE r.born = @born AND r.number = @next)
            ORDER BY v.position DESC LIMIT 1
            """,
            Row, ("@born", article.Born), ("@next", revision + 1)))!;

    /// <summary>SQL that leaves out what the viewer may not see, by the article's audience at the head.</summary>
    internal static string Seen(Viewer viewer, string article = "a") => viewer.SeesAll ? ""
        : $" AND EXISTS (SELECT 1 FROM article_versions h WHERE h.born = {article}.born AND h.rec_to = {Micros.Open} AND h.open_to_all = 1)";

    private static string Begun(Pin pin) => pin.AtHead ? "" : " AND a.born <= @position";

    // At a pin the answer is the earlier of two versions, each one seek away: however long the stream, the cost is the same.
    private static string From(Pin pin) => pin.AtHead
        ? $"FROM article_versions v JOIN articles a ON a.born = v.born AND v.rec_to = {Micros.Open}"
        : $"FROM articles a JOIN article_versions v ON v.position = CASE WHEN {KnownBy} < {ValidBy} THEN {KnownBy} ELSE {ValidBy} END";

    private const string KnownBy =
        "(SELECT p.position FROM article_versions p WHERE p.born = a.born AND p.position <= @position ORDER BY p.position DESC LIMIT 1)";

    private const string ValidBy =
        """
        (SELECT t.position FROM article_versions t WHERE t.born = a.born AND t.valid_from <= @valid
            ORDER BY t.valid_from DESC, t.position DESC LIMIT 1)
        """;

    private static ArticleRow Row(DbDataReader row) => new(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt64(3),
        row.GetInt64(4), row.Time(5), row.TextOrNull(6), ArticleColumns.Read(row, 7));
}
