using EventKb.Integration.Tests.GitImport;
using EventKb.Integration.Tests.LedgerStores;
using EventKb.Ledger;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.Integration.Tests.CommandLine;

public sealed class ImportingFromTheCommandLine : IDisposable
{
    private readonly CommandLineRun _run = new();
    private readonly ScratchRepository _scratch = new();

    public void Dispose()
    {
        _run.Dispose();
        _scratch.Dispose();
    }

    [Fact]
    public async Task Adds_only_what_is_new_of_a_grown_repository()
    {
        await _scratch.Write("a.md", "# A\n");
        await _scratch.Commit(0);
        Assert.Equal(0, await Import());
        // The importer, the institution, the author, the article, and how far its source was read.
        Assert.Equal(("1", "5", "0"), (_run.Said("rows"), _run.Said("events appended"), _run.Said("already there")));

        Assert.Equal(0, await Import());
        Assert.Equal(("0", "0", "0"), (_run.Said("rows"), _run.Said("events appended"), _run.Said("already there")));
        var (root, commit) = (_run.Said("root"), _run.Said("commit"));

        await _scratch.Write("a.md", "# A\n\nmore\n");
        await _scratch.Write("ēkas.md", "# Ēkas\n");
        await _scratch.Commit(1);
        Assert.Equal(0, await Import());
        Assert.Equal(("2", "1", "3", "0", commit),
            (_run.Said("rows"), _run.Said("articles"), _run.Said("events appended"), _run.Said("already there"), _run.Said("after")));
        Assert.NotEqual(root, _run.Said("root"));
    }

    [Fact]
    public async Task Does_not_bring_back_a_text_when_only_the_permissions_changed()
    {
        await _scratch.Write("a.md", "# One\n");
        await _scratch.Commit(0);
        await _scratch.Git("update-index", "--chmod=+x", "a.md");
        await _scratch.Git("-c", "user.name=c", "-c", "user.email=c@example.invalid", "commit", "--quiet", "-m", "mode");
        await _scratch.Git("checkout", "--quiet", "a.md");
        await _scratch.Write("a.md", "# Two\n");
        await _scratch.Commit(2);
        Assert.Equal(0, await Import());
        var position = _run.Said("position");

        Assert.Equal(0, await Import());
        Assert.Equal(position, _run.Said("position"));
    }

    [Fact]
    public async Task Lists_the_rows_that_it_cannot_take_and_takes_the_others()
    {
        await _scratch.Write("bad.md", [0xFF, 0xFE]);
        await _scratch.Write("good.md", "# Good\n");
        await _scratch.Write("odd.md", "# Odd\n\0\n");
        var commit = await _scratch.Commit(0);

        Assert.Equal(2, await Import());
        Assert.Contains($"bad.md at {commit}: NOT_UTF8", _run.Error, StringComparison.Ordinal);
        Assert.Contains($"odd.md at {commit}: INVALID_TEXT", _run.Error, StringComparison.Ordinal);
        Assert.Equal(("3", "2", "7", "2"), (_run.Said("rows"), _run.Said("rejected"), _run.Said("events appended"), _run.Said("without article")));
    }

    [Fact]
    public async Task A_text_that_cannot_be_taken_stops_nothing_that_comes_later()
    {
        var text = string.Concat(Enumerable.Range(0, 40).Select(line => $"line {line * line}\n"));
        await _scratch.Write("a.md", "# A\n" + text);
        await _scratch.Write("b.md", "# B\n" + text.Replace("line", "row", StringComparison.Ordinal));
        await _scratch.Commit(0);
        await _scratch.Move("a.md", "moved.md");
        await _scratch.Write("moved.md", "# A\n" + text + "\0\n");
        await _scratch.Write("b.md", [0xFF, 0xFE]);
        await _scratch.Commit(1);
        Assert.Equal(2, await Import());
        Assert.Contains("moved.md", _run.Error, StringComparison.Ordinal);
        Assert.Equal(("2", "9"), (_run.Said("rejected"), _run.Said("events appended")));
        Assert.Equal(["claimed", "claimed", "imported", "registered", "revision-imported moved revision-not-imported", "revision-imported revision-not-imported"], await Streams());

        await _scratch.Remove("moved.md");
        await _scratch.Write("b.md", "# B\nagain\n");
        await _scratch.Commit(2);
        await _scratch.Write("moved.md", "# Another\n");
        await _scratch.Commit(3);
        Assert.Equal(0, await Import());
        Assert.Equal(["claimed", "claimed", "imported imported", "registered", "revision-imported", "revision-imported moved revision-not-imported retired",
            "revision-imported revision-not-imported revision-imported"], await Streams());
        Assert.Equal(0, await Import());
        Assert.Equal(("0", "0"), (_run.Said("rejected"), _run.Said("events appended")));
    }

    [Fact]
    public async Task Paths_that_are_no_text_are_told_apart()
    {
        await _scratch.Git("config", "core.precomposeunicode", "false");
        foreach (var name in new[] { "caf%E9.md", "caf%E8.md" })
        {
            await _scratch.Write("text", $"# {name}\n");
            var blob = (await _scratch.Git("hash-object", "-w", "text")).Trim();
            File.Delete(Path.Combine(_scratch.Folder, "text"));
            await _scratch.Index(blob, [.. "caf"u8, Convert.ToByte(name[4..6], 16), .. ".md"u8]);
        }

        await _scratch.Git("-c", "user.name=c", "-c", "user.email=c@example.invalid", "commit", "--quiet", "-m", "paths");
        Assert.Equal(0, await Import());
        await using var ledger = await EmbeddedLedger.Open(_run.At("data"), new LedgerOptions());
        Assert.Equal(["caf%E8.md", "caf%E9.md"], (await ledger.Feed.Read(0, 10)).Select(e => e.Recorded.Event)
            .OfType<Domain.KnowledgeArticles.KnowledgeArticleEvent.RevisionImported>().Select(e => e.SourcePath).Order(StringComparer.Ordinal));
    }

