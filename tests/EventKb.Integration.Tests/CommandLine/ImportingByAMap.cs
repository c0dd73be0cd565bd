using EventKb.Integration.Tests.GitImport;
using EventKb.Integration.Tests.LedgerStores;
using EventKb.Ledger;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.Integration.Tests.CommandLine;

/// <summary>Knowledge bases that word their front matter in their own way, and imports that only say what they would do.</summary>
public sealed class ImportingByAMap : IDisposable
{
    private const string Text = "---\nīpašnieks: Serveri\nautors: Anna Kalniņa <anna@example.invalid>\nparskatit: 30.09.2027\nowner: nobody\n---\n# A\n";
    private const string Map =
        """
        { "steward": "Īpašnieks", "author": "autors", "reviewOn": "parskatit", "dateFormat": "dd.MM.yyyy", "groups": { "NOC@example.invalid": "Tīkla uzraudzība" } }
        """;

    private readonly CommandLineRun _run = new();
    private readonly ScratchRepository _scratch = new();

    public void Dispose()
    {
        _run.Dispose();
        _scratch.Dispose();
    }

    [Fact]
    public async Task Takes_owner_author_and_review_day_from_the_keys_named_and_a_shared_mailbox_for_a_group()
    {
        await _scratch.Write("a.md", Text);
        await _scratch.Commit(0, "Berta");
        await _scratch.Write("b.md", "# B\n");
        await _scratch.Commit(1, "Night shift", "noc@example.invalid");
        await _scratch.Write("b.md", "# B\nmore\n");
        await _scratch.Commit(2, "Day shift", "noc@EXAMPLE.invalid");

        Assert.Equal(0, await Import("--map", await MapOf(Map)));

        await using var ledger = await EmbeddedLedger.Open(_run.At("data"), new LedgerOptions());
        var events = await ledger.Feed.Read(0, 20);
        var texts = events.Where(e => e.Recorded.Event is RevisionImported).ToList();
        Assert.Equal([new DateOnly(2027, 9, 30), null, null], texts.Select(e => ((RevisionImported)e.Recorded.Event).NextReviewOn));
        Assert.Equal("Serveri", Assert.Single(events, e => e.Recorded.Event is StewardSet).Content!.Steward);
        var names = await NamesInALedger.Of(ledger);
        Assert.Equal(["Anna Kalniņa", "Tīkla uzraudzība", "Tīkla uzraudzība"], texts.Select(e => names[e.Recorded.Metadata.Person].Title));
        Assert.Equal(texts[1].Recorded.Metadata.Person, texts[2].Recorded.Metadata.Person);
    }

    [Fact]
    public async Task Makes_nothing_different_of_what_is_there()
    {
        await _scratch.Write("a.md", Text);
        await _scratch.Commit(0, "Berta");
        Assert.Equal(0, await Import());
        var position = _run.Said("position");

        Assert.Equal(0, await Import("--map", await MapOf(Map)));
        Assert.Equal(position, _run.Said("position"));
    }

    [Theory]
    [InlineData("""{ "owner": "x" }""", "owner")]
    [InlineData("""{ "steward": 1 }""", "steward")]
    [InlineData("""{ "steward": "x", "steward": "y" }""", "steward")]
    [InlineData("""{ "dateFormat": "MM.yyyy" }""", "MM.yyyy")]
    [InlineData("""{ "dateFormat": "%" }""", "'%'")]
    [InlineData("""{ "groups": { "noc": "NOC" } }""", "'noc'")]
    [InlineData("""{ "groups": { "noc@example.invalid": " " } }""", "noc@example.invalid")]
    [InlineData("""{ "groups": { "noc@example.invalid": "A", "NOC@example.invalid": "B" } }""", "NOC@example.invalid")]
    [InlineData("[", "cannot be read")]
    [InlineData(null, "There is no map")]
    public async Task Is_refused_where_the_map_is_wrong(string? map, string fact)
    {
        await _scratch.Write("a.md", Text);
        await _scratch.Commit(0);

        Assert.Equal(2, await Import("--map", map is null ? _run.At("none.json") : await MapOf(map)));
        Assert.Contains(fact, _run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_run.At("data")));
    }

    [Fact]
    public async Task A_dry_run_says_what_would_be_imported_and_writes_nothing()
    {
        await _scratch.Write("a.md", "# A\n");
        await _scratch.Write("bad.md", [0xFF]);
        await _scratch.Commit(0);
        Assert.Equal(2, await Import("--dry-run"));
        Assert.Contains("would add 1 articles, revise 0, move 0 and retire 0", _run.Output, StringComparison.Ordinal);
        Assert.Contains("bad.md", _run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_run.At("data")));

        Assert.Equal(2, await Import());
        var root = _run.Said("root");
        await _scratch.Move("a.md", "b.md");
        await _scratch.Commit(1);
        Assert.Equal(0, await Import("--dry-run"));
        Assert.Contains("would add 0 articles, revise 0, move 1 and retire 0", _run.Output, StringComparison.Ordinal);
        Assert.Equal(root, _run.Said("root"));
        Assert.Equal(2, await Import("--dry-run", "--acknowledgements", _run.At("acks")));

        Assert.Equal(0, await Import());
        Assert.Equal("2", _run.Said("events appended"));
    }

    private async Task<string> MapOf(string json)
    {
        await File.WriteAllTextAsync(_run.At("map.json"), json);
        return _run.At("map.json");
    }

    private Task<int> Import(params string[] more) =>
        _run.Run(["import", "git", _scratch.Folder, "--institution", "RIGA", "--data", _run.At("data"), .. more]);
}
