using EventKb.Server.GraphQL.Execution;
using GraphQL;
using GraphQL.Types;

namespace EventKb.Server.GraphQL.Paging;

/// <summary>A Relay connection over a page of rows; the total is counted only where it is asked for.</summary>
[NamedAfterNode("Connection")]
internal sealed class Connection<T> : IHasView
{
    private readonly Func<Task<long>> _count;
    private readonly Reading _view;

    internal Connection(Reading view, IReadOnlyList<Edge<T>> edges, bool hasNextPage, bool hasPreviousPage, Func<Task<long>> count)
    {
        (_view, Edges, _count) = (view, edges, count);
        PageInfo = edges.Count == 0
            ? new PageInfo(hasNextPage, hasPreviousPage, () => null, () => null)
            : new PageInfo(hasNextPage, hasPreviousPage, () => edges[0].Cursor, () => edges[^1].Cursor);
    }

    Reading IHasView.View => _view;

    [Complexity(1, 1)]
    public IReadOnlyList<Edge<T>> Edges { get; }

    [Complexity(1, 1)]
    public IEnumerable<T> Nodes => Edges.Select(e => e.Node);

    public PageInfo PageInfo { get; }

    [Complexity(5, 1)]
    public async Task<int> TotalCount() => (int)await _count();
}

/// <summary>One item of a connection with its cursor.</summary>
[NamedAfterNode("Edge")]
internal sealed class Edge<T>(T node, Cursor cursor)
{
    public T Node { get; } = node;

    public string Cursor => cursor.ToString();
}

/// <summary>Whether there is more, and where to go on.</summary>
internal sealed class PageInfo(bool hasNextPage, bool hasPreviousPage, Func<string?> start, Func<string?> end)
{
    public bool HasNextPage => hasNextPage;

    public bool HasPreviousPage => hasPreviousPage;

    public string? StartCursor => start();

    public string? EndCursor => end();
}

/// <summary>Names <c>Connection&lt;Article&gt;</c> ArticleConnection.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class NamedAfterNodeAttribute(string suffix) : GraphQLAttribute
{
    public string Suffix { get; } = suffix;

    /// <inheritdoc/>
    public override void Modify(IGraphType graphType, Type sourceType)
    {
        var node = sourceType.GenericTypeArguments[0];
        var named = (NameAttribute?)GetCustomAttribute(node, typeof(NameAttribute));
        graphType.Name = (named?.Name ?? node.Name) + Suffix;
    }
}
