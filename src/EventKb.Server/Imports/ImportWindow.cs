using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace EventKb.Server.Imports;

/// <summary>Keeps many rows in flight at once, yet those of one article one after the other and all answers in order.</summary>
internal static class ImportWindow
{
    /// <summary>Takes rows with at most about <paramref name="width"/> in flight; the first failure ends it.</summary>
    /// <param name="rows">The rows, in order.</param>
    /// <param name="articleOf">What a row is about.</param>
    /// <param name="take">Takes one row.</param>
    /// <param name="width">How many may be in flight.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async IAsyncEnumerable<ImportAcknowledgement> Run(
        IAsyncEnumerable<ImportRow> rows,
        Func<ImportRow, string> articleOf,
        Func<ImportRow, CancellationToken, Task<ImportAcknowledgement>> take,
        int width,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var flight = Channel.CreateBounded<Task<ImportAcknowledgement>>(width);
        var starting = Start(rows, articleOf, take, flight.Writer, width, stop.Token);
        try
        {
            await foreach (var taken in flight.Reader.ReadAllAsync(cancellation))
                yield return await taken;
        }
        finally
        {
            await stop.CancelAsync();
            await starting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task Start(
        IAsyncEnumerable<ImportRow> rows,
        Func<ImportRow, string> articleOf,
        Func<ImportRow, CancellationToken, Task<ImportAcknowledgement>> take,
        ChannelWriter<Task<ImportAcknowledgement>> flight,
        int width,
        CancellationToken cancellation)
    {
        var lastOf = new Dictionary<string, Task>(StringComparer.Ordinal);
        try
        {
            await foreach (var row in rows.WithCancellation(cancellation))
            {
                var article = articleOf(row);
                var taken = After(lastOf.GetValueOrDefault(article), row, take, cancellation);
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

    private static async Task<ImportAcknowledgement> After(
        Task? earlier, ImportRow row, Func<ImportRow, CancellationToken, Task<ImportAcknowledgement>> take,
            CancellationToken cancellation)
    {
        if (earlier is not null)
            await earlier;
        return await take(row, cancellation);
    }

    private static void Forget(Dictionary<string, Task> lastOf)
    {
        foreach (var (article, last) in lastOf)
            if (last.IsCompletedSuccessfully)
                lastOf.Remove(article);
    }
}
