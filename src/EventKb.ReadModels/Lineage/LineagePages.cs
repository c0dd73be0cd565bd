namespace EventKb.ReadModels.Lineage;

/// <summary>What was walked, cut into pages; only what a page shows is looked up.</summary>
internal sealed class LineagePages(ThingVersion root, IReadOnlyList<LineageWalk> walks, LineageSteps steps, bool goesOn)
{
    public async Task<LineageGraph> Of(int first, LineagePlace? after)
    {
        var all = walks.SelectMany(walk => walk.Edges).GroupBy(taken => (taken.Edge.Position, taken.Edge.Type))
            .Select(same => same.MinBy(taken => taken.Place)!).OrderBy(taken => taken.Place).ToList();
        var left = after is { } place ? all.SkipWhile(taken => taken.Place.CompareTo(place) <= 0).ToList() : all;
        var page = left.Take(first).ToList();
        var shown = page.SelectMany(taken => new[] { taken.Edge.DerivedId, taken.Edge.FromId }).Append(after is null ? $"{root}" : "").ToHashSet();
        var nodes = walks.SelectMany(walk => walk.Nodes).Where(node => shown.Contains(node.Id)).GroupBy(node => node.Id)
            .Select(same => same.MinBy(node => node.Depth)!).OrderBy(node => node.Depth).ToList();
        var known = await steps.Known(nodes.Select(VersionOf).OfType<ThingVersion>());
        return new LineageGraph($"{root}", [.. nodes.Select(node => Shown(node, known))], [.. page.Select(taken => Shown(taken, known))],
            steps.Overflowed || goesOn, left.Count > first, all.Count);
    }

    private static ThingVersion? VersionOf(LineageNode node) =>
        node.Origin is null ? new ThingVersion(node.Stream!, node.Number!.Value) : null;

    private static LineageNode Shown(LineageNode node, Dictionary<ThingVersion, LineageFacts> known) =>
        VersionOf(node) is { } version && known.TryGetValue(version, out var facts)
            ? node with { Kind = LineageKinds.Of(version.Stream)!.Node!.Value, Position = facts.Moment.Position, Title = facts.Title }
            : node;

    private static LineageStep Shown(TakenEdge taken, Dictionary<ThingVersion, LineageFacts> known)
    {
        var edge = taken.Edge;
        var term = ProvTerms.Of(edge.Type, Moment(edge.Derived, known), edge.Origin is null ? Moment(edge.From, known) : null);
        return new(new LineageEdge(edge.DerivedId, edge.FromId, edge.Type, term, edge.Position), taken.Depth, taken.Upstream);
    }

    private static VersionMoment? Moment(ThingVersion? version, Dictionary<ThingVersion, LineageFacts> known) =>
        version is { } sought && known.TryGetValue(sought, out var facts) ? facts.Moment : null;
}
