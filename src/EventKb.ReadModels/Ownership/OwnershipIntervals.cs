using System.Data.Common;
using EventKb.Domain.Ownership;
using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.Ownership;

/// <summary>The terms and deputyships of assignments as they are known at a pin, of all days.</summary>
internal static class OwnershipIntervals
{
    public static async Task<ILookup<string, TermRow>> Terms(ReadSession session, Pin pin, IReadOnlyCollection<string>? streams)
    {
        var where = new Conditions(pin).Add(Conditions.Known("t")).In("t.stream", streams);
        var rows = await session.List(
            $"""
            SELECT t.stream, t.term, t.rec_from, t.valid_from, t.valid_to, t.held, t.holder, t.holder_institution,
                   t.basis_order, t.basis_date, t.end_reason
            FROM ownership_terms t WHERE {where.Sql} ORDER BY t.stream, t.valid_from, t.term
            """,
            row => (Stream: row.GetString(0), Held: row.GetInt64(5) == 1, Term: Term(row, pin)), where.Parameters);
        var ends = rows.Where(row => !row.Held).ToDictionary(row => (row.Stream, row.Term.Term), row => row.Term.EndReason);
        return rows.Where(row => row.Held).ToLookup(
            row => row.Stream, row => row.Term with { EndReason = ends.GetValueOrDefault((row.Stream, row.Term.Term)) });
    }

    public static async Task<ILookup<string, DeputyRow>> Deputies(ReadSession session, Pin pin,
        IReadOnlyCollection<string>? streams)
    {
        var where = new Conditions(pin).Add(Conditions.Known("d")).In("d.stream", streams);
        var rows = await session.List(
            $"""
            SELECT d.stream, d.deputyship, d.rec_from, d.valid_from, d.valid_to, d.person, d.powers, d.acting, d.basis_order,
                d.basis_date
            FROM ownership_deputies d WHERE {where.Sql} ORDER BY d.stream, d.valid_from, d.deputyship
            """,
            row => (Stream: row.GetString(0), Deputy: Deputy(row, pin)), where.Parameters);
        return rows.ToLookup(row => row.Stream, row => row.Deputy);
    }

    private static TermRow Term(DbDataReader row, Pin pin) => new(row.GetInt32(1), row.GetString(6), row.GetString(7),
        RigaDays.DayOf(row.GetInt64(3)), RigaDays.DayOrOpen(row.GetInt64(4)),
        new Basis(row.GetString(8), row.DayOrNull(9)!.Value), Holds(row, pin), row.GetInt64(2), row.TextOrNull(10));

    private static DeputyRow Deputy(DbDataReader row, Pin pin) => new(row.GetInt32(1), row.GetString(5),
        RigaDays.DayOf(row.GetInt64(3)), RigaDays.DayOrOpen(row.GetInt64(4)), RowJson.Read<string[]>(row.GetString(6))!,
        row.GetInt64(7) == 1, new Basis(row.GetString(8), row.DayOrNull(9)!.Value), Holds(row, pin), row.GetInt64(2));

    private static bool Holds(DbDataReader row, Pin pin) =>
        row.GetInt64(3) <= pin.ValidMicros && row.GetInt64(4) > pin.ValidMicros;
}
