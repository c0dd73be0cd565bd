using EventKb.Domain;
using EventKb.Domain.Erasure;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Domain.Persons;
using EventKb.Ledger;

namespace EventKb.Faults;

/// <summary>
/// A ledger with something of everything that is stored: articles with texts, commands of several events, persons who write, change
/// their names and are forgotten, and erased texts. The same seed gives the same history.
/// </summary>
public static class SampleLedger
{
    private static readonly InstitutionCode Riga = new("RIGA");
    private static readonly DateTimeOffset Occurred = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Opens the ledger of a folder.</summary>
    public static Task<EmbeddedLedger> Open(string folder) =>
        EmbeddedLedger.Open(folder, new LedgerOptions { References = false, Origin = "sample.example/ledger" });

    /// <summary>Opens the ledger of a folder, fills it and closes it.</summary>
    public static async Task Fill(string folder, int seed, int events)
    {
        await using var ledger = await Open(folder);
        await Fill(ledger, seed, events);
    }

    /// <summary>Appends until the ledger has at least so many events.</summary>
    public static async Task Fill(EmbeddedLedger ledger, int seed, int events)
    {
        var random = new Random(seed);
        var streams = Math.Max(2, events / 8);
        var drafted = new Dictionary<int, int>();
        var authors = new List<PersonId>();
        for (var i = 0; i < 3; i++)
            authors.Add(await Claim(ledger, i, seed));
        for (var i = 0; ledger.Store.Head.Size < events; i++)
        {
            var stream = random.Next(streams);
            var author = authors[random.Next(authors.Count)];
            await Send(ledger, new StreamId(Riga, KnowledgeArticle.Category, $"{seed}-{stream}"), Next(drafted, stream, i), author, $"{seed} {i}");
            if (i % 40 == 39)
                await Erase(ledger, random, author, $"{seed} erasure {i}");
            if (i % 100 == 50)
                await Send(ledger, authors[0].Stream!.Value, Renamed(i), author, $"{seed} name {i}");
            if (i == 150)
                await Send(ledger, authors[2].Stream!.Value, new PersonCommand.Erase("VDAR 17. pants"), author, $"{seed} forgotten");
        }
    }

    private static async Task<PersonId> Claim(EmbeddedLedger ledger, int author, int seed)
    {
        var person = new PersonId(ledger.Pseudonyms.Of(Riga, "git", $"{author}@example.lv").Text);
        var claim = new PersonCommand.Claim(PersonKind.Person, "git", $"Autors {author}", $"{author}@example.lv");
        await Send(ledger, person.Stream!.Value, claim, person, $"{seed} author {author}");
        return person;
    }

    private static PersonCommand.Rename Renamed(int i) => new($"Autors {i}", "0@example.lv", new DateOnly(2026, 1, 2));

    private static KnowledgeArticleCommand Next(Dictionary<int, int> drafted, int stream, int i)
    {
        drafted[stream] = drafted.GetValueOrDefault(stream) + 1;
        var length = i % 45 == 8 ? 12_000 : i % 7 == 0 ? 3_000 : 40;
        var text = new Content { Title = $"Raksts {stream}", Body = $"Teksts {i} " + new string('ā', length) };
        return drafted[stream] switch
        {
            1 => new KnowledgeArticleCommand.Draft(ArticleKind.Faq, "lv", text),
            var n when n % 3 == 0 => new KnowledgeArticleCommand.Flag($"Piezīme {i}"),
            _ => new KnowledgeArticleCommand.Revise(text),
        };
    }

    private static async Task Erase(EmbeddedLedger ledger, Random random, PersonId author, string command)
    {
        var position = 1 + random.NextInt64(ledger.Store.Head.Size);
        var row = (await ledger.Feed.Read(position - 1, 1))[0];
        if (row.Content is not null && row.Recorded.Stream.Category != Erasure.Category)
            await Send(ledger, Erasure.StreamOf(Riga, position),
                new ErasureCommand.EraseContent(position, row.Recorded.Stream.Text, "VDAR 17. pants"), author, command);
    }

    private static async Task Send(EmbeddedLedger ledger, StreamId stream, Command command, PersonId author, string id)
    {
        var context = new CommandContext(CommandId.From(id), Occurred, Occurred, author, Riga, Via.Import, "c", "c");
        if (await ledger.Gateway.Send(stream, command, context) is CommandOutcome.Refused refused)
            throw new InvalidOperationException($"{command} was refused: {refused.Rejection}");
    }
}
