using EventKb.ReadModels;
using EventKb.Server.GraphQL.Execution;

namespace EventKb.Server.GraphQL.Schema;

/// <summary>Objects of one category of streams: how many of them are found by their ids at once.</summary>
/// <param name="Category">Category in their ids.</param>
/// <param name="Type">Class of the object.</param>
/// <param name="Find">Finds those that the view has.</param>
internal sealed record NodeType(string Category, Type Type, Func<Reading, IReadOnlyCollection<string>, Task<IReadOnlyDictionary<string, INode>>> Find)
{
    /// <summary>Objects that are made of rows.</summary>
    public static NodeType Of<TNode, TRow>(string category,
        Func<ReadSession, Viewer, Pin, IReadOnlyCollection<string>, Task<IReadOnlyDictionary<string, TRow>>> rows, Func<Reading, TRow, TNode> node)
        where TNode : class, INode =>
        new(category, typeof(TNode), async (view, ids) => (await rows(view.Session, view.Viewer, view.Pin, ids))
            .ToDictionary(row => row.Key, row => (INode)node(view, row.Value)));
}
