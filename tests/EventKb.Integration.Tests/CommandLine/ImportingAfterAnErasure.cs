using EventKb.Domain;
using EventKb.Domain.Erasure;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Integration.Tests.GitImport;
using EventKb.Ledger;
using EventKb.Server.Imports;

namespace EventKb.Integration.Tests.CommandLine;

/// <summary>The repository still has what was erased here: importing it again must not bring it back.</summary>
public sealed class ImportingAfterAnErasure : IDisposable
{
    private const string Secret = "# Slepens\n\ntālrunis 20000000, ko nedrīkst glabāt\n";
    private static readonly InstitutionCode Riga = new("RIGA");
    private readonly CommandLineRun _run = new();
    private readonly ScratchRepository _scratch = new();

    public void Dispose()
    {
        _run.Dispose();
        _scratch.Dispose();
    }

    [Fact]
    public async Task Adds_nothing_when_the_repository_is_as_it_was()
    {
        await _scratch.Write("a.md", Secret);
        await _scratch.Commit(0);
        await _scratch.Write("a.md", "# Otrs\n");
        await _scratch.Commit(1);
        await ImportThenErase(expectedErased: 2);

        Assert.Equal(0, await Import());
        Assert.Equal("0", _run.Said("events appended"));
        Assert.Equal([true, true], (await SendAgain()).Select(row => row.Repeated));
    }

    [Fact]
    public async Task Adds_nothing_for_a_row_that_had_nothing_to_say()
    {
        await _scratch.Write("a.md", Secret);
        await _scratch.Commit(0);
        await _scratch.Write("a.md", [0xFF, 0xFE]);
        await _scratch.Commit(1);
        await _scratch.Write("a.md", Secret);
        await _scratch.Commit(2);
        await ImportThenErase(expectedErased: 1, exit: 2);

        Assert.Equal([(true, null), (true, "NOT_UTF8"), (false, null)], (await SendAgain()).Select(row => (row.Repeated, row.Code)));
        Assert.Equal(0, await Import());
        Assert.Equal("0", _run.Said("events appended"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Brings_nothing_back_when_the_history_was_rewritten_and_the_file_is_the_same(bool formerIsGone)
    {
        await _scratch.Write("a.md", Secret);
        await _scratch.Write("b.md", "# Otrs\n");
        await _scratch.Commit(0);
        await ImportThenErase(expectedErased: 2);
        await _scratch.Write("b.md", "# Otrs\njauns\n");
        await _scratch.Git("add", "--all");
        await _scratch.Git("-c", "user.name=c", "-c", "user.email=c@example.invalid", "commit", "--quiet", "--amend", "-m", "amended");
        if (formerIsGone)
        {
            await _scratch.Git("reflog", "expire", "--expire=now", "--all");
            await _scratch.Git("gc", "--quiet", "--prune=now");
        }

        Assert.Equal(0, await Import("--rewritten"));

        Assert.Empty(await TextsAt("a.md"));
        // Where git cannot say that the file changed, it may be what was erased.
        Assert.Equal(formerIsGone ? [] : ["# Otrs\njauns\n"], await TextsAt("b.md"));
    }

    [Fact]
    public async Task Only_moves_when_the_file_was_renamed_since_and_takes_what_was_written_since()
    {
        await _scratch.Write("a.md", Secret);
        await _scratch.Commit(0);
        await ImportThenErase(expectedErased: 1);

        await _scratch.Move("a.md", "b.md");
        await _scratch.Commit(1);
        Assert.Equal(0, await Import());
        Assert.Equal(("1", "2"), (_run.Said("rows"), _run.Said("events appended")));
        Assert.Empty(await TextsAt("b.md"));

        await _scratch.Write("b.md", Secret + "jauns\n");
        await _scratch.Commit(2);
        Assert.Equal(0, await Import());
        Assert.Equal(("1", "2"), (_run.Said("rows"), _run.Said("events appended")));
        Assert.Equal([Secret + "jauns\n"], await TextsAt("b.md"));
    }

    private Task<int> Import(params string[] more) =>
        _run.Run(["import", "git", _scratch.Folder, "--institution", Riga.Value, "--data", _run.At("data"), .. more]);

    /// <summary>Sends every row once more, as an import does that follows one that was cut off.</summary>
    private async Task<List<ImportAcknowledgement>> SendAgain()
    {
        await using var ledger = await EmbeddedLedger.Open(_run.At("data"), new LedgerOptions());
        await using var target = new LocalImport(ledger);
        var rows = await ScratchRepository.Read(_scratch.Folder, Riga);
        return await target.Send(Riga, Path.GetFileName(_scratch.Folder), rows.ToAsyncEnumerable(), default).ToListAsync();
    }

    private async Task ImportThenErase(int expectedErased, int exit = 0)
    {
        Assert.Equal(exit, await Import());
        await using var ledger = await EmbeddedLedger.Open(_run.At("data"), new LedgerOptions());
        var texts = (await ledger.Feed.Read(0, 100)).Where(e => e.Recorded.Event is KnowledgeArticleEvent.RevisionImported).ToList();
        Assert.Equal(expectedErased, texts.Count);
        foreach (var text in texts)
            Assert.IsType<CommandOutcome.Committed>(await ledger.Gateway.Send(
                Erasure.StreamOf(Riga, text.Recorded.Position),
                new ErasureCommand.EraseContent(text.Recorded.Position, text.Recorded.Stream.Text, "VDAR 17. pants"),
                new CommandContext(CommandId.From($"erase {text.Recorded.Position}"), DateTimeOffset.UtcNow, DateTimeOffset.UnixEpoch,
                    new PersonId("p-1"), Riga, Via.Import, "c", "c")));
        Assert.DoesNotContain(await ledger.Feed.Read(0, 100), e => e.Content?.Body is not null);
    }

    private async Task<List<string>> TextsAt(string path)
    {
        await using var ledger = await EmbeddedLedger.Open(_run.At("data"), new LedgerOptions());
        return [.. (await ledger.Feed.Read(0, 100))
            .Where(e => e.Recorded.Event is KnowledgeArticleEvent.RevisionImported imported && imported.SourcePath == path)
            .Select(e => e.Content?.Body ?? "").Where(body => body.Length > 0)];
    }
}
