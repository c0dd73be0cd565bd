using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.ReadModels.Lineage;

namespace EventKb.Server.Export;

/// <summary>What holds at the head, found before anything is written; of the ledger it keeps ids, numbers and times.</summary>
internal sealed class ProvSurvey
{
    private readonly Dictionary<StreamId, long> _ends = [];
    private readonly Dictionary<string, VersionMoment> _made = new(StringComparer.Ordinal);

    /// <summary>Takes the next event.</summary>
    public void Take(ProvEvent next)
    {
        var stream = next.Recorded.Stream;
        if (next.Made is { } number)
            _made[ProvNames.Version(new(stream.Text, number))] = next.Moment;
        if (next.Recorded.Event is KnowledgeArticleEvent.Retired or KnowledgeArticleEvent.Withdrawn)
            _ends.TryAdd(stream, next.Recorded.Position);
        else if (next.Recorded.Event is KnowledgeArticleEvent.Restored)
            _ends.Remove(stream);
    }

    /// <summary>Position at which the article went out of use, whatever was said of its end later; null = it did not, or it came back.</summary>
    public long? EndOf(StreamId stream) => _ends.TryGetValue(stream, out var end) ? end : null;

    /// <summary>When the version of that name came to be; null = not in this ledger.</summary>
    public VersionMoment? Made(string version) => _made.TryGetValue(version, out var moment) ? moment : null;
}
