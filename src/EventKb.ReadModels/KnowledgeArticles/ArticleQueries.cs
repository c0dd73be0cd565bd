using System.Data.Common;
using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.KnowledgeArticles;

/// <summary>Articles as they are at a pin.</summary>
public static partial class ArticleQueries
{
    /// <summary>The versions that answer.</summary>
    internal static readonly VersionTable Versions = new("articles", "article_versions");

    private static readonly string Columns =
        $"a.born, a.id, a.institution, v.version, v.position, v.valid_from, x.title, {ArticleColumns.Selected}";

    // Whom only what is open to everyone is shown is served what was approved before a provisional fix.
    private static string Title(Viewer viewer) => "LEFT JOIN texts x ON x.position = coalesce("
        + (viewer.SeesAll ? "" : "v.before_position, ") + "v.published_position, v.latest_position)";

    /// <summary>An article by its id, or null where there is none (yet).</summary>
    public static async Task<ArticleRow?> ById(ReadSession session, Viewer viewer, Pin pin, string id) =>
        (await ByIds(session, viewer, pin, [id])).GetValueOrDefault(id);

    /// <summary>Articles by their ids; what is unknown is absent.</summary>
    public static async Task<IReadOnlyDictionary<string, ArticleRow>> ByIds(ReadSession session, Viewer viewer, Pin pin,
        IReadOnlyCollection<string> ids)
    {
        var where = new Conditions(pin).In("a.id", ids.Distinct().ToList());
        var found = await session.List(
            $"SELECT {Columns} {Versions.From(pin)} {Title(viewer)} WHERE {where.Sql}{VersionTable.Begun(pin)}{Seen(viewer)}", Row(viewer),
            where.Parameters);
        return found.ToDictionary(row => row.Id);
    }

    /// <summary>The article whose last path in its source is the given one: one in use before retired ones, then the newest.</summary>
    public static async Task<ArticleRow?> BySource(ReadSession session, Viewer viewer, Pin pin, string institution, string path)
    {
        var rows = await session.List(
            $"""
            SELECT {Columns} {Versions.From(pin)} {Title(viewer)}
            WHERE a.born IN (SELECT born FROM article_paths WHERE institution = @institution AND path = @path) AND v.source_path = @path
                {VersionTable.Begun(pin)}{Seen(viewer)}
            ORDER BY CASE WHEN v.state = 'retired' THEN 1 ELSE 0 END, a.born DESC LIMIT 1
            """,
            Row(viewer), pin.With(("@institution", institution), ("@path", path)));
        return rows.FirstOrDefault();
    }

    /// <summary>An article as its stream stood after a version, as far as the pin lets see.</summary>
    public static Task<ArticleRow?> AtVersion(ReadSession session, Viewer viewer, Pin pin, string id, long version) => session.Single(
        $"""
        SELECT {Columns} FROM articles a JOIN article_versions v ON v.born = a.born AND v.version = @version {Title(viewer)}
        WHERE a.id = @id AND v.position <= @p AND v.valid_from <= @t{Seen(viewer)}
        """,
        Row(viewer), ("@id", id), ("@version", version), ("@p", pin.Position), ("@t", pin.ValidMicros));

    /// <summary>
    /// A page of articles, oldest first; <paramref name="after"/> is the <see cref="ArticleRow.FirstPosition"/> of the last of the page before.
    /// </summary>
    public static async Task<Page<ArticleRow>> List(ReadSession session, Viewer viewer, Pin pin, ArticleFilter filter, int first,
        long? after = null)
    {
        var all = ArticleConditions.Of(pin, filter);
        var where = $"WHERE {all.Sql}{VersionTable.Begun(pin)}{Seen(viewer)}";
        var born = Versions.Order(pin);
        var rows = await session.List(
            $"SELECT {Columns} {Versions.From(pin)} {Title(viewer)} {where} AND {born} > @after ORDER BY {born} LIMIT @most",
            Row(viewer), [.. all.Parameters, ("@after", after ?? 0), ("@most", first + 1)]);
        return Page.Of(rows, first, () => session.Scalar(
            $"SELECT count(*) {Versions.From(pin)} {(filter.Title is null ? "" : Title(viewer))} {where}", all.Parameters));
    }

    /// <summary>An article as it last was while a revision (not its newest) was the newest.</summary>
    internal static async Task<ArticleRow> WhenNewest(ReadSession session, Viewer viewer, ArticleRow article, int revision) =>
        (await session.Single(
            $"""
            SELECT {Columns} FROM articles a JOIN article_versions v ON v.born = a.born {Title(viewer)}
            WHERE a.born = @born{Seen(viewer)}
                AND v.position < (SELECT r.position FROM article_revisions r WHERE r.born = @born AND r.number = @next)
            ORDER BY v.position DESC LIMIT 1
            """,
            Row(viewer), ("@born", article.FirstPosition), ("@next", revision + 1)))!;

    /// <summary>SQL that leaves out what the viewer may not see, by the article's audience at the head.</summary>
    internal static string Seen(Viewer viewer, string article = "a") => viewer.SeesAll ? ""
        : $" AND EXISTS (SELECT 1 FROM article_versions h WHERE h.born = {article}.born AND h.rec_to = {Micros.Open} AND h.open_to_all = 1)";

    private static Func<DbDataReader, ArticleRow> Row(Viewer viewer) => row => new(row.GetInt64(0), row.GetString(1), row.GetString(2),
        row.GetInt64(3), row.GetInt64(4), row.Time(5), row.TextOrNull(6),
        viewer.SeesAll ? ArticleColumns.Read(row, 7) : ArticleColumns.Read(row, 7).AsApproved());
}
