using System.Text.Json;
using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Domain.Sources;
using EventKb.Integration.Tests.GraphQL;
using EventKb.Integration.Tests.LedgerStores;
using EventKb.Ledger;
using EventKb.Server;
using EventKb.Server.GitImport;
using EventKb.Server.Imports;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;
using static EventKb.Integration.Tests.GitImport.GeneratedHistory;
using static EventKb.Integration.Tests.GitImport.GeneratedHistory.Edit;

namespace EventKb.Integration.Tests.GitImport;

/// <summary>
/// Thousands of renames in one commit, texts that are refused before they move or go, paths that are no text, a merge, commits that touch no
/// article and are later in time, one author in three spellings, and a rebase.
/// </summary>
public sealed class ImportingAGeneratedHistory : IAsyncLifetime
{
    private const int Files = 7_000;
    private const int Moments = 200;
    private const int Asked = 20;
    private static readonly InstitutionCode Gen = new("GEN");
    private static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly RunningServer _server = new();
    private readonly GeneratedHistory _history = new();

    public Task InitializeAsync() => _server.InitializeAsync();

    public async Task DisposeAsync()
    {
        _history.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Is_git_in_every_row_and_at_every_moment_and_after_a_rebase()
    {
        Write();
        await _history.Store();
        var first = await Import();
        Assert.Empty(first.Warnings);
        var streams = await Streams();
        Assert.Equal(_history.Articles.Select(article => article.ToString()).Order(StringComparer.Ordinal), streams.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(_history.Missing, (await Source()).Missing.Keys);
        await Compare(streams);

        var again = await Import();
        Assert.Equal((0L, 0L, first.Head), (again.Rows, again.Appended, again.Head));

        await Rebase(streams.Count);
    }

    private void Write()
    {
        const string Anna = "Anna <anna@example.invalid>";
        _history.Commit(Start, Anna, Numbers(Files).Select(i => Put($"old/{i}.md", $"# {i}\n\n{i * 7919L} and {i * 104729L}\n")));
        _history.Commit(Start.AddDays(3), "Bots <bot@example.invalid>", [Put("picture.png", "no article")]);
        _history.Commit(Start.AddDays(1), "anna k. <Anna@Example.invalid>", Numbers(50).Select(i => Put($"old/{i * 100}.md", $"# {i}\nrevised\n")));
        _history.Commit(Start.AddDays(4), Anna, [.. Numbers(20).Select(i => Spoil($"old/{i}.md")), .. Numbers(5).Select(i => Spoil($"bad/{i}.md"))]);
        _history.Commit(Start.AddDays(5), Anna, Numbers(Files).Select(i => Move($"old/{i}.md", $"new/{i}.md")));
        _history.CommitBeside("side", Start.AddDays(2), "Side <side@example.invalid>", [Put("side/0.md", "# not yet\n")], from: "refs/heads/main");
        _history.CommitBeside("side", Start.AddDays(9), "Side <side@example.invalid>", Numbers(9).Select(i => Put($"side/{i}.md", $"# Side {i}\n")));
        _history.Commit(Start.AddDays(6), Anna,
            [.. Numbers(10).Select(i => Remove($"new/{i}.md")), Remove("bad/0.md"), Put("bad/1.md", "# Mended\n"), Move("bad/2.md", "bad/moved.md")]);
        _history.Commit(Start.AddDays(7), "A. Kalniņa <anna@example.invalid>", Numbers(9).Select(i => Put($"side/{i}.md", $"# Side {i}\n")),
            merge: "refs/heads/side");
        _history.Commit(Start.AddDays(8), Anna, [Put("café.md", "# One\n"), Put("cafe.md", "# Two\n"), Spoil("thé.md")]);
        _history.Commit(Start.AddDays(9), Anna, [Move("café.md", "carré.md"), .. Numbers(20).Skip(10).Select(i => Put($"new/{i}.md", $"# {i} mended\n"))]);
    }

    /// <summary>In place of the last commit another one: what it brought is taken back, and one article more is gone.</summary>
    private async Task Rebase(int before)
    {
        var expected = _history.Tree;
        _history.CommitBeside("main", Start.AddDays(10), "Anna <anna@example.invalid>", [Put("new/15.md", "# rebased\n"), Remove("cafe.md")],
            from: "refs/heads/main~1");
        // The other texts that were mended are refused there, so their articles keep them.
        expected["new/15.md"] = Content.Sha256("# rebased\n");
        expected["caf%E9.md"] = expected["carr%E9.md"];
        foreach (var gone in new[] { "carr%E9.md", "cafe.md" })
            expected.Remove(gone);
        await _history.Store();

        Assert.Equal(ExitCode.BadInput, (await Assert.ThrowsAsync<CannotGoOn>(() => Import())).Code);
        await Import(rewritten: true);
        var after = await Events();
        var live = after.GroupBy(e => e.Recorded.Stream).Where(stream => !stream.Any(e => e.Recorded.Event is Retired)).ToDictionary(
            stream => (string)KnowledgeArticle.Decider.Fields(stream.Aggregate(KnowledgeArticle.Decider.Initial,
                (state, next) => KnowledgeArticle.Decider.Evolve(state, next.Recorded))).Single(field => field.Path == "sourcePath").Value,
            stream => Content.Sha256(stream.Last(e => e.Recorded.Event is RevisionImported).Content!.Body!), StringComparer.Ordinal);
        Assert.Equal(expected, new SortedDictionary<string, string>(live, StringComparer.Ordinal));
        Assert.Equal(before + 1, after.Select(e => e.Recorded.Stream).Distinct().Count());
        var size = (await _server.App.Ledger.Feed.Head()).Size;
        Assert.Equal(size, (await Import(rewritten: true)).Head!.Size);
    }

    /// <summary>The streams by what their rows say.</summary>
    private async Task<Dictionary<string, string>> Streams()
    {
        var events = await Events();
        var persons = (await NamesInALedger.Of(_server.App.Ledger)).Where(person => person.Value.Email is not null)
            .ToDictionary(person => person.Key, person => person.Value.Email!);
        Assert.Single(persons); // in three spellings; the others wrote no article on the line itself
        return events.GroupBy(e => e.Recorded.Stream).ToDictionary(stream => string.Join('\n', Rows(stream, persons)), stream => stream.Key.Text);
    }

    private static IEnumerable<string> Rows(IEnumerable<LedgerEvent> stream, Dictionary<PersonId, string> persons)
    {
        var (path, isFirst) = ("", true);
        foreach (var row in stream.GroupBy(e => e.Recorded.Metadata.CausationId))
        {
            var (events, recorded) = (row.Select(e => e.Recorded.Event).ToList(), row.First().Recorded);
            path = events.OfType<Moved>().SingleOrDefault()?.ToPath ?? events.OfType<RevisionImported>().SingleOrDefault()?.SourcePath ?? path;
            var status = events.OfType<Retired>().Any() ? 'D' : events.OfType<Moved>().Any() ? 'R' : isFirst ? 'A' : 'M';
            var said = row.SingleOrDefault(e => e.Recorded.Event is RevisionImported)?.Content is { Body: { } body } ? Content.Sha256(body)
                : events.OfType<RevisionNotImported>().Any() ? "refused" : "-";
            isFirst = false;
            yield return $"{status} {path} {said} {persons[recorded.Metadata.Person]} {recorded.OccurredAt:O}";
        }
    }

    /// <summary>Asks for some articles and the number of all at many moments.</summary>
    private async Task Compare(Dictionary<string, string> streams)
    {
        var random = new Random(212);
        for (var moment = 0; moment < Moments; moment++)
        {
            var at = Start.AddMinutes(random.Next(-60, 60 * 24 * 11));
            var asked = Numbers(Asked).Select(_ => _history.Articles[random.Next(_history.Articles.Count)]).ToList();
            var fields = asked.Select((article, i) =>
                $"a{i}: article(id: \"{streams[article.ToString()]}\") {{ state sourcePath published {{ bodySha256 }} }}");
            var answer = (await _server.Data(
                $$"""
                query($at: DateTime!) { asOf(valid: $at) { {{string.Join(' ', fields)}}
                  articles(first: 1, filter: { institution: "GEN", state: [PUBLISHED] }) { totalCount } } }
                """, new { at })).GetProperty("asOf");
            Assert.Equal(_history.Articles.Count(article => article.At(at) is { Status: not 'D' }),
                answer.GetProperty("articles").GetProperty("totalCount").GetInt32());
            foreach (var (i, article) in asked.Index())
                Assert.Equal((at, Said(article.At(at))), (at, Said(answer.GetProperty($"a{i}"))));
        }
    }

    private static string Said(Row? row) =>
        row is null ? "none" : row.Status == 'D' ? $"RETIRED {row.Path}" : $"PUBLISHED {row.Path} {row.Sha}";

    private static string Said(JsonElement article) => article.ValueKind == JsonValueKind.Null ? "none"
        : article.GetProperty("state").GetString() is "RETIRED" ? $"RETIRED {article.GetProperty("sourcePath")}"
        : $"{article.GetProperty("state")} {article.GetProperty("sourcePath")} {article.GetProperty("published").GetProperty("bodySha256")}";

    private async Task<List<LedgerEvent>> Events()
    {
        var events = new List<LedgerEvent>();
        while (await _server.App.Ledger.Feed.Read(events.Count, 10_000) is { Count: > 0 } more)
            events.AddRange(more);
        return [.. events.Where(e => e.Recorded.Stream.Category == KnowledgeArticle.Category)];
    }

    private async Task<KnowledgeSourceState> Source() =>
        (await _server.App.Ledger.Feed.Stream(KnowledgeSource.StreamOf(Gen, "gen"), long.MaxValue)).Aggregate(KnowledgeSourceState.Empty,
            (state, next) => (KnowledgeSourceState)KnowledgeSource.Decider.Evolve(state, next));

    private async Task<ImportReport> Import(bool rewritten = false)
    {
        using var repository = await GitRepository.Open(_history.Folder, null, default);
        await using var target = new RemoteImport(_server.Http.BaseAddress!);
        var report = await new GitImporter(target, new ImportOrder(Gen, "Gen", "gen") with { Rewritten = rewritten }).Import(
            repository, DateTimeOffset.UtcNow, null, default);
        Assert.True(await _server.App.Runner.WaitFor(report.Head!.Size, TimeSpan.FromSeconds(60)));
        return report;
    }

    private static IEnumerable<int> Numbers(int count) => Enumerable.Range(0, count);
}
