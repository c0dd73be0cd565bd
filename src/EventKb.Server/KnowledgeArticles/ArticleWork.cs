using EventKb.Domain.KnowledgeArticles;
using EventKb.ReadModels.KnowledgeArticles;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.Persons;
using GraphQL;
using GraphQL.DataLoader;

namespace EventKb.Server.KnowledgeArticles;

/// <summary>The newest revision while it is not, or not for good, what is in use.</summary>
internal sealed class PendingRevision(Reading view, ArticleRow article)
{
    public ReviewStage Stage => article.Facts.LatestStage;

    public IDataLoaderResult<ArticleRevisionAnswer?> Revision(IResolveFieldContext context) =>
        ArticleRevisionAnswer.At(view, article, article.Facts.LatestPosition, context);

    public IDataLoaderResult<PersonAnswer?> By() =>
        ArticleLoaders.Of(view).LastHands.Load(article.Position).Map(person => PersonAnswer.Of(view, person));
}

/// <summary>Why an article was withdrawn, and what to do instead.</summary>
internal sealed class ArticleWithdrawal(Reading view, ArticleRow article, WithdrawalRow row)
{
    public string? ReasonCode => row.ReasonCode;

    public string? Reason => row.Reason;

    public ExactVersionAnswer? Instead => article.Facts.Successor is { } version ? new(view, version) : null;

    public string? InsteadText => row.InsteadText;

    public PersonAnswer Person => new(view, row.Person);

    public DateTimeOffset OccurredAt => row.OccurredAt;

    public long Position => row.Position;
}
