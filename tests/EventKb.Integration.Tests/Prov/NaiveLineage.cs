using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Integration.Tests.ReadModels;
using EventKb.ReadModels;
using EventKb.ReadModels.Lineage;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.Integration.Tests.Prov;

/// <summary>Lineage read from the events themselves, without rows, batches or bounds.</summary>
internal sealed class NaiveLineage
{
    private readonly List<Edge> _edges = [];
    private readonly Dictionary<string, VersionMoment> _made = [];

    /// <summary>What is known at a position about a moment.</summary>
    public NaiveLineage(MemoryLedger ledger, long position, DateTimeOffset moment)
    {
        foreach (var stream in ledger.Events.Select(e => e.Recorded).Where(e => e.Position <= position).GroupBy(e => e.Stream))
        {
            var from = DateTimeOffset.MinValue;
            // Neither beginning ever goes back, so what holds is the beginning of the stream.
            var events = stream.Select(e => (e, From: from = from > e.OccurredAt ? from : e.OccurredAt)).TakeWhile(e => e.From <= moment);
            Take(stream.Key.Text, [.. events]);
        }
    }

    /// <summary>Versions of articles that are there.</summary>
    public IReadOnlyCollection<string> Versions => _made.Keys;

    /// <summary>A line for each node and edge that a walk reaches, in the order of an answer, and whether it leaves anything out.</summary>
    public (IReadOnlySet<string> Nodes, IReadOnlyList<string> Edges, bool Truncated) Walk(string root, LineageDirection direction, int depth)
    {
        var (nodes, edges, truncated) = (new Dictionary<string, int>(), new Dictionary<Edge, int>(), false);
        foreach (var upstream in new[] { true, false }.Where(up => direction != (up ? LineageDirection.Downstream : LineageDirection.Upstream)))
        {
            var far = Distances(root, upstream);
            foreach (var (id, distance) in far.Where(node => node.Value <= depth))
                nodes[id] = Math.Min(distance, nodes.GetValueOrDefault(id, distance));
            foreach (var edge in _edges.Where(edge => far.GetValueOrDefault(upstream ? edge.Derived : edge.From, int.MaxValue) <= depth))
                if (Math.Max(far[edge.Derived], far[edge.From]) is var distance && distance <= depth)
                    edges[edge] = Math.Min(distance, edges.GetValueOrDefault(edge, distance));
                else
                    truncated = true;
        }

        return (nodes.Select(node => $"{node.Value} {node.Key}").ToHashSet(), [.. edges.OrderBy(e => e.Value).ThenBy(e => e.Key.Position)
            .ThenBy(e => e.Key.Type, StringComparer.Ordinal).Select(e => ExportedProv.Line(Of(e.Key)))], truncated);
    }

    private LineageEdge Of(Edge edge) => new(edge.Derived, edge.From, edge.Type, ProvTerms.Of(edge.Type, Made(edge.Derived), Made(edge.From)),
        edge.Position);

    private VersionMoment? Made(string id) => _made.TryGetValue(id, out var moment) ? moment : null;

    private Dictionary<string, int> Distances(string root, bool upstream)
    {
        var far = new Dictionary<string, int> { [root] = 0 };
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var edge in _edges)
            {
                var (near, other) = upstream ? (edge.Derived, edge.From) : (edge.From, edge.Derived);
                if (!far.TryGetValue(near, out var distance) || distance + edge.Cost >= far.GetValueOrDefault(other, int.MaxValue))
                    continue;
                (far[other], changed) = (distance + edge.Cost, true);
            }
        }

        return far;
    }

    private void Take(string stream, List<(RecordedEvent Recorded, DateTimeOffset From)> events)
    {
        var (latest, relations, end) = (0, new Dictionary<(RelationType, ExactVersion), (int Revision, Edge Edge)>(), (Edge?)null);
        foreach (var (recorded, from) in events)
        {
            var at = recorded.Position;
            switch (recorded.Event)
            {
                case Drafted:
                    Make(1);
                    break;
                case Adopted e:
                    Make(1);
                    _edges.Add(new(at, "adopted", Own(1), e.Origin is null ? Id(e.From) : $"{e.Origin}!{Id(e.From)}", 1));
                    break;
                case Revised e:
                    Make(e.Revision);
                    break;
                case RevisionImported e:
                    Make(e.Revision);
                    _edges.Add(new(at, "imported-from", Own(latest), $"source:{recorded.Stream.Institution}/{e.SourcePath}@{e.SourceVersion}", 0));
                    break;
                case Related e when !relations.TryGetValue((e.Type, e.Target), out var former) || former.Revision != e.Revision:
                    relations[(e.Type, e.Target)] = (e.Revision, new(at, RowJson.Name(e.Type), Own(e.Revision), Id(e.Target), 1));
                    break;
                case Unrelated e:
                    relations.Remove((e.Type, e.Target));
                    break;
                case Retired e:
                    end = e.Successor is null ? null : new(at, "successor", Id(e.Successor), Own(latest), 1);
                    break;
                case Withdrawn e:
                    end = e.Instead is null ? null : new(at, "instead", Id(e.Instead), Own(latest), 1);
                    break;
                case Restored:
                    end = null;
                    break;
            }

            void Make(int revision)
            {
                latest = revision;
                _made[Own(revision)] = new VersionMoment(Micros.From(from), at);
                if (revision > 1)
                    _edges.Add(new(at, "revision-of", Own(revision), Own(revision - 1), 0));
            }
        }

        _edges.AddRange(relations.Values.Select(relation => relation.Edge));
        if (end is not null)
            _edges.Add(end);

        string Own(int revision) => $"{stream}@{revision}";
    }

    private static string Id(ExactVersion version) => $"{version.Stream}@{version.Number}";

    private sealed record Edge(long Position, string Type, string Derived, string From, int Cost);
}
