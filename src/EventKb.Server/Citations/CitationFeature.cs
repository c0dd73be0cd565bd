using EventKb.Domain.Citations;
using EventKb.ReadModels.Citations;
using EventKb.Server.GraphQL.Mutations;
using EventKb.Server.GraphQL.Schema;
using EventKb.Server.KnowledgeArticles;
using EventKb.Server.ServiceRecords;

namespace EventKb.Server.Citations;

/// <summary>Which versions of articles were used, on what, by whom and with which outcome.</summary>
internal static class CitationFeature
{
    private static readonly MutationsOf<CitationCommand, CitationPayload> Cited = new(Citation.Category);

    public static Feature It { get; } = new()
    {
        Schema = new SchemaPart
        {
            Questions = typeof(CitationQuestions),
            Nodes =
            [
                NodeType.Of<CitationNode, CitationRow>(Citation.Category, CitationQueries.ByIds, (view, row) => new CitationNode(view, row)),
            ],
            Added = [(typeof(ArticleNode), typeof(CitationsOfAnArticle)), (typeof(ServiceRecordNode), typeof(CitationsOnARecord))],
            Mutations =
            [
                Cited.Begin<CitationCommand.Cite>("citeArticle", Citation.IdFromCommand),
                Cited.Change<CitationCommand.StateOutcome>("stateCitationOutcome"),
                Cited.Change<CitationCommand.Rate>("rateCitation"),
                Cited.Change<CitationCommand.Withdraw>("withdrawCitation"),
            ],
        },
    };
}

/// <summary>What became of a command to a citation.</summary>
internal sealed class CitationPayload : CommandPayload
{
    public Task<CitationNode?> Citation() => Changed<CitationNode>();
}
