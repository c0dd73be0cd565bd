using EventKb.Domain;
using EventKb.Domain.Policies;
using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.Ownership;

/// <summary>The duties that somebody holds, or in which they deputise for who holds them.</summary>
public static class DutiesOfPerson
{
    private const string Held =
        "JOIN ownership_assignments a ON a.stream = t.stream WHERE t.held = 1 AND ";

    private static readonly string Sql =
        $"""
        SELECT a.duty, a.subject, a.stream, t.holder, NULL FROM ownership_terms t {Held} {Conditions.At("t")} AND t.holder = @person
        UNION ALL
        SELECT a.duty, a.subject, a.stream, t.holder, iif(d.acting = 1, NULL, d.powers) FROM ownership_deputies d
        JOIN ownership_terms t ON t.stream = d.stream {Held} {Conditions.At("t")} AND d.person = @person AND {Conditions.At("d")}
        ORDER BY 3
        """;

    /// <summary>Those of the pin's moment.</summary>
    public static async Task<ValueList<HeldDuty>> At(ReadSession session, Pin pin, PersonId person) =>
        [.. await session.List(Sql, row => new HeldDuty(RowJson.Value<Duty>(row.GetString(0)), row.GetString(1), row.GetString(2),
            new PersonId(row.GetString(3)), row.TextOrNull(4) is { } powers ? [.. RowJson.Read<string[]>(powers)!] : null),
            [.. pin.With(), ("@person", person.Value)])];
}
