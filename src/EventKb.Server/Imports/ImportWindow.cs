using System.Runtime.CompilerServices;
using System.Threading.Channels;
using EventKb.Ledger;

namespace EventKb.Server.Imports;

/// <summary>Takes rows, those of one stream that follow each other together, with their turn to be written.</summary>
internal delegate Task<IReadOnlyList<TAnswer>> TakeRows<TRow, TAnswer>(
    IReadOnlyList<TRow> rows, WriteTurn turn, CancellationToken cancellation);

/// <summary>Keeps many rows in flight at once, yet all in their order: in the ledger, and in the answers.</summary>
/// <param name="streamOf">Stream that takes a row.</param>
/// <param name="take">Takes rows of one stream.</param>
internal sealed record ImportWindow<TRow, TAnswer>(Func<TRow, string> streamOf, TakeRows<TRow, TAnswer> take)
{
    private const int InFlight = 64;

    /// <summary>How many rows of one stream are taken together at most.</summary>
    public int MostTogether { get; init; } = 32;

    /// <summary>Other streams whose rows before a row must be taken first, since it names them.</summary>
    public Func<TRow, IEnumerable<string>> Names { get; init; } = _ => [];

    /// <summary>What must be sent before rows, each with a turn of its own before theirs.</summary>
    public Func<IReadOnlyList<TRow>, CancellationToken, Task<IEnumerable<Func<WriteTurn, CancellationToken, Task>>>> Before { get; init; } =
        (_, _) => Task.FromResult(Enumerable.Empty<Func<WriteTurn, CancellationToken, Task>>());

    /// <summary>Takes the rows in order; the first failure ends it.</summary>
    public async IAsyncEnumerable<TAnswer> Run(IAsyncEnumerable<TRow> rows, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var flight = Channel.CreateBounded<Task<IReadOnlyList<TAnswer>>>(InFlight);
        var starting = Start(Together(rows, stop.Token), flight.Writer, stop.Token);
        try
        {
            await foreach (var taken in flight.Reader.ReadAllAsync(cancellation))
                foreach (var answer in await taken)
                    yield return answer;
        }
        finally
        {
            await stop.CancelAsync();
            await starting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async IAsyncEnumerable<List<TRow>> Together(IAsyncEnumerable<TRow> rows, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var together = new List<TRow>();
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            if (together.Count > 0 && (together.Count == MostTogether || streamOf(together[0]) != streamOf(row)))
            {
                yield return together;
                together = [];
            }

            together.Add(row);
        }

        if (together.Count > 0)
            yield return together;
    }

    private async Task Start(
        IAsyncEnumerable<List<TRow>> groups, ChannelWriter<Task<IReadOnlyList<TAnswer>>> flight, CancellationToken cancellation)
    {
        var (lastOf, order) = (new Dictionary<string, Task>(StringComparer.Ordinal), new WriteOrder());
        try
        {
            await foreach (var group in groups.WithCancellation(cancellation))
            {
                var stream = streamOf(group[0]);
                var earlier = group.SelectMany(Names).Prepend(stream).Select(lastOf.GetValueOrDefault).OfType<Task>().ToArray();
                var sent = (await Before(group, cancellation)).Select(send => Send(send, order.Next(), cancellation)).ToArray();
                var taken = After([.. earlier, .. sent], group, order.Next(), cancellation);
                lastOf[stream] = taken;
                if (lastOf.Count > 4 * InFlight)
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
    private async Task<IReadOnlyList<TAnswer>> After(Task[] earlier, List<TRow> rows, WriteTurn turn, CancellationToken cancellation)
    {
        try
        {
            foreach (var before in earlier)
                await before;
            return await take(rows, turn, cancellation);
        }
        finally
        {
            turn.Pass();
        }
    }

    private static async Task Send(Func<WriteTurn, CancellationToken, Task> send, WriteTurn turn, CancellationToken cancellation)
    {
        try
        {
            await send(turn, cancellation);
        }
        finally
        {
            turn.Pass();
        }
    }

    private static void Forget(Dictionary<string, Task> lastOf)
    {
        foreach (var (stream, last) in lastOf)
            if (last.IsCompletedSuccessfully)
                lastOf.Remove(stream);
    }
}
