using System.Data.Common;

namespace EventKb.ReadModels.Bitemporal;

/// <summary>
/// A table of heads, known by the position of their first event (<c>born</c>), and one with a row for each version of their streams, in which both
/// beginnings grow with the version (see <c>0010_articles.sql</c>). In SQL a head is <c>a</c>, the version that answers <c>v</c>.
/// </summary>
/// <param name="heads">Table of the heads.</param>
/// <param name="versions">Table of their versions.</param>
/// <param name="ledByHeads">True where lists are mostly narrowed by what heads say: then they lead the join, along their indexes.</param>
internal sealed class VersionTable(string heads, string versions, bool ledByHeads = false)
{
    private readonly string _atHead = ledByHeads
        ? $"FROM {heads} a CROSS JOIN {versions} v ON v.born = a.born AND v.rec_to = {Micros.Open}"
        : $"FROM {versions} v JOIN {heads} a ON a.born = v.born AND v.rec_to = {Micros.Open}";

    private readonly string _atPin =
        $"""
        FROM {heads} a JOIN {versions} v ON v.position = CASE WHEN {Known(versions)} < {Valid(versions)} THEN {Known(versions)}
            ELSE {Valid(versions)} END
        """;

    /// <summary>SQL of the heads, each with the version that answers at a pin.</summary>
    // At a pin the answer is the earlier of two versions, each one seek away: however long the stream, the cost is the same.
    public string From(Pin pin) => pin.AtHead ? _atHead : _atPin;

    /// <summary>SQL that leaves out what had not begun.</summary>
    public static string Begun(Pin pin) => pin.AtHead ? "" : " AND a.born <= @p";

    /// <summary>The column that gives the order: that of the table which leads the join, or a page costs a sort of all.</summary>
    public string Order(Pin pin) => pin.AtHead && !ledByHeads ? "v.born" : "a.born";

    /// <summary>The rows of the heads with these ids, those that had begun by the pin.</summary>
    /// <param name="session">What is read.</param>
    /// <param name="pin">As of when.</param>
    /// <param name="columns">SQL of the columns.</param>
    /// <param name="texts">SQL that joins the texts.</param>
    /// <param name="ids">Ids of the heads.</param>
    /// <param name="row">Reads a row.</param>
    public Task<List<T>> ByIds<T>(ReadSession session, Pin pin, string columns, string texts, IReadOnlyCollection<string> ids,
        Func<DbDataReader, T> row)
    {
        var where = new Conditions(pin).In("a.id", ids.Distinct().ToList());
        return session.List($"SELECT {columns} {From(pin)} {texts} WHERE {where.Sql}{Begun(pin)}", row, where.Parameters);
    }

    /// <summary>A page of rows in order of their heads' first positions; <c>after</c> is that of the last of the page before.</summary>
    public async Task<Page<T>> List<T>(ReadSession session, Pin pin, string columns, string texts, Conditions all, int first, long? after,
        Func<DbDataReader, T> row)
    {
        var (sql, parameters) = Select(pin, columns, texts, all, first, after);
        return Page.Of(await session.List(sql, row, parameters), first,
            () => session.Scalar($"SELECT count(*) {From(pin)} WHERE {all.Sql}{Begun(pin)}", all.Parameters));
    }

    /// <summary>The statement of such a page; it reads one row more.</summary>
    public (string Sql, (string Name, object? Value)[] Parameters) Select(Pin pin, string columns, string texts, Conditions all, int first,
        long? after) =>
        ($"SELECT {columns} {From(pin)} {texts} WHERE {all.Sql}{Begun(pin)} AND {Order(pin)} > @after ORDER BY {Order(pin)} LIMIT @most",
            [.. all.Parameters, ("@after", after ?? 0), ("@most", first + 1)]);

    /// <summary>Writes the version that an event made, and the head with the first.</summary>
    public void Write(StreamStep step, ReadModelWriter rows, ReadOnlySpan<(string, object?)> head, ReadOnlySpan<(string, object?)> version)
    {
        if (step.IsFirst)
            rows.Insert(heads, [("born", step.After.FirstPosition), ("id", step.Stream), ("institution", step.Institution), .. head]);
        else
            rows.Execute($"UPDATE {versions} SET rec_to = @recTo, valid_to = @validTo WHERE position = @position",
                ("@recTo", step.Position), ("@validTo", step.After.ValidFrom), ("@position", step.Before.Position));
        rows.Insert(versions,
            [("position", step.Position), ("born", step.After.FirstPosition), ("version", step.After.Version), ("rec_to", Micros.Open),
            ("valid_from", step.After.ValidFrom), ("valid_to", Micros.Open), .. version]);
    }

    private static string Known(string versions) =>
        $"(SELECT p.position FROM {versions} p WHERE p.born = a.born AND p.position <= @p ORDER BY p.position DESC LIMIT 1)";

    private static string Valid(string versions) =>
        $"""
        (SELECT t.position FROM {versions} t WHERE t.born = a.born AND t.valid_from <= @t
            ORDER BY t.valid_from DESC, t.position DESC LIMIT 1)
        """;
}
