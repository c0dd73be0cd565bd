using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.ReadModels.Lineage;

namespace EventKb.Server.Export;

/// <summary>What holds at the head, found before anything is written; of the ledger it keeps ids, numbers and times.</summary>
internal sealed class ProvSurvey
{
    private readonly Dictionary<(StreamId, RelationType, ArticleVersion), (long Position, int Revision)> _relations = [];
    private readonly HashSet<long> _withdrawn = [];
    private readonly Dictionary<StreamId, ProvEnd> _ends = [];
    private readonly Dictionary<StreamId, int> _latest = [];
    private readonly Dictionary<string, VersionMoment> _made = new(StringComparer.Ordinal);
    private readonly List<string> _others = [];

    /// <summary>Ledgers that versions were adopted from, in order of their first mention.</summary>
    public IReadOnlyList<string> Others => _others;

    /// <summary>Takes the next event.</summary>
    public void Take(ProvEvent next)
    {
        var (stream, position) = (next.Recorded.Stream, next.Recorded.Position);
        if (next.Revision is { } number)
        {
            _latest[stream] = number;
            _made[ProvNames.Version(stream.Text, number)] = next.Moment;
        }

        switch (next.Recorded.Event)
        {
            case KnowledgeArticleEvent.Related e:
                Relate((stream, e.Type, e.Target), position, e.Revision);
                break;
            case KnowledgeArticleEvent.Unrelated e when _relations.Remove((stream, e.Type, e.Target), out var former):
                _withdrawn.Add(former.Position);
                break;
            case KnowledgeArticleEvent.Retired or KnowledgeArticleEvent.Withdrawn:
                _ends[stream] = new ProvEnd(_ends.GetValueOrDefault(stream)?.First ?? position, position, _latest[stream]);
                break;
            case KnowledgeArticleEvent.Restored:
                _ends.Remove(stream);
                break;
            case KnowledgeArticleEvent.Adopted { Origin: { } other } when !_others.Contains(other):
                _others.Add(other);
                break;
        }
    }

    /// <summary>False for a relation that was withdrawn since, or stated anew.</summary>
    public bool Holds(long position) => !_withdrawn.Contains(position);

    /// <summary>How the article went out of use; null = it did not, or it came back.</summary>
    public ProvEnd? EndOf(StreamId stream) => _ends.GetValueOrDefault(stream);

    /// <summary>When the version of that name came to be; null = not in this ledger.</summary>
    public VersionMoment? Made(string version) => _made.TryGetValue(version, out var moment) ? moment : null;

    private void Relate((StreamId, RelationType, ArticleVersion) relation, long position, int revision)
    {
        if (!_relations.TryGetValue(relation, out var former))
            _relations[relation] = (position, revision);
        else if (former.Revision == revision)
            _withdrawn.Add(position); // said already
        else
        {
            _withdrawn.Add(former.Position);
            _relations[relation] = (position, revision);
        }
    }
}

/// <summary>An end that holds.</summary>
/// <param name="First">Position at which the article went out of use.</param>
/// <param name="Last">Position of what was said last, for a retired article may be withdrawn as well.</param>
/// <param name="Revision">Its newest revision at that last position.</param>
internal sealed record ProvEnd(long First, long Last, int Revision);
