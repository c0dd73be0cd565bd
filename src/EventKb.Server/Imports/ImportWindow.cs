using System.Runtime.CompilerServices;
using System.Threading.Channels;
using EventKb.Ledger;

namespace EventKb.Server.Imports;

/// <summary>Takes rows, those of one article that follow each other together, with their turn to be written.</summary>
internal delegate Task<IReadOnlyList<ImportAcknowledgement>> TakeRows(IReadOnlyList<ImportRow> rows, WriteTurn turn, CancellationToken cancellation);

/// <summary>Keeps many rows in flight at once, yet all in their order: in the ledger, and in the answers.</summary>
internal static class ImportWindow
{
    private const int MostTogether = 32;

    /// <summary>Takes rows with at most about <paramref name="width"/> articles in flight; the first failure ends it.</summary>
    /// <param name="rows">The rows, in order.</param>
    /// <param name="articleOf">What a row is about.</param>
    /// <param name="take">Takes rows of one article.</param>
    /// <param name="width">How many may be in flight.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async IAsyncEnumerable<ImportAcknowledgement> Run(
        IAsyncEnumerable<ImportRow> rows, Func<ImportRow, string> articleOf, TakeRows take, int width,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var flight = Channel.CreateBounded<Task<IReadOnlyList<ImportAcknowledgement>>>(width);
        var starting = Start(Together(rows, articleOf, stop.Token), articleOf, take, flight.Writer, width, stop.Token);
        try
        {
            await foreach (var taken in flight.Reader.ReadAllAsync(cancellation))
                foreach (var acknowledged in await taken)
                    yield return acknowledged;
        }
        finally
        {
            await stop.CancelAsync();
            await starting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async IAsyncEnumerable<List<ImportRow>> Together(
        IAsyncEnumerable<ImportRow> rows, Func<ImportRow, string> articleOf, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var together = new List<ImportRow>();
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            if (together.Count > 0 && (together.Count == MostTogether || articleOf(together[0]) != articleOf(row)))
            {
                yield return together;
                together = [];
            }

            together.Add(row);
        }

        if (together.Count > 0)
            yield return together;
    }

    private static async Task Start(
        IAsyncEnumerable<List<ImportRow>> groups, Func<ImportRow, string> articleOf, TakeRows take,
        ChannelWriter<Task<IReadOnlyList<ImportAcknowledgement>>> flight, int width, CancellationToken cancellation)
    {
        var (lastOf, order) = (new Dictionary<string, Task>(StringComparer.Ordinal), new WriteOrder());
        try
        {
            await foreach (var group in groups.WithCancellation(cancellation))
            {
                var article = articleOf(group[0]);
                var taken = After(lastOf.GetValueOrDefault(article), group, order.Next(), take, cancellation);
                lastOf[article] = taken;
                if (lastOf.Count > 4 * width)
                    Forget(lastOf);
                await flight.WriteAsync(taken, cancellation);
            }

            flight.Complete();
        }
        catch (Exception failure)
        {
            flight.Complete(failure);
        }
    }

    /// <summary>A stream's actor takes commands in the order in which they come, so its next ones are not sent before their turn.</summary>
    private static async Task<IReadOnlyList<ImportAcknowledgement>> After(
        Task? earlier, List<ImportRow> rows, WriteTurn turn, TakeRows take, CancellationToken cancellation)
    {
        try
        {
            if (earlier is not null)
                await earlier;
            return await take(rows, turn, cancellation);
        }
        finally
        {
            turn.Pass();
        }
    }

    private static void Forget(Dictionary<string, Task> lastOf)
    {
        foreach (var (article, last) in lastOf)
            if (last.IsCompletedSuccessfully)
                lastOf.Remove(article);
    }
}
