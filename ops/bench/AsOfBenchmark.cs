namespace EventKb.Bench;

/// <summary>Server CPU of asking for an article at a moment in the middle of its life, with 10,000 revisions and with 10.</summary>
internal static class AsOfBenchmark
{
    private const int Requests = 2_000;
    private const string Question =
        "query($id: ID!) { asOf(valid: \"2019-04-18T00:00:00Z\") { article(id: $id) { id title state latest { number title bodySha256 } } } }";

    public static async IAsyncEnumerable<Figure> Run(string folder)
    {
        await using (var ledger = await Commands.Open(folder))
        {
            for (var ordinal = 0; ordinal < 10; ordinal++)
                await Commands.Send(ledger, 1, ordinal);
            for (var ordinal = 0; ordinal < 10_000; ordinal++)
                await Commands.Send(ledger, 2, ordinal);
        }

        await using var server = await Served.Start(folder);
        var (few, many) = (double.MaxValue, double.MaxValue);
        // In turns, so that what the server learns in its first seconds is charged to neither.
        for (var turn = 0; turn < 3; turn++)
        {
            few = Math.Min(few, await Cpu(server, 1));
            many = Math.Min(many, await Cpu(server, 2));
        }

        yield return new Figure("asOf, 10,000 revisions beside 10, server CPU", many, few, "µs/request", 1.5, AtLeast: false);
    }

    private static async Task<double> Cpu(ServerProcess server, int stream)
    {
        var id = Commands.Stream(stream).ToString();
        using var answer = await Served.Ask(server.Client, Question, id);
        var text = await answer.Content.ReadAsStringAsync();
        if (!text.Contains("bodySha256\":\"", StringComparison.Ordinal))
            throw new InvalidOperationException($"The benchmark asked for nothing: {text}");
        return await server.CpuPerRequest(client => Served.Ask(client, Question, id), Requests);
    }
}
