using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Integration.Tests.GitImport;
using EventKb.Ledger;
using EventKb.Server.Imports;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.Integration.Tests.CommandLine;

/// <summary>An import goes on where the last one of the same source ended, and only where it can.</summary>
public sealed class ImportingOfASource : IDisposable
{
    private static readonly InstitutionCode Riga = new("RIGA");
    private readonly CommandLineRun _run = new();
    private readonly ScratchRepository _scratch = new();

    public void Dispose()
    {
        _run.Dispose();
        _scratch.Dispose();
    }

    [Fact]
    public async Task Is_refused_where_the_history_was_rewritten()
    {
        var (last, head) = await Rewrite();

        Assert.Equal(2, await Import());

        foreach (var fact in new[] { last, head, "does not go through it", "--rewritten", "--source" })
            Assert.Contains(fact, _run.Error, StringComparison.Ordinal);
        Assert.Equal(["a.md", "b.md", "c.md"], (await Articles()).Keys);
    }

    [Fact]
    public async Task Of_a_rewritten_history_matches_by_path_doubles_nothing_and_retires_what_is_gone()
    {
        await Rewrite();
        var before = await Articles();

        Assert.Equal(0, await Import("--rewritten"));
        var after = await Articles();
        Assert.Equal([("a.md", "# A, rewritten\n"), ("b.md", "# B\n"), ("new.md", "# New\n")], after.Select(file => (file.Key, file.Value.Body)));
        Assert.Equal((before["a.md"].Id, before["b.md"].Id), (after["a.md"].Id, after["b.md"].Id));
        // a's text, what is new, c's end, and how far it was read.
        Assert.Equal(("4", "0"), (_run.Said("events appended"), _run.Said("rejected")));

        Assert.Equal(0, await Import("--rewritten"));
        Assert.Equal("0", _run.Said("events appended"));
        await _scratch.Move("a.md", "moved.md");
        await _scratch.Move("new.md", "newer.md");
        await _scratch.Commit(9);
        Assert.Equal(0, await Import());
        var later = await Articles();
        Assert.Equal(["b.md", "moved.md", "newer.md"], later.Keys);
        Assert.Equal((after["a.md"].Id, after["new.md"].Id), (later["moved.md"].Id, later["newer.md"].Id));
    }

