using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace EventKb.Bench;

/// <summary>Flags over HTTP, 128 at once for a minute: the rate, and the longest that anybody waited, after a warm-up.</summary>
internal static class FlagsBenchmark
{
    private const int Articles = 5_000;
    private const int Crowd = 128;
    private const double MostMilliseconds = 300;
    private const string Flag = "mutation($input: FlagArticleInput!) { flagArticle(input: $input) { errors { code } version } }";
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(60);

    public static async IAsyncEnumerable<Figure> Run(string folder)
    {
        await using (var ledger = await Commands.Open(folder))
            await Commands.Load(ledger, Articles, 64, Articles);
        await using var server = await Served.Start(folder);
        await Load(server.Client, WarmUp);
        var waited = await Load(server.Client, Measured);
        var rate = FormattableString.Invariant($"{waited.Count / Measured.TotalSeconds:N0}/s");
        yield return new Figure($"flags at {rate}, longest wait in a minute", waited.Max(), MostMilliseconds, "ms", 1, AtLeast: false);
    }

    private static async Task<List<double>> Load(HttpClient client, TimeSpan time)
    {
        var next = -1;
        var watch = Stopwatch.StartNew();
        var waited = await Task.WhenAll(Enumerable.Range(0, Crowd).Select(async _ =>
        {
            var own = new List<double>();
            while (watch.Elapsed < time)
            {
                var begun = Stopwatch.GetTimestamp();
                await Send(client, Interlocked.Increment(ref next) % Articles);
                own.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }

            return own;
        }));
        return [.. waited.SelectMany(own => own)];
    }

    private static async Task Send(HttpClient client, int article)
    {
        var variables = new { input = new { id = Commands.Stream(article).ToString(), comment = "Outdated" } };
        using var body = new StringContent(JsonSerializer.Serialize(new { query = Flag, variables }), Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(new Uri("graphql", UriKind.Relative), body);
        var text = await response.Content.ReadAsStringAsync();
        if (!text.Contains("\"errors\":[]", StringComparison.Ordinal))
            throw new InvalidOperationException($"The benchmark's flag failed: {text}");
    }
}