    /// <summary>What happened in each stream.</summary>
    private async Task<List<string>> Streams()
    {
        await using var ledger = await EmbeddedLedger.Open(_run.At("data"), new LedgerOptions());
        return [.. (await ledger.Feed.Read(0, 100)).GroupBy(e => e.Recorded.Stream)
            .Select(stream => string.Join(' ', stream.Select(e => e.Type.Split('.', '/')[1]))).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task Takes_the_commits_message_as_the_reason_and_an_e_mail_for_one_person()
    {
        await _scratch.Write("a.md", "# A\n");
        await _scratch.Commit(0, "Anna", "Anna@example.invalid", "Describe the switch\nin two lines\n\nIt failed twice.\n\nRefs: 7");
        await _scratch.Write("a.md", "# B\n");
        await _scratch.Commit(1, "A. Kalniņa", "anna@example.invalid", "Only a subject");
        await _scratch.Write("a.md", "# C\n");
        await _scratch.Commit(2, "Anna", "other@example.invalid", "Another Anna");
        Assert.Equal(0, await Import());

        await using var ledger = await EmbeddedLedger.Open(_run.At("data"), new LedgerOptions());
        var events = (await ledger.Feed.Read(0, 20)).Where(e => e.Recorded.Event is RevisionImported).ToList();
        Assert.Equal(
            [("Describe the switch in two lines", "Describe the switch\nin two lines\n\nIt failed twice.\n\nRefs: 7"), ("Only a subject", null),
                ("Another Anna", null)],
            events.Select(e => (e.Content!.Reason, e.Content.Message)));
        var persons = events.Select(e => e.Recorded.Metadata.Person).ToList();
        Assert.Equal((true, false), (persons[0] == persons[1], persons[0] == persons[2]));
        Assert.Equal("Anna", (await NamesInALedger.Of(ledger))[persons[0]].Title);
        Assert.All(events, e => Assert.NotNull(e.Recorded.Metadata.SentBy));
    }

    [Fact]
    public async Task Reads_the_branch_that_is_named_and_begins_in_any_year()
    {
        await _scratch.Write("a.md", "# A\n");
        var first = await _scratch.Commit(0, at: DateTimeOffset.UnixEpoch);
        await _scratch.Git("branch", "former");
        await _scratch.Write("a.md", "# B\n");
        await _scratch.Commit(1);

        Assert.Equal(0, await _run.Run("import", "git", _scratch.Folder, "--ref", "former", "--institution", "RIGA", "--data", _run.At("data")));
        Assert.Equal(("1", "former", first), (_run.Said("rows"), _run.Said("read"), _run.Said("commit")));
        Assert.Equal(0, await Import());
        Assert.Equal("main", _run.Said("read"));

        Assert.Equal(2, await _run.Run("import", "git", _scratch.Folder, "--ref", "--help", "--institution", "RIGA", "--data", _run.At("data")));
        Assert.Equal(2, await _run.Run("import", "git", _scratch.Folder, "--ref", "none", "--institution", "RIGA", "--data", _run.At("data")));
        Assert.Contains("'none'", _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_nothing_where_there_is_no_repository()
    {
        Assert.Equal(2, await _run.Run("import", "git", _run.At("none"), "--institution", "X", "--data", _run.At("data")));
        Assert.Contains("There is no", _run.Error, StringComparison.Ordinal);
        Directory.CreateDirectory(_run.At("empty"));
        Assert.Equal(2, await _run.Run("import", "git", _run.At("empty"), "--institution", "X", "--data", _run.At("data")));
        Assert.Contains("is not a git repository", _run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_run.At("data")));
    }

    [Theory]
    [InlineData("--institution", "no code", "--data", "d")]
    [InlineData("--institution", "X")]
    [InlineData("--institution", "X", "--data", "d", "--url", "http://127.0.0.1:1")]
    [InlineData("--institution", "X", "--url", "http://192.0.2.1:80")]
    [InlineData("--data", "d")]
    [InlineData("--institution", "X", "--data", "d", "--source", "anna@example.invalid")]
    public async Task Refuses_what_it_cannot_understand(params string[] options)
    {
        Assert.Equal(2, await _run.Run(["import", "git", _scratch.Folder, .. options]));
        Assert.NotEmpty(_run.Error);
    }

    [Fact]
    public async Task Says_that_no_server_answers()
    {
        await _scratch.Write("a.md", "# A\n");
        await _scratch.Commit(0);
        Assert.Equal(1, await _run.Run("import", "git", _scratch.Folder, "--institution", "X", "--url", "http://127.0.0.1:9"));
        Assert.Contains("does not answer", _run.Error, StringComparison.Ordinal);
    }

    private Task<int> Import() => _run.Run("import", "git", _scratch.Folder, "--institution", "RIGA", "--data", _run.At("data"));
}
