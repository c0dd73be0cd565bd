using System.Text.Json;

namespace EventKb.Integration.Tests.GitImport;

public sealed class ImportingRealKnowledgeBases(ImportedServer imported) : IClassFixture<ImportedServer>
{
    private const string AllStates = "DRAFT, IN_REVIEW, PUBLISHED, RETIRED, WITHDRAWN";
    private const int Moments = 50;

    [SharedDataFact]
    public async Task Gives_each_article_exactly_gits_rows_for_a_trail()
    {
        foreach (var name in ImportedServer.Names)
        {
            var expected = (await GitTruth.Read(name)).Trails();
            var articles = await imported.Articles(name, "id", AllStates);
            var trails = new List<List<TruthRow>>();
            foreach (var article in articles)
                trails.Add(await Trail(article.GetProperty("id").GetString()!));

            Assert.Equal(Sorted(expected), Sorted(trails));
        }
    }

    [SharedDataFact]
    public async Task Serves_what_git_has_at_its_head()
    {
        foreach (var name in ImportedServer.Names)
        {
            var expected = (await GitTruth.Read(name)).TreeAt(DateTimeOffset.MaxValue);
            var served = await imported.Articles(name, "sourcePath published { body bodySha256 }", "PUBLISHED");

            Assert.Equal(expected, Tree(served));
            Assert.All(served, s => Assert.Equal(s.GetProperty("published").GetProperty("bodySha256").GetString(),
                Domain.Content.Sha256(s.GetProperty("published").GetProperty("body").GetString()!)));
        }
    }

    [SharedDataFact]
    public async Task Makes_no_revision_of_a_rename_that_leaves_the_text_alone()
    {
        foreach (var name in ImportedServer.Names)
        {
            var expected = (await GitTruth.Read(name)).Trails().Sum(t => t.Count(r => r.Text is not null));
            var revisions = await imported.Articles(name, "latest { number }", AllStates);

            Assert.Equal(expected, revisions.Sum(r => r.GetProperty("latest").GetProperty("number").GetInt32()));
        }
    }

    [SharedDataFact]
    public async Task Answers_as_git_was_at_any_moment()
    {
        var random = new Random(211);
        foreach (var name in ImportedServer.Names)
        {
            var truth = await GitTruth.Read(name);
            var times = truth.Timed().Select(t => t.At).Distinct().ToList();
            for (var i = 0; i < Moments; i++)
            {
                // At a commit exactly, a second before one, and anywhere between.
                var moment = times[random.Next(times.Count)].AddSeconds((i % 3) switch
                {
                    0 => 0,
                    1 => -1,
                    _ =>
                    random.Next(1, 900_000)
                });
                var served = await imported.Articles(name, "sourcePath published { bodySha256 }", "PUBLISHED", moment);
                Assert.Equal(truth.TreeAt(moment), Tree(served));
            }
        }
    }

    [SharedDataFact]
    public async Task Appends_nothing_the_second_time()
    {
        var before = await imported.Server.App.Ledger.Feed.Head();
        var report = await imported.Import("openshift");

        Assert.Equal((0L, 0L, 0L), (report.Rows, report.Appended, report.Rejected));
        Assert.Equal((before.Size, before.RootHash), (report.Head!.Size, report.Head.RootHash));
    }

    private async Task<List<TruthRow>> Trail(string article)
    {
        var data = await imported.Server.Data(
            """
            query($id: ID!) { article(id: $id) { auditTrail(first: 100) { totalCount nodes {
              causationId occurredAt type person { name } changes { path before after } } } } }
            """,
            new { id = article });
        var trail = data.GetProperty("article").GetProperty("auditTrail");
        var entries = trail.GetProperty("nodes").EnumerateArray().ToList();
        Assert.Equal(trail.GetProperty("totalCount").GetInt32(), entries.Count);
        var path = "";
        var rows = new List<TruthRow>();
        foreach (var row in entries.GroupBy(e => e.GetProperty("causationId").GetString()))
        {
            path = Change(row, "sourcePath") ?? path;
            var retired = row.Any(e => e.GetProperty("type").GetString()!.StartsWith("knowledge-article.retired/",
                StringComparison.Ordinal));
            var moved = row.Any(e => e.GetProperty("type").GetString()!.StartsWith("knowledge-article.moved/",
                StringComparison.Ordinal));
            var status = retired ? 'D' : moved ? 'R' : rows.Count == 0 ? 'A' : 'M';
            var first = row.First();
            rows.Add(new(first.GetProperty("occurredAt").GetDateTimeOffset(),
                first.GetProperty("person").GetProperty("name").GetString()!,
                status, path, Change(row, "body")?.Replace("sha256:", "", StringComparison.Ordinal)));
        }

        return rows;
    }

    private static string? Change(IEnumerable<JsonElement> entries, string path) =>
        entries.SelectMany(e => e.GetProperty("changes").EnumerateArray())
            .LastOrDefault(c => c.GetProperty("path").GetString() == path) is { ValueKind: JsonValueKind.Object } change
            ? change.GetProperty("after").GetString()
            : null;

    private static SortedDictionary<string, string> Tree(IEnumerable<JsonElement> articles) => new(
        articles.ToDictionary(a => a.GetProperty("sourcePath").GetString()!,
            a => a.GetProperty("published").GetProperty("bodySha256").GetString()!),
        StringComparer.Ordinal);

    private static IEnumerable<string> Sorted(IEnumerable<IEnumerable<TruthRow>> trails) =>
        trails.Select(t => string.Join('\n', t)).Order(StringComparer.Ordinal);
}
