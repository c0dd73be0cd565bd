using System.Runtime.CompilerServices;
using EventKb.Domain;
using EventKb.Integration.Tests.LedgerStores;
using EventKb.Server.Imports;

namespace EventKb.Integration.Tests.FixedHistories;

/// <summary>Lets a row in once the one before it is stored, a second later: in which order rows in flight are stored is chance.</summary>
internal sealed class OneAtATime(ImportTarget target, ManualClock clock) : ImportTarget
{
    public override Task Register(InstitutionCode institution, string name, DateOnly from, CancellationToken cancellation) =>
        target.Register(institution, name, from, cancellation);

    public override async IAsyncEnumerable<ImportAcknowledgement> Send(InstitutionCode institution, IAsyncEnumerable<ImportRow> rows,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await foreach (var acknowledged in target.Send(institution, Enumerable.Repeat(row, 1).ToAsyncEnumerable(), cancellation))
                yield return acknowledged;
        }
    }

    public override Task<ImportHead> Head(CancellationToken cancellation) => target.Head(cancellation);

    public override ValueTask DisposeAsync() => target.DisposeAsync();
}
