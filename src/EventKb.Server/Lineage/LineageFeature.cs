using EventKb.ReadModels.Lineage;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Paging;
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
    private const int UsualPage = 100;

    [Complexity(150, UsualPage)]
    public async Task<LineageConnection> Lineage([Id] string of, LineageDirection direction, int depth = 10, int first = UsualPage,
        string? after = null)
    {
        if (depth is < 0 or > LineageQueries.MostDepth)
            throw new CodedError("INVALID_INPUT", $"'depth' must be 0–{LineageQueries.MostDepth}.");
        var name = $"lineage {of} {direction} {depth}";
        var (then, cursor) = await Paged.Begin(name, view, first, after);
        LineagePlace? place = cursor is null ? null : LineagePlace.Parse(cursor.Key) ?? throw Cursor.Invalid();
        var found = await LineageQueries.Trace(then.Session, then.Viewer, then.Pin, of, direction, depth, first, place);
        found ??= new LineageGraph(of, [], [], Truncated: false, HasMore: false, Count: 0);
        return new LineageConnection(then, name, found, hasPrevious: place is not null);
    }
}
