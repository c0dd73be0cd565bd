using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.Sources;

/// <summary>Questions about knowledge sources. Until sign-in tells people apart, only the operator is answered.</summary>
public static class SourceQueries
{
    /// <summary>The sources with these ids, those that are known at the pin.</summary>
    public static async Task<IReadOnlyDictionary<string, SourceRow>> ByIds(ReadSession session, Viewer viewer, Pin pin,
        IReadOnlyCollection<string> ids) => !viewer.SeesAll
        ? new Dictionary<string, SourceRow>()
        : (await Rows(session, At(pin).In("k.stream", ids), int.MaxValue)).ToDictionary(row => row.Id);

    /// <summary>A page of sources in order of id; <paramref name="after"/> is the last id of the page before.</summary>
    public static async Task<Page<SourceRow>> List(ReadSession session, Viewer viewer, Pin pin, KnowledgeSourceFilter filter, int first,
        string? after = null)
    {
        if (!viewer.SeesAll)
            return Page.Empty<SourceRow>();
        var all = At(pin).If(filter.Institution, "k.institution = @?");
        var page = At(pin).If(filter.Institution, "k.institution = @?").If(after, "k.stream > @?");
        return Page.Of(await Rows(session, page, first + 1), first,
            () => session.Scalar($"SELECT count(*) FROM knowledge_sources k WHERE {all.Sql}", all.Parameters));
    }

    /// <summary>A page of a source's files without article, by path; <paramref name="after"/> is the last path of the page before.</summary>
    public static async Task<Page<MissingFileRow>> Missing(ReadSession session, Viewer viewer, Pin pin, string source, int first,
        string? after = null)
    {
        if (!viewer.SeesAll)
            return Page.Empty<MissingFileRow>();
        var all = new Conditions(pin).Add(Conditions.At("f")).If(source, "f.stream = @?");
        var page = new Conditions(pin).Add(Conditions.At("f")).If(source, "f.stream = @?").If(after, "f.path > @?");
        var found = await session.List(
            $"""
            SELECT f.path, f.path_bytes, f.commit_id, f.blob, f.bytes, f.reason, f.article FROM source_files f
            WHERE {page.Sql} ORDER BY f.path LIMIT @most
            """,
            row => new MissingFileRow(row.GetString(0), row.TextOrNull(1), row.GetString(2), row.TextOrNull(3), row.GetInt64(4), row.GetString(5),
                row.GetString(6)),
            [.. page.Parameters, ("@most", first + 1)]);
        return Page.Of(found, first, () => session.Scalar($"SELECT count(*) FROM source_files f WHERE {all.Sql}", all.Parameters));
    }

    private static Conditions At(Pin pin) => new Conditions(pin).Add("k.position <= @p");

    private static Task<List<SourceRow>> Rows(ReadSession session, Conditions where, int most) => session.List(
        $"""
        SELECT k.stream, k.institution, {StreamVersions.Of("k")}, k.repository, i.ref, i.commit_id, i.through, i.rewritten, i.valid_from
        FROM knowledge_sources k LEFT JOIN source_imports i ON i.stream = k.stream AND {Conditions.At("i")}
        WHERE {where.Sql} ORDER BY k.stream LIMIT @most
        """,
        row => new SourceRow(row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetString(3), row.TextOrNull(4), row.TextOrNull(5),
            row.TimeOrNull(6), row.LongOrNull(7) == 1, row.TimeOrNull(8)),
        [.. where.Parameters, ("@most", most)]);
}
