using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.Lineage;

/// <summary>The edges of many versions in a few statements.</summary>
internal sealed class LineageSteps(ReadSession session, Viewer viewer, Pin pin, int mostEdges)
{
    private const int MostAtOnce = 500;
    private int _room = mostEdges;

    /// <summary>True when there were more edges than one answer takes.</summary>
    public bool Overflowed { get; private set; }

    /// <summary>Edges from some versions to what they come from, or from what comes from them.</summary>
    public async Task<List<LineageRow>> Of(List<ThingVersion> front, bool upstream)
    {
        var near = upstream ? "e.stream = f.stream AND e.number = f.number"
            : "e.from_stream = f.stream AND e.from_number = f.number AND e.from_origin IS NULL";
        var all = new List<LineageRow>();
        foreach (var part in front.Chunk(MostAtOnce))
        {
            // What was found before is still taken, but nothing is looked for behind it.
            if (Overflowed)
                break;
            var found = await session.List(
                $"""
                SELECT {LineageRow.Columns} FROM {VersionList.Of("f")} CROSS JOIN lineage_edges e ON {near}
                WHERE {Conditions.Held(pin, "e")} ORDER BY e.position, e.type LIMIT {_room + 1}
                """,
                LineageRow.Read, pin.With(VersionList.Parameter(part)));
            Overflowed |= found.Count > _room;
            all.AddRange(found.Take(_room));
            _room -= Math.Min(found.Count, _room);
        }

        return viewer.SeesAll ? all : await Seen(all, upstream);
    }

    /// <summary>What is known of those versions that are here and may be seen.</summary>
    public async Task<Dictionary<ThingVersion, LineageFacts>> Known(IEnumerable<ThingVersion> versions)
    {
        var known = new Dictionary<ThingVersion, LineageFacts>();
        foreach (var sought in versions.Distinct().GroupBy(version => LineageKinds.Of(version.Stream)))
        {
            if (sought.Key is not { } kind)
                continue;
            foreach (var part in sought.Chunk(MostAtOnce))
                foreach (var (version, facts) in await kind.Find(session, viewer, pin, part))
                    known[version] = facts;
        }

        return known;
    }

    /// <summary>Not to be found is not the same as not to be seen: only who sees all is told that something exists elsewhere.</summary>
    private async Task<List<LineageRow>> Seen(List<LineageRow> edges, bool upstream)
    {
        var known = await Known(edges.Select(edge => Far(edge, upstream)).OfType<ThingVersion>());
        return [.. edges.Where(edge => Far(edge, upstream) is not { } far || known.ContainsKey(far))];
    }

    /// <summary>The version of this ledger to which an edge leads.</summary>
    private static ThingVersion? Far(LineageRow edge, bool upstream) => !upstream ? edge.Derived : edge.Origin is null ? edge.From : null;
}
