using System.Runtime.CompilerServices;
using EventKb.Domain;
using EventKb.Ledger;
using EventKb.ReadModels;
using EventKb.ReadModels.Lineage;

namespace EventKb.Server.Export;

/// <summary>An event of a stream that has a part in lineage.</summary>
/// <param name="Happened">The event.</param>
/// <param name="ValidFrom">From when it holds: the latest occurrence in its stream, as in the read models.</param>
internal sealed record ProvEvent(LedgerEvent Happened, DateTimeOffset ValidFrom)
{
    private const int Batch = 500;

    /// <summary>The record.</summary>
    public RecordedEvent Recorded => Happened.Recorded;

    /// <summary>When the version that it makes came to be.</summary>
    public VersionMoment Moment => new(Micros.From(ValidFrom), Recorded.Position);

    /// <summary>Number of the version that it makes; null = none.</summary>
    public int? Made => LineageKinds.Of(Recorded.Stream)!.Made(Recorded);

    /// <summary>The streams' events up to a position; the streams' times are all that is kept.</summary>
    public static async IAsyncEnumerable<ProvEvent> All(EventFeed feed, long size, IProgress<long> progress,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var validFrom = new Dictionary<StreamId, DateTimeOffset>();
        for (long position = 0; position < size; progress.Report(position))
        {
            var events = await feed.Read(position, (int)Math.Min(Batch, size - position), cancellation);
            foreach (var happened in events.Where(e => LineageKinds.Of(e.Recorded.Stream) is not null))
            {
                var (stream, occurred) = (happened.Recorded.Stream, happened.Recorded.OccurredAt);
                var latest = validFrom.TryGetValue(stream, out var before) && before > occurred ? before : occurred;
                yield return new ProvEvent(happened, validFrom[stream] = latest);
            }

            position = events[^1].Recorded.Position;
        }
    }
}
