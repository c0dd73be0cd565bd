using EventKb.ReadModels.KnowledgeArticles;
using EventKb.Server.GraphQL.Execution;

namespace EventKb.Server.KnowledgeArticles;

/// <summary>The look-ups that the articles of one answer share.</summary>
internal sealed class ArticleLoaders(Reading view)
{
    private BatchLoader<long, RevisionRow>? _short;
    private BatchLoader<long, RevisionRow>? _whole;

    public static ArticleLoaders Of(Reading view) => view.Shared(shared => new ArticleLoaders(shared));

    /// <summary>Revisions by their positions, with or without the long texts.</summary>
    public BatchLoader<long, RevisionRow> Revisions(bool texts) => texts ? _whole ??= OfRevisions(true) : _short ??= OfRevisions(false);

    /// <summary>Why articles were taken out of use, by the positions of the events.</summary>
    public BatchLoader<long, WithdrawalRow> Withdrawals => field ??= new(positions => ArticleQueries.Withdrawals(view.Session, positions));

    /// <summary>Who last did something about the newest revision, by the articles' positions.</summary>
    public BatchLoader<long, string> LastHands => field ??= new(versions => ArticleQueries.LastHands(view.Session, versions));

    private BatchLoader<long, RevisionRow> OfRevisions(bool texts) =>
        new(positions => RevisionQueries.ByPositions(view.Session, view.Viewer, positions, texts));
}
