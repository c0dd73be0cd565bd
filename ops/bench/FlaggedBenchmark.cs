using System.Diagnostics;
using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Ledger;
using EventKb.ReadModels;

namespace EventKb.Bench;

/// <summary>A flag on articles with 400 open flags beside one on articles with four: recorded and shown.</summary>
internal static class FlaggedBenchmark
{
    private const int Articles = 20;
    private const int Rounds = 25;

    public static async IAsyncEnumerable<Figure> Run(string folder)
    {
        await using var ledger = await Commands.Open(folder);
        await using var store = ReadModelStore.Open(folder);
        await using var runner = new ProjectionRunner(store, ledger.Feed);
        var (few, many) = (new Group(ledger, runner, 0), new Group(ledger, runner, Articles));
        await few.Begin(4);
        await many.Begin(400);
        var (fewest, most) = (new double[Rounds], new double[Rounds]);
        for (var i = -5; i < Rounds; i++)
        {
            var (one, other) = (await few.FlagEach(), await many.FlagEach());
            if (i >= 0)
                (fewest[i], most[i]) = (one, other);
            await few.ResolveEach();
            await many.ResolveEach();
        }

        yield return new Figure("flag on an article with 400 flags, median", Percentile.Of(most, 0.5), Percentile.Of(fewest, 0.5), "ms per 20", 1.2,
            AtLeast: false);
    }

    private sealed class Group(EmbeddedLedger ledger, ProjectionRunner runner, int first)
    {
        private readonly int[] _flags = new int[Articles];
        private int _sent;

        public async Task Begin(int flags)
        {
            for (var article = 0; article < Articles; article++)
                await Commands.Send(ledger, first + article, 0);
            for (var i = 0; i < flags; i++)
                await Each(article => new KnowledgeArticleCommand.Flag("Outdated"));
            Array.Fill(_flags, flags);
            await runner.CatchUp();
        }

        /// <summary>A flag on each article, shown: milliseconds.</summary>
        public async Task<double> FlagEach()
        {
            var begun = Stopwatch.GetTimestamp();
            await Each(_ => new KnowledgeArticleCommand.Flag("Outdated"));
            await runner.CatchUp();
            for (var article = 0; article < Articles; article++)
                _flags[article]++;
            return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        }

        public async Task ResolveEach()
        {
            await Each(article => new KnowledgeArticleCommand.ResolveFlag(_flags[article], "Renewed"));
            await runner.CatchUp();
        }

        private Task Each(Func<int, Command> command) => Task.WhenAll(Enumerable.Range(0, Articles).Select(async article =>
        {
            var context = Commands.Context(first + article, 1 + Interlocked.Increment(ref _sent)) with { Via = Via.Api };
            context = context with { CommandId = CommandId.From("flagged", $"{first}", $"{_sent}", $"{article}") };
            if (await ledger.Gateway.Send(Commands.Stream(first + article), command(article), context) is not CommandOutcome.Committed)
                throw new InvalidOperationException("The benchmark's flag was refused.");
        }));
    }
}
