using System.Diagnostics;
using EventKb.Domain;
using EventKb.Ledger;
using EventKb.ReadModels;
using EventKb.ReadModels.Audit;

namespace EventKb.Bench;

/// <summary>Two pages of 20 of an audit trail of 200,000 entries by person, by reason and by who is represented, beside unfiltered ones.</summary>
internal static class AuditBenchmark
{
    private const int Entries = 200_000;
    private const int Streams = 5_000;
    private const int Persons = 1_000;
    private const int Rounds = 300;

    public static async IAsyncEnumerable<Figure> Run(string folder)
    {
        await using var ledger = await Commands.Open(folder);
        var persons = new PersonId[Persons];
        for (var i = 0; i < Persons; i++)
            persons[i] = await Commands.Claim(ledger, $"p{i}", $"Person {i}");
        await Load(ledger, persons);
        await using var store = ReadModelStore.Open(folder);
        await using var runner = new ProjectionRunner(store, ledger.Feed);
        await runner.CatchUp();
        await using var session = store.OpenSession();
        var filters = new (string Name, AuditFilter Filter)[]
        {
            ("person", new AuditFilter { Person = persons[7].Value }),
            ("reason", new AuditFilter { ReasonCode = "reason-7" }),
            ("on behalf", new AuditFilter { OnBehalfOf = persons[14].Value }),
        };
        foreach (var (name, filter) in filters)
            yield return await Worst(session, name, filter);
    }

    /// <summary>The order in which the filter costs most beside none.</summary>
    private static async Task<Figure> Worst(ReadSession session, string name, AuditFilter filter)
    {
        var figures = new List<Figure>();
        foreach (var order in Enum.GetValues<AuditOrder>())
        {
            var (filtered, all) = (new double[Rounds], new double[Rounds]);
            for (var i = -50; i < Rounds; i++)
            {
                var (one, other) = (await Pages(session, filter, order), await Pages(session, new AuditFilter(), order));
                if (i >= 0)
                    (filtered[i], all[i]) = (one, other);
            }

            figures.Add(new Figure($"trail by {name}, {order}, median", Percentile.Of(filtered, 0.5), Percentile.Of(all, 0.5), "µs", 3,
                AtLeast: false));
        }

        return figures.MaxBy(figure => figure.Ratio)!;
    }

    /// <summary>A page and the one after it: microseconds.</summary>
    private static async Task<double> Pages(ReadSession session, AuditFilter filter, AuditOrder order)
    {
        var begun = Stopwatch.GetTimestamp();
        var pin = session.Head(DateTimeOffset.UtcNow);
        var page = await AuditQueries.List(session, Viewer.LocalOperator, pin, filter, 20, order);
        var last = page.Items[^1];
        page = await AuditQueries.List(session, Viewer.LocalOperator, pin, filter, 20, order, new AuditPlace(last.Position, last.OccurredAt));
        return page.Items.Count == 20 ? Stopwatch.GetElapsedTime(begun).TotalMicroseconds
            : throw new InvalidOperationException($"A page of the benchmark has {page.Items.Count} entries.");
    }

    private static async Task Load(EmbeddedLedger ledger, PersonId[] persons)
    {
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, 256).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < Entries; i = Interlocked.Increment(ref next))
            {
                var (stream, ordinal) = (i % Streams, i / Streams);
                var by = Scattered(i);
                var context = Commands.Context(stream, ordinal) with
                {
                    Person = persons[by % Persons],
                    ReasonCode = by % 3 == 0 ? null : $"reason-{by % 500}",
                    OnBehalfOf = by % 4 == 0 ? persons[by / 4 % Persons] : null,
                };
                if (await ledger.Gateway.Send(Commands.Stream(stream), Commands.Revision(stream, ordinal), context) is not CommandOutcome.Committed)
                    throw new InvalidOperationException("The benchmark's command was refused.");
            }
        })));
    }

    // Far from one another, so that what is asked for lies all over the trail.
    private static int Scattered(int i) => (int)(((uint)i * 2_654_435_761u) >> 8);
}
