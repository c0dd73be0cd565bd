using EventKb.Domain;
using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.Ownership;

/// <summary>
/// The assignment that answers for a service, a resource or an institution's portfolio of services, and who holds it at the pin's moment.
/// </summary>
/// <param name="Id">Stream of the assignment.</param>
/// <param name="Duty">The owner's duty.</param>
/// <param name="Subject">The service, the resource or the institution's code.</param>
/// <param name="Holder">Who holds it; null = nobody.</param>
public sealed record AccountableRow(string Id, Duty Duty, string Subject, string? Holder);

/// <summary>Who answers for what, for lists of articles: only what such a list shows, so that it stays cheap.</summary>
public static class AccountableQueries
{
    /// <summary>
    /// The assignments of subjects' owners. Where several institutions assigned the same, the one to whom the subject belongs counts.
    /// </summary>
    public static async Task<IReadOnlyDictionary<string, AccountableRow>> Of(ReadSession session, Viewer viewer, Pin pin,
        IReadOnlyCollection<string> subjects)
    {
        var found = new Dictionary<string, AccountableRow>(subjects.Count);
        if (!viewer.SeesAll)
            return found;
        var where = new Conditions(pin).In("a.subject", subjects);
        foreach (var row in await session.List(Sql(where.Sql), Row, where.Parameters))
            if (!found.TryGetValue(row.Subject, out var other) || (IsOwn(row) && !IsOwn(other)))
                found[row.Subject] = row;
        return found;
    }

    private static bool IsOwn(AccountableRow row) =>
        row.Id.Split('/')[0] == row.Subject.Split('/')[0];

    private static AccountableRow Row(System.Data.Common.DbDataReader row) =>
        new(row.GetString(0), RowJson.Value<Duty>(row.GetString(1)), row.GetString(2), row.TextOrNull(3));

    private static string Sql(string where) =>
        $"""
        SELECT a.stream, a.duty, a.subject, t.holder FROM ownership_assignments a
        LEFT JOIN ownership_terms t ON t.stream = a.stream AND t.held = 1
            AND {Conditions.At("t")}
        WHERE {where} AND a.duty IN ('service-owner', 'resource-owner', 'service-portfolio-owner') AND a.position <= @p
        ORDER BY a.stream, t.valid_from, t.term
        """;
}
