using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.Coverage;

/// <summary>On which days records were open without a service, so that the owner of the institution's portfolio answers for them.</summary>
internal static class RecordDays
{
    private static readonly string To = VersionDays.To("v");

    /// <summary>
    /// Days at whose end – or, on the pin's day, at its moment – an open record had no service, or one that the catalogue does not have.
    /// </summary>
    /// <param name="session">What is read.</param>
    /// <param name="pin">As of when.</param>
    /// <param name="institution">Institution whose records count; null = all.</param>
    /// <param name="subject">The institution once more, where it is asked for as the subject; nothing else is a subject here.</param>
    /// <param name="openOnly">True where days that are over by the pin are not asked for.</param>
    public static async Task<IReadOnlyList<UnclassifiedDays>> Unclassified(ReadSession session, Pin pin, string? institution, string? subject,
        bool openOnly)
    {
        // The plus keeps SQLite from walking the whole rows by their key, where an index holds all that is asked.
        var where = new Conditions(pin).Add("v.phase = 'open' AND c.stream IS NULL AND +v.position <= @p AND v.valid_from <= @t")
            .If(institution, "a.institution = @?").If(subject, "a.institution = @?");
        var rows = await session.List(
            $"""
            SELECT a.id, a.institution, v.valid_from, {To} FROM service_record_versions v JOIN service_records a ON a.born = v.born
            LEFT JOIN catalogue_entries c ON c.stream = v.service AND c.kind = 'service' AND c.position <= @p
            WHERE {where.Sql}
            """,
            row => (Record: row.GetString(0), Institution: row.GetString(1), From: row.GetInt64(2), To: row.GetInt64(3)), where.Parameters);
        return [.. rows.GroupBy(row => row.Record).Where(record => !openOnly || record.Any(row => row.To == Micros.Open))
            .SelectMany(record => DaySpan
                .Union(record.Select(row => new DaySpan(RigaDays.DayOf(row.From), RigaDays.DayOrOpen(row.To) ?? DaySpan.Open)))
                .Select(days => new UnclassifiedDays(record.Key, record.First().Institution, days)))];
    }
}

/// <summary>The days on which a record had no service.</summary>
internal sealed record UnclassifiedDays(string Record, string Institution, DaySpan Days);
