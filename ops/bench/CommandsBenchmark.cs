using System.Diagnostics;

namespace EventKb.Bench;

/// <summary>Commands and the baseline in turns, so that both meet the same disk; the sums of all rounds are compared.</summary>
internal static class CommandsBenchmark
{
    private const int Streams = 200;
    private const int AtOnce = 256;
    private const int WarmUp = 60_000;
    private const int Rounds = 5;
    private const int CommandsInRound = 40_000;
    private const int InsertsInRound = 5_000;

    public static async IAsyncEnumerable<Figure> Run(string folder)
    {
        await using var ledger = await Commands.Open(folder);
        await Commands.Load(ledger, WarmUp, AtOnce, Streams);
        InsertBaseline.PerSecond(Folder(folder, "warm-up"), InsertsInRound, 1_000);
        var (commands, inserts) = (0.0, 0.0);
        for (var round = 0; round < Rounds; round++)
        {
            inserts += InsertsInRound / InsertBaseline.PerSecond(Folder(folder, $"{round}"), InsertsInRound, 1_000);
            var begun = Stopwatch.GetTimestamp();
            await Commands.Load(ledger, CommandsInRound, AtOnce, Streams, from: (WarmUp + (round * CommandsInRound)) / Streams);
            commands += Stopwatch.GetElapsedTime(begun).TotalSeconds;
        }

        yield return new Figure("acknowledged commands", Rounds * CommandsInRound / commands, Rounds * InsertsInRound / inserts,
            "per second", 4, AtLeast: true);
    }

    private static string Folder(string folder, string round) =>
        Directory.CreateDirectory(Path.Combine(folder, $"baseline-{round}")).FullName;
}
