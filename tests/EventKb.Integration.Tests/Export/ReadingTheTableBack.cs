using System.Text.Json;
using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Integration.Tests.GraphQL;
using EventKb.Integration.Tests.ReadModels;

namespace EventKb.Integration.Tests.Export;

/// <summary>What a reader of RFC 4180 reads of the table is what happened, with the times and words that GraphQL gives.</summary>
public sealed class ReadingTheTableBack(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Question =
        """
        { auditTrail(first: 100) { totalCount nodes {
          position eventId stream: streamId version type recordedAt occurredAt person { id } onBehalfOf { id }
          institution: actingInstitution { id: code } duty authorisedBy: authorisedById via reasonCode reason commandId causationId correlationId
          rule sentBy { id } plannedFor checkedAt } } }
        """;

    private static readonly string[] Pieces = ["\"", ",", "\r\n", "\n", "\r", ";", " ", "=1+1", "-", "@", "\t", "'", "ā", "Ž", "🙂", "abc"];

    [Fact]
    public async Task Any_text_comes_back()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var (random, ledger, said) = (new Random(seed), new MemoryLedger(), new List<(string Title, string Reason)>());
            for (var i = 0; i < 30; i++)
            {
                said.Add((Text(random, Pieces), Text(random, Pieces)));
                ledger.Append("RIGA/knowledge-article/a", new KnowledgeArticleEvent.Revised(i + 1),
                    new Content { Title = said[i].Title, Reason = said[i].Reason });
            }

            Assert.Equal(said.Select(texts => (seed, Guarded(texts.Title), Guarded(texts.Reason))),
                (await CsvTable.Of(ledger)).Select(row => (seed, row["title"], row["reason"])));
        }
    }

    [Fact]
    public async Task Each_row_has_the_times_and_words_of_its_entry()
    {
        await Write(new Random(7));
        var trail = (await server.Data(Question)).GetProperty("auditTrail");
        var table = await CsvTable.Of(server.App.Ledger.Feed);
        Assert.Equal(trail.GetProperty("totalCount").GetInt32(), table.Count);
        foreach (var (entry, row) in trail.GetProperty("nodes").EnumerateArray().Zip(table))
            foreach (var field in entry.EnumerateObject())
                Assert.Equal((row["position"], field.Name, Guarded(Said(field))), (row["position"], field.Name, row[field.Name]));
        Assert.InRange(table.Count, 30, 100);
        Assert.Contains(table, row => row["duty"] == "service-owner");
    }

    /// <summary>A history of a few articles; an event a row, and some rows with texts that must be quoted or guarded.</summary>
    private async Task Write(Random random)
    {
        var (articles, berta) = (new List<string>(), await server.Person("RIGA", "Berta"));
        string[] oneLine = [.. Pieces.Where(piece => !piece.Any(char.IsControl))];
        for (var i = 0; i < 30; i++)
        {
            var (title, reason) = ("t" + Text(random, oneLine), Text(random, Pieces) + "r");
            if (i % 6 == 0)
                articles.Add(await server.Draft(Text(random, oneLine) + "t"));
            else
                Assert.Equal(0, (await server.Mutate("reviseArticle", new
                {
                    id = articles[random.Next(articles.Count)],
                    title,
                    body = $"b{i}",
                    reason,
                    reasonCode = random.Next(2) == 0 ? null : "other",
                    actingDuty = random.Next(2) == 0 ? null : "SERVICE_OWNER",
                    onBehalfOf = random.Next(2) == 0 ? null : berta,
                })).GetProperty("errors").GetArrayLength());
        }
    }

    private static string Text(Random random, string[] pieces) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => pieces[random.Next(pieces.Length)]));

    /// <summary>What a spreadsheet would take for a formula has an apostrophe before it.</summary>
    private static string Guarded(string text) => text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;

    /// <summary>A field as text; the words of a list are GraphQL's in small letters.</summary>
    private static string Said(JsonProperty field) => field switch
    {
        { Value.ValueKind: JsonValueKind.Null } => "",
        { Value.ValueKind: JsonValueKind.Object } => field.Value.GetProperty("id").GetString()!,
        { Name: "via" or "duty" } => field.Value.GetString()!.ToLowerInvariant().Replace('_', '-'),
        _ => field.Value.ToString(),
    };
}
