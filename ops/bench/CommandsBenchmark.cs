namespace EventKb.Bench;

internal static class CommandsBenchmark
{
    private const int Streams = 200;
    private const int AtOnce = 256;

    public static async IAsyncEnumerable<Figure> Run(string folder)
    {
        await using var ledger = await Commands.Open(folder);
        await Commands.Load(ledger, 20_000, AtOnce, Streams);
        var before = InsertBaseline.PerSecond(folder, 10_000, 1_000);
        var (rate, _) = await Commands.Load(ledger, 60_000, AtOnce, Streams, from: 100);
        yield return new Figure("acknowledged commands", rate, before, "per second", 4, AtLeast: true);
    }
}
