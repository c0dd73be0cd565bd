using EventKb.ReadModels.Lineage;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Schema;
using GraphQL;

namespace EventKb.Server.Lineage;

/// <summary>Where knowledge came from and where it went.</summary>
internal static class LineageFeature
{
    public static Feature It { get; } = new() { Schema = new SchemaPart { Questions = typeof(LineageQuestions) } };
}

/// <summary>Questions about lineage.</summary>
internal sealed class LineageQuestions(Reading view)
{
    [Complexity(50, 1)]
    public async Task<LineageAnswer> Lineage([Id] string of, LineageDirection direction, int depth = 10)
    {
        if (depth is < 0 or > LineageQueries.MostDepth)
            throw new CodedError("INVALID_INPUT", $"'depth' must be 0–{LineageQueries.MostDepth}.");
        var found = await LineageQueries.Trace(view.Session, view.Viewer, view.Pin, of, direction, depth);
        return new LineageAnswer(view, found ?? new LineageGraph(of, [], [], Truncated: false));
    }
}
