using EventKb.Domain;
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
                {StreamVersions.Of("i")}, i.state_rules
            FROM institutions i LEFT JOIN texts x ON x.position = i.position
                LEFT JOIN institution_states s ON s.stream = i.stream AND {Conditions.At("s")}
            WHERE {where.Sql} AND i.position <= @p ORDER BY i.stream
            """,
            row => new InstitutionRow(row.GetString(0), row.GetString(1), row.TextOrNull(2), row.TextOrNull(3),
                row.TextOrNull(4) is { } status ? RowJson.Value<InstitutionStatus>(status) : null,
                row.LongOrNull(5) is { } since ? RigaDays.DayOf(since) : null, RowJson.Read<string[]>(row.TextOrNull(6)) ?? [],
                row.GetInt64(7), row.GetBoolean(8)),
            where.Parameters);
        return found.DistinctBy(view => view.Code).ToDictionary(view => view.Code);
    }

    /// <summary>The institution that lays down the state's rules on a day, as known up to a position; null = none is registered for that.</summary>
    public static async Task<InstitutionCode?> StateRulesBy(ReadSession session, DateOnly day, long position) => await session.Single(
        $"""
        SELECT i.code FROM institutions i JOIN institution_states s ON s.stream = i.stream AND {Conditions.At("s")}
        WHERE i.state_rules = 1 AND s.status = 'active' ORDER BY i.position LIMIT 1
        """,
        row => row.GetString(0), ("@p", position), ("@t", RigaDays.Start(day))) is { } code ? new InstitutionCode(code) : null;
}
