using EventKb.Domain.Catalogue;
using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.Catalogue;

/// <summary>Questions about the registers, which are open to everyone.</summary>
public static class CatalogueQueries
{
    /// <summary>The entries with these ids, those known at the pin.</summary>
    public static async Task<IReadOnlyDictionary<string, CatalogueEntryRow>> ByIds(ReadSession session, Viewer viewer, Pin pin,
        IReadOnlyCollection<string> ids) =>
        (await Views(session, viewer, pin, new Conditions(pin).In("c.stream", ids))).ToDictionary(view => view.Id);

    /// <summary>A page of entries in order of id; <paramref name="after"/> is the last id of the page before.</summary>
    public static async Task<Page<CatalogueEntryRow>> List(ReadSession session, Viewer viewer, Pin pin, CatalogueFilter filter,
        int first, string? after = null)
    {
        var all = Where(pin, filter);
        var views = await Views(session, viewer, pin, Where(pin, filter).If(after, "c.stream > @?"), first + 1);
        return Page.Of(views, first,
            () => session.Scalar($"SELECT count(*) FROM catalogue_entries c WHERE {all.Sql} AND c.position <= @p", all.Parameters));
    }

    private static readonly string Present = $"EXISTS (SELECT 1 FROM catalogue_presence r WHERE r.stream = c.stream AND {Conditions.At("r")})";

    private static Conditions Where(Pin pin, CatalogueFilter filter)
    {
        var where = new Conditions(pin)
            .If(filter.Institution, "c.institution = @?")
            .If(filter.Kind is { } kind ? RowJson.Name(kind) : null, "c.kind = @?")
            .If(filter.Code, "c.code = @?")
            .If(filter.DependsOn,
                $"EXISTS (SELECT 1 FROM catalogue_dependencies n WHERE n.stream = c.stream AND n.needs = @? AND {Conditions.At("n")})");
        return filter.IncludeDiscontinued == true ? where : where.Add(Present);
    }

    private static async Task<IReadOnlyList<CatalogueEntryRow>> Views(ReadSession session, Viewer viewer, Pin pin,
        Conditions where, int most = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var found = await session.List(
            $"""
            SELECT c.stream, c.institution, c.kind, c.code, x.title, x.summary,
                (SELECT min(valid_from) FROM catalogue_presence r WHERE r.stream = c.stream AND {Conditions.Known("r")}),
                (SELECT max(valid_to) FROM catalogue_presence r WHERE r.stream = c.stream AND {Conditions.Known("r")}),
                CASE WHEN {Present} THEN 1 ELSE 0 END,
                {StreamVersions.Of("c")}
            FROM catalogue_entries c LEFT JOIN texts x ON x.position = coalesce(
                (SELECT d.text_position FROM catalogue_descriptions d WHERE d.stream = c.stream AND {Conditions.At("d")}),
                (SELECT d.text_position FROM catalogue_descriptions d WHERE d.stream = c.stream AND {Conditions.Known("d")}
                    ORDER BY d.valid_from LIMIT 1))
            WHERE {where.Sql} AND c.position <= @p ORDER BY c.stream LIMIT @most
            """,
            row => new CatalogueEntryRow(row.GetString(0), row.GetString(1), RowJson.Value<EntryKind>(row.GetString(2)),
                row.GetString(3),
                row.TextOrNull(4), row.TextOrNull(5), Day(row.LongOrNull(6)), Day(row.LongOrNull(7)), row.GetInt64(8) == 1,
                row.GetInt64(9), [], []),
            [.. where.Parameters, ("@most", most)]);
        var ids = found.Select(view => view.Id).ToList();
        var needs = (await Edges(session, pin, "stream", ids)).ToLookup(edge => edge.From, edge => edge.To);
        var needed = (await Edges(session, pin, "needs", ids)).ToLookup(edge => edge.To, edge => edge.From);
        return [.. found.Select(view => view with { DependsOn = [.. needs[view.Id]], NeededBy = [.. needed[view.Id]] })];
    }

    private static Task<List<(string From, string To)>> Edges(ReadSession session, Pin pin, string end,
        IReadOnlyCollection<string> ids)
    {
        var where = new Conditions(pin).Add(Conditions.At("n")).In($"n.{end}", ids);
        return session.List(
            $"SELECT n.stream, n.needs FROM catalogue_dependencies n WHERE {where.Sql} ORDER BY n.stream, n.needs",
            row => (row.GetString(0), row.GetString(1)), where.Parameters);
    }

    private static DateOnly? Day(long? micros) => micros is { } known ? RigaDays.DayOrOpen(known) : null;
}
