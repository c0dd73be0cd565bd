using System.Collections.Concurrent;
using System.Diagnostics;
using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Domain.Persons;
using EventKb.Ledger;

namespace EventKb.Bench;

/// <summary>Commands as a load: imported revisions of about one kilobyte, over a number of streams.</summary>
internal static class Commands
{
    public static readonly InstitutionCode Institution = new("BENCH");
    private static readonly string Filler = string.Concat(Enumerable.Repeat("Check the service, then its dependency. ", 22));

    private static readonly ConcurrentDictionary<int, StreamId> Streams = new();
    private static PersonId _author;

    public static StreamId Stream(int number) => Streams.GetOrAdd(number,
        n => new(Institution, KnowledgeArticle.Category, DerivedId.From("bench", $"{n}")));

    public static KnowledgeArticleCommand Revision(int stream, int ordinal) =>
        new KnowledgeArticleCommand.ImportRevision(ArticleKind.IncidentResolution, "en", $"alerts/{stream}.md", $"{ordinal:x40}",
            DateTimeOffset.UnixEpoch, new Content { Title = $"Alert {stream}", Body = $"# Alert {stream}\n\n{ordinal}\n\n{Filler}" }, null);

    public static CommandContext Context(int stream, int ordinal)
    {
        var id = CommandId.From("bench", $"{stream}", $"{ordinal}");
        var at = DateTimeOffset.UnixEpoch.AddDays(18_000).AddMinutes(ordinal);
        return new CommandContext(id, at, at, _author, Institution, Via.Import, id.Value, id.Value);
    }

    public static async Task<CommandOutcome.Committed> Send(EmbeddedLedger ledger, int stream, int ordinal) =>
        await ledger.Gateway.Send(Stream(stream), Revision(stream, ordinal), Context(stream, ordinal)) switch
        {
            CommandOutcome.Committed { Events: > 0 } done => done,
            var other => throw new InvalidOperationException($"The benchmark's command was not recorded: {other}"),
        };

    /// <summary>Sends commands with so many at once; gives the rate per second and the latencies in milliseconds.</summary>
    public static async Task<(double PerSecond, double[] Latencies)> Load(EmbeddedLedger ledger, int commands, int atOnce, int streams, int from = 0)
    {
        var latencies = new double[commands];
        var next = -1;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < commands; i = Interlocked.Increment(ref next))
            {
                var begun = Stopwatch.GetTimestamp();
                await Send(ledger, i % streams, from + (i / streams));
                latencies[i] = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
            }
        })));
        return (commands / watch.Elapsed.TotalSeconds, latencies);
    }

    /// <summary>Enters somebody in the person directory.</summary>
    public static async Task<PersonId> Claim(EmbeddedLedger ledger, string subject, string name)
    {
        var (stream, now) = (ledger.Pseudonyms.Of(Institution, "bench", subject), DateTimeOffset.UtcNow);
        var (id, person) = (CommandId.From("bench", "claim", stream.Text), new PersonId(stream.Text));
        await ledger.Gateway.Send(stream, new PersonCommand.Claim(PersonKind.Person, "bench", name, null),
            new CommandContext(id, now, now, person, Institution, Via.Import, id.Value, id.Value));
        return person;
    }

    /// <summary>Opens a ledger whose directory has the author, for a ledger that lacks one who acted is damaged.</summary>
    public static async Task<EmbeddedLedger> Open(string folder)
    {
        var ledger = await EmbeddedLedger.Open(folder, new LedgerOptions { Origin = "bench.example/ledger" });
        _author = await Claim(ledger, "author", "Anna Autore");
        var (id, now) = (CommandId.From("bench", "register"), DateTimeOffset.UtcNow);
        await ledger.Gateway.Send(EventKb.Domain.Catalogue.Institution.StreamOf(Institution),
            new EventKb.Domain.Catalogue.InstitutionCommand.Register("Bench", new DateOnly(2024, 1, 1), null),
            new CommandContext(id, now, now, _author, Institution, Via.Import, id.Value, id.Value));
        return ledger;
    }
}
