using EventKb.Domain.KnowledgeArticles;
using EventKb.ReadModels.Bitemporal;
using EventKb.ReadModels.Citations;
using EventKb.ReadModels.KnowledgeArticles;
using EventKb.ReadModels.KnownErrors;
using EventKb.ReadModels.Lineage;
using EventKb.ReadModels.ServiceRecords;

namespace EventKb.ReadModels.Impact;

/// <summary>SQL of what the article <c>@of</c> touches, a kind each.</summary>
internal static class ImpactSets
{
    private static readonly string Copied = string.Join(", ", new[]
    {
        LineageTypes.Adopted, RowJson.Name(RelationType.Adapts), RowJson.Name(RelationType.Translates), RowJson.Name(RelationType.DerivedFrom),
    }.Select(type => $"'{type}'"));

    public static string Of(Pin pin, ImpactKind kind) => kind switch
    {
        // One that was only mentioned may well be open.
        ImpactKind.OpenIncident =>
            $"""
            {Thing(ServiceRecordQueries.Versions, pin)} AND a.kind = 'incident' AND ifnull(v.phase, 'open') = 'open'
                AND a.id IN ({Incidents(pin)})
            """,
        ImpactKind.KnownError => $"{Thing(KnownErrorQueries.Versions, pin)} AND v.workaround = @of",
        ImpactKind.Citation => $"{Thing(CitationQueries.Versions, pin)} AND a.article = @of AND v.withdrawn = 0",
        ImpactKind.Copy => $"{Thing(ArticleQueries.Versions, pin)} AND a.id IN ({Copies(pin)})",
        ImpactKind.Service =>
            $"c.position AS born, c.stream AS id FROM catalogue_entries c WHERE c.position <= @p AND c.stream IN ({About(pin)})",
        _ => throw new InvalidOperationException($"{kind} is no known kind."),
    };

    private static string Thing(VersionTable table, Pin pin) => $"a.born AS born, a.id AS id {table.From(pin)} WHERE 1 = 1{VersionTable.Begun(pin)}";

    private static string Incidents(Pin pin) =>
        $"""
        SELECT a.record {CitationQueries.Versions.From(pin)}
        WHERE a.article = @of AND a.record IS NOT NULL AND v.withdrawn = 0{VersionTable.Begun(pin)}
        UNION
        SELECT l.incident FROM incident_problem_links l JOIN incident_problem_link_versions k ON k.born = l.born
        WHERE k.state IN ('confirmed', 'confirmed-by-source') AND {Conditions.Held(pin, "k")} AND l.problem IN (
            SELECT a.problem {KnownErrorQueries.Versions.From(pin)} WHERE v.workaround = @of{VersionTable.Begun(pin)})
        """;

    private static string Copies(Pin pin) =>
        $"""
        WITH RECURSIVE made (id) AS (
            SELECT @of
            UNION SELECT e.stream FROM made m JOIN lineage_edges e ON e.from_stream = m.id
            WHERE e.type IN ({Copied}) AND e.from_origin IS NULL AND {Conditions.Held(pin, "e")})
        SELECT id FROM made WHERE id <> @of
        """;

    private static string About(Pin pin)
    {
        var article = $"{ArticleQueries.Versions.From(pin)}, json_each(v.classification, '$.PATH') s WHERE a.id = @of{VersionTable.Begun(pin)}";
        return $"""
            SELECT s.value {article.Replace("PATH", "services", StringComparison.Ordinal)}
            UNION SELECT s.value {article.Replace("PATH", "resources", StringComparison.Ordinal)}
            UNION SELECT v.accountable {ArticleQueries.Versions.From(pin)} WHERE a.id = @of AND v.accountable IS NOT NULL{VersionTable.Begun(pin)}
            """;
    }
}
