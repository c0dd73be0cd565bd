using EventKb.Domain.Catalogue;
using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.Catalogue;

/// <summary>Questions about institutions, which are open to everyone.</summary>
public static class InstitutionQueries
{
    /// <summary>The institutions with these codes, those registered at the pin.</summary>
    public static async Task<IReadOnlyDictionary<string, InstitutionRow>> ByCodes(ReadSession session, Viewer viewer, Pin pin,
        IReadOnlyCollection<string> codes)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var where = new Conditions(pin).In("i.code", codes);
        var found = await session.List(
            $"""
            SELECT i.stream, i.code, x.title, i.registration_number, s.status, s.valid_from, s.successors,
                {StreamVersions.Of("i")}
            FROM institutions i LEFT JOIN texts x ON x.position = i.position
                LEFT JOIN institution_states s ON s.stream = i.stream AND {Conditions.At("s")}
            WHERE {where.Sql} AND i.position <= @p ORDER BY i.stream
            """,
            row => new InstitutionRow(row.GetString(0), row.GetString(1), row.TextOrNull(2), row.TextOrNull(3),
                row.TextOrNull(4) is { } status ? RowJson.Value<InstitutionStatus>(status) : null,
                row.LongOrNull(5) is { } since ? RigaDays.DayOf(since) : null, RowJson.Read<string[]>(row.TextOrNull(6)) ?? [],
                    row.GetInt64(7)),
            where.Parameters);
        return found.DistinctBy(view => view.Code).ToDictionary(view => view.Code);
    }
}
