using EventKb.Domain.KnowledgeArticles;

namespace EventKb.Domain.Tests.KnowledgeArticles;

internal static class ArticleSpecs
{
    public static KnowledgeArticleState Article(this Spec spec) => (KnowledgeArticleState)spec.State;
}
