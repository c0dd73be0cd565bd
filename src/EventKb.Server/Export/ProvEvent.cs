using System.Runtime.CompilerServices;
using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Ledger;
using EventKb.ReadModels;
using EventKb.ReadModels.Lineage;

namespace EventKb.Server.Export;

/// <summary>An event of an article.</summary>
/// <param name="Happened">The event.</param>
/// <param name="ValidFrom">From when it holds: the latest occurrence in its stream, as in the read models.</param>
internal sealed record ProvEvent(LedgerEvent Happened, DateTimeOffset ValidFrom)
{
    private const int Batch = 500;

    /// <summary>The record.</summary>
    public RecordedEvent Recorded => Happened.Recorded;

    /// <summary>When the revision that it makes came to be.</summary>
    public VersionMoment Moment => new(Micros.From(ValidFrom), Recorded.Position);

    /// <summary>Number of the revision that it makes; null = none.</summary>
    public int? Revision => Recorded.Event switch
    {
        KnowledgeArticleEvent.Drafted or KnowledgeArticleEvent.Adopted => 1,
        KnowledgeArticleEvent.Revised revised => revised.Revision,
        KnowledgeArticleEvent.RevisionImported imported => imported.Revision,
        _ => null,
    };

    /// <summary>The articles' events up to a position; the streams' times are all that is kept.</summary>
    public static async IAsyncEnumerable<ProvEvent> All(EventFeed feed, long size, IProgress<long> progress,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var validFrom = new Dictionary<StreamId, DateTimeOffset>();
        for (long position = 0; position < size; progress.Report(position))
        {
            var events = await feed.Read(position, (int)Math.Min(Batch, size - position), cancellation);
            foreach (var happened in events.Where(e => e.Recorded.Event is KnowledgeArticleEvent))
            {
                var (stream, occurred) = (happened.Recorded.Stream, happened.Recorded.OccurredAt);
                var latest = validFrom.TryGetValue(stream, out var before) && before > occurred ? before : occurred;
                yield return new ProvEvent(happened, validFrom[stream] = latest);
            }

            position = events[^1].Recorded.Position;
        }
    }
}
