using EventKb.Domain.Sources;
using EventKb.ReadModels.Sources;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Paging;
using EventKb.Server.GraphQL.Schema;

namespace EventKb.Server.Sources;

/// <summary>Knowledge bases that are imported.</summary>
internal static class SourcesFeature
{
    public static Feature It { get; } = new()
    {
        Schema = new SchemaPart
        {
            Questions = typeof(SourcesQuestions),
            Nodes =
            [
                NodeType.Of<KnowledgeSourceNode, SourceRow>(KnowledgeSource.Category, SourceQueries.ByIds,
                    (view, row) => new KnowledgeSourceNode(view, row)),
            ],
            WithoutMutation =
            [
                typeof(KnowledgeSourceCommand.RecordImport), typeof(KnowledgeSourceCommand.ReportFile), typeof(KnowledgeSourceCommand.SettleFile),
            ],
        },
    };
}

/// <summary>Questions about knowledge bases that are imported.</summary>
internal sealed class SourcesQuestions(Reading view)
{
    public Task<Connection<KnowledgeSourceNode>> KnowledgeSources(KnowledgeSourceFilter? filter, int first, string? after) =>
        Paged.Of<SourceRow, KnowledgeSourceNode>("knowledgeSources", view, first, after,
            (at, key) => SourceQueries.List(at.Session, at.Viewer, at.Pin, filter ?? new KnowledgeSourceFilter(), first, key),
            (at, row) => new KnowledgeSourceNode(at, row),
            row => row.Id);
}
