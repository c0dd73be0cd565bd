using System.Collections.Frozen;
using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.ReadModels.Lineage;

namespace EventKb.ReadModels.KnowledgeArticles;

/// <summary>Articles in lineage: their revisions are nodes.</summary>
internal sealed class ArticleLineage : LineageKind
{
    public override string Category => KnowledgeArticle.Category;

    public override LineageNodeKind? Node => LineageNodeKind.ArticleVersion;

    public override IReadOnlyDictionary<string, string> Types { get; } = new Dictionary<string, string>
    {
        [LineageTypes.RevisionOf] = ProvTerms.Revision,
        [LineageTypes.ImportedFrom] = ProvTerms.PrimarySource,
        [LineageTypes.Adopted] = ProvTerms.Derivation,
        [LineageTypes.Successor] = ProvTerms.Influence,
        [LineageTypes.Instead] = ProvTerms.Influence,
        [RowJson.Name(RelationType.Adapts)] = ProvTerms.Derivation,
        [RowJson.Name(RelationType.Translates)] = ProvTerms.Derivation,
        [RowJson.Name(RelationType.DerivedFrom)] = ProvTerms.Derivation,
        [RowJson.Name(RelationType.Evidence)] = ProvTerms.Derivation,
        [RowJson.Name(RelationType.Duplicates)] = ProvTerms.Alternate,
        // Neither says that one text was made out of the other.
        [RowJson.Name(RelationType.Replaces)] = ProvTerms.Influence,
        [RowJson.Name(RelationType.Contradicts)] = ProvTerms.Influence,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public override void Write(StreamStep step, LineageRows rows)
    {
        if (step is { Before.State: KnowledgeArticleState before, After.State: KnowledgeArticleState after })
            ArticleEdges.Write(step, before, after, rows);
    }

    public override int? Made(RecordedEvent recorded) => recorded.Event switch
    {
        KnowledgeArticleEvent.Drafted or KnowledgeArticleEvent.Adopted => 1,
        KnowledgeArticleEvent.Revised revised => revised.Revision,
        KnowledgeArticleEvent.RevisionImported imported => imported.Revision,
        _ => null,
    };

    public override async Task<int?> Latest(ReadSession session, Viewer viewer, Pin pin, string stream) =>
        (await ArticleQueries.ById(session, viewer, pin, stream))?.Facts.LatestRevision;

    public override async Task<IReadOnlyDictionary<ThingVersion, LineageFacts>> Find(ReadSession session, Viewer viewer, Pin pin,
        IReadOnlyCollection<ThingVersion> versions) =>
        (await session.List(
            $"""
            SELECT a.id, r.number, r.valid_from, r.position, x.title
            FROM {VersionList.Of("f")} CROSS JOIN articles a ON a.id = f.stream
                JOIN article_revisions r ON r.born = a.born AND r.number = f.number LEFT JOIN texts x ON x.position = r.position
            WHERE r.position <= @p AND r.valid_from <= @t{ArticleQueries.Seen(viewer)}
            """,
            row => (Version: new ThingVersion(row.GetString(0), row.GetInt32(1)),
                Facts: new LineageFacts(new VersionMoment(row.GetInt64(2), row.GetInt64(3)), row.TextOrNull(4))),
            pin.With(VersionList.Parameter(versions)))).ToDictionary(row => row.Version, row => row.Facts);
}
