using EventKb.ReadModels.Coverage;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Paging;
using EventKb.Server.GraphQL.Schema;
using GraphQL;

namespace EventKb.Server.Coverage;

/// <summary>What is missing.</summary>
internal static class CoverageFeature
{
    public static Feature It { get; } = new() { Schema = new SchemaPart { Questions = typeof(CoverageQuestions) } };
}

/// <summary>Questions about what is missing.</summary>
internal sealed class CoverageQuestions(Reading view)
{
    [Complexity(20, 1)]
    public Task<Connection<GapAnswer>> Gaps(GapFilter? filter, int first, string? after)
    {
        var rows = filter ?? new GapFilter();
        return Paged.Of<GapRow, GapAnswer>("gaps", view, first, after,
            (at, key) => GapQueries.List(at.Session, at.Viewer, at.Pin, rows, first, key),
            (at, row) => new GapAnswer(at, row),
            row => row.Cursor);
    }
}
