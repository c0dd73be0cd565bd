using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.ReadModels.KnowledgeArticles;
using EventKb.Server.GraphQL.Mutations;
using EventKb.Server.GraphQL.Schema;
using EventKb.Server.Reactions;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleCommand;

namespace EventKb.Server.KnowledgeArticles;

/// <summary>Knowledge articles.</summary>
internal static class ArticleFeature
{
    public static Feature It { get; } = new()
    {
        Schema = new SchemaPart
        {
            Questions = typeof(ArticleQuestions),
            UsualQuestion =
                """
                query ($first: Int!) {
                  ledger { size }
                  articles(first: $first) {
                    edges { cursor node { id title state kind accountable { holder { id } } latest { number title recordedAt person { name } }
                      revisions(first: 5) { totalCount edges { node { number title recordedAt person { id } } } } } }
                  }
                }
                """,
            Nodes =
            [
                NodeType.Of<ArticleNode, ArticleRow>(
                    KnowledgeArticle.Category, ArticleQueries.ByIds, (view, row) => new ArticleNode(view, row)),
            ],
            Mutations = ArticleMutations.All,
            WithoutMutation = [typeof(ImportRevision), typeof(SkipRevision), typeof(RetireImported), typeof(LapseProvision)],
            Inputs = new Dictionary<Type, Func<InputShapes, InputShape>> { [typeof(ExactVersion)] = ExactVersions.Shape },
        },
        Reactions =
        [
            new Reaction("publish-on-schedule", ScheduledWork.DuePublications, due => new Publish(due.Revision)),
            new Reaction("lapse-provision", ScheduledWork.DueLapses, due => new LapseProvision(due.Revision)),
        ],
    };
}
