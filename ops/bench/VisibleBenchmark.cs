using System.Diagnostics;
using EventKb.ReadModels;

namespace EventKb.Bench;

/// <summary>From the acknowledgement until a fresh session sees the position, one command after another.</summary>
internal static class VisibleBenchmark
{
    private const int Samples = 2_000;

    public static async IAsyncEnumerable<Figure> Run(string folder)
    {
        await using var ledger = await Commands.Open(folder);
        await using var store = ReadModelStore.Open(folder);
        await using var runner = new ProjectionRunner(store, ledger.Feed);
        runner.Start();
        var (commit, visible) = (new double[Samples], new double[Samples]);
        for (var i = -200; i < Samples; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            var done = await Commands.Send(ledger, (i + 200) % 50, (i + 200) / 50);
            var acknowledged = Stopwatch.GetTimestamp();
            await Seen(store, runner, done.LastPosition);
            if (i >= 0)
                (commit[i], visible[i]) = (Stopwatch.GetElapsedTime(begun, acknowledged).TotalMilliseconds,
                    Stopwatch.GetElapsedTime(acknowledged).TotalMilliseconds);
        }

        yield return new Figure("acknowledgement to visible, p95", Percentile.Of(visible, 0.95), Percentile.Of(commit, 0.95), "ms", 4,
            AtLeast: false);
    }

    private static async Task Seen(ReadModelStore store, ProjectionRunner runner, long position)
    {
        if (!await runner.WaitFor(position, TimeSpan.FromSeconds(10)))
            throw new TimeoutException($"Position {position} did not become visible.");
        await using var session = store.OpenSession();
        if (session.Checkpoint.Position < position)
            throw new InvalidOperationException($"A session after position {position} sees only {session.Checkpoint.Position}.");
    }
}
