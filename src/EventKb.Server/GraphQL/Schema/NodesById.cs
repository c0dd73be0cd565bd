using EventKb.Domain;
using EventKb.Server.GraphQL.Execution;

namespace EventKb.Server.GraphQL.Schema;

/// <summary>Finds objects by their global ids, each category at once.</summary>
internal sealed class NodesById(IEnumerable<NodeType> types)
{
    private readonly Dictionary<string, NodeType> _types = types.ToDictionary(type => type.Category);

    public async Task<IReadOnlyDictionary<string, INode>> Find(Reading view, IReadOnlyCollection<string> ids)
    {
        var found = new Dictionary<string, INode>();
        foreach (var sought in ids.GroupBy(id => StreamId.Parse(id)?.Category ?? ""))
            if (_types.TryGetValue(sought.Key, out var type))
                foreach (var (id, node) in await type.Find(view, [.. sought]))
                    found[id] = node;
        return found;
    }
}
