using EventKb.ReadModels.KnowledgeArticles;
using EventKb.Server.GraphQL.Execution;

namespace EventKb.Server.KnowledgeArticles;

/// <summary>The look-ups that the articles of one answer share.</summary>
internal sealed class ArticleLoaders(Reading view)
{
    private Batch<long, RevisionRow>? _short;
    private Batch<long, RevisionRow>? _whole;

    public static ArticleLoaders Of(Reading view) => view.Shared(shared => new ArticleLoaders(shared));

    /// <summary>Revisions by their positions, with or without the long texts.</summary>
    public Batch<long, RevisionRow> Revisions(bool texts) => texts ? _whole ??= OfRevisions(true) : _short ??= OfRevisions(false);

    private Batch<long, RevisionRow> OfRevisions(bool texts) =>
        new(positions => RevisionQueries.ByPositions(view.Session, view.Viewer, positions, texts));
}