    [Fact]
    public async Task Of_an_older_commit_is_refused()
    {
        await _scratch.Write("a.md", "# A\n");
        var older = await _scratch.Commit(0);
        await _scratch.Write("a.md", "# B\n");
        await _scratch.Commit(1);
        Assert.Equal(0, await Import());

        Assert.Equal(2, await Import("--ref", older));
        Assert.Contains($"{older} is older", _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_refused_under_another_name()
    {
        await _scratch.Write("a.md", "# A\n");
        await _scratch.Commit(0);
        Assert.Equal(0, await Import("--source", "runbooks"));

        Assert.Equal(2, await Import("--source", "handbook"));
        Assert.Contains("--source runbooks", _run.Error, StringComparison.Ordinal);
        Assert.Equal(0, await Import("--source", "runbooks"));
        Assert.Equal("runbooks", _run.Said("source"));
    }

    [Fact]
    public async Task Tells_of_files_without_article_until_they_are_mended_or_gone()
    {
        byte[] bad = [0x23, 0xFF];
        foreach (var name in new[] { "mended.md", "moved.md", "gone.md" })
            await _scratch.Write(name, [.. bad, (byte)name[0]]);
        var first = await _scratch.Commit(0);
        Assert.Equal(2, await Import());
        Assert.Equal(("3", "3"), (_run.Said("rejected"), _run.Said("without article")));

        await _scratch.Move("moved.md", "else.md");
        await _scratch.Remove("gone.md");
        await _scratch.Commit(1);
        Assert.Equal(2, await Import());
        Assert.Equal(("1", "2"), (_run.Said("rejected"), _run.Said("without article")));

        await _scratch.Write("mended.md", "# Mended\n");
        await _scratch.Write("else.md", "# Moved\n");
        await _scratch.Commit(2);
        Assert.Equal(0, await Import());
        Assert.Equal("0", _run.Said("without article"));
        Assert.Equal(
            [KnowledgeArticle.IdFromGit(Riga, first, "moved.md").Text, KnowledgeArticle.IdFromGit(Riga, first, "mended.md").Text],
            (await Articles()).Values.Select(article => article.Id));
    }

    [Fact]
    public async Task That_was_cut_off_goes_on_without_doubling_what_had_moved()
    {
        await _scratch.Write("a.md", "# A\n" + string.Concat(Enumerable.Range(0, 30).Select(line => $"line {line}\n")));
        await _scratch.Commit(0);
        Assert.Equal(0, await Import());
        await _scratch.Move("a.md", "b.md");
        await _scratch.Commit(1);
        await using (var ledger = await EmbeddedLedger.Open(_run.At("data"), new LedgerOptions()))
        {
            var rows = await ScratchRepository.Read(_scratch.Folder, Riga);
            await using var target = new LocalImport(ledger);
            await target.Send(Riga, Path.GetFileName(_scratch.Folder), rows.ToAsyncEnumerable(), default).ToListAsync();
        }

        await _scratch.Write("c.md", "# C\n");
        await _scratch.Commit(2);
        Assert.Equal(0, await Import());
        Assert.Equal(("2", "1"), (_run.Said("events appended"), _run.Said("already there")));
        Assert.Equal(["b.md", "c.md"], (await Articles()).Keys);
    }

    [Fact]
    public async Task Of_commits_without_a_time_that_can_be_is_completed()
    {
        await _scratch.Write("a.md", "# A\n");
        await _scratch.Commit(0, at: new DateTimeOffset(5138, 1, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal((0, "5"), (await Import(), _run.Said("events appended")));
        Assert.Equal((0, "0"), (await Import(), _run.Said("rows")));
    }

    [Theory]
    [InlineData("HEAD~1:b.md", "incomplete")]
    [InlineData("HEAD~1^{tree}", "cannot read")]
    [InlineData("HEAD~1", "cannot read")]
    public async Task That_lost_an_object_is_told_and_what_is_there_stands_until_it_is_mended(string lost, string fact)
    {
        foreach (var name in new[] { "a.md", "b.md", "c.md" })
        {
            await _scratch.Write(name, $"# {name}\n");
            await _scratch.Commit(0, message: name);
            if (name == "a.md")
                Assert.Equal(0, await Import());
        }

        var id = (await _scratch.Git("rev-parse", lost)).Trim();
        var file = Path.Combine(_scratch.Folder, ".git", "objects", id[..2], id[2..]);
        File.Move(file, _run.At("kept"));
        Assert.Equal(2, await Import());
        Assert.Contains(fact, _run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", _run.Error, StringComparison.Ordinal);
        Assert.Equal(["a.md"], (await Articles()).Keys);

        File.Move(_run.At("kept"), file);
        Assert.Equal(0, await Import());
        Assert.Equal(["a.md", "b.md", "c.md"], (await Articles()).Keys);
    }

    /// <summary>Imports a history and then gives the repository another one; a former commit and the new one.</summary>
    private async Task<(string Last, string Head)> Rewrite()
    {
        await _scratch.Write("a.md", "# A\n");
        await _scratch.Write("b.md", "# B\n");
        var kept = await _scratch.Commit(0);
        await _scratch.Write("a.md", "# A, revised\n");
        await _scratch.Write("c.md", "# C\n");
        var last = await _scratch.Commit(1);
        Assert.Equal(0, await Import());
        await _scratch.Git("reset", "--quiet", "--hard", kept);
        await _scratch.Write("a.md", "# A, rewritten\n");
        await _scratch.Write("new.md", "# New\n");
        return (last, await _scratch.Commit(2));
    }

    private Task<int> Import(params string[] more) =>
        _run.Run(["import", "git", _scratch.Folder, "--institution", Riga.Value, "--data", _run.At("data"), .. more]);

    /// <summary>The articles in use by path, with their newest texts.</summary>
    private async Task<SortedDictionary<string, (string Id, string? Body)>> Articles()
    {
        await using var ledger = await EmbeddedLedger.Open(_run.At("data"), new LedgerOptions());
        var events = (await ledger.Feed.Read(0, 100)).Where(e => e.Recorded.Stream.Category == KnowledgeArticle.Category);
        var articles = new SortedDictionary<string, (string, string?)>(StringComparer.Ordinal);
        foreach (var article in events.GroupBy(e => e.Recorded.Stream).Where(article => !article.Any(e => e.Recorded.Event is Retired)))
            articles.Add(article.Select(e => e.Recorded.Event is Moved moved ? moved.ToPath : (e.Recorded.Event as RevisionImported)?.SourcePath)
                .Last(path => path is not null)!, (article.Key.Text, article.Last(e => e.Recorded.Event is RevisionImported).Content?.Body));
        return articles;
    }
}
