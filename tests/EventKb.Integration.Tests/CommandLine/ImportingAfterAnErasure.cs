using EventKb.Domain;
using EventKb.Domain.Erasure;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Integration.Tests.GitImport;
using EventKb.Ledger;

namespace EventKb.Integration.Tests.CommandLine;

/// <summary>The repository still has what was erased here: importing it again must not bring it back.</summary>
public sealed class ImportingAfterAnErasure : IDisposable
{
    private const string Secret = "# Slepens\n\ntālrunis 20000000, ko nedrīkst glabāt\n";
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
        Assert.Equal(("0", "2"), (_run.Said("events appended"), _run.Said("already there")));
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

        Assert.Equal(2, await Import());
        Assert.Equal(("1", "0"), (_run.Said("rejected"), _run.Said("events appended")));
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
        Assert.Equal(("1", "1"), (_run.Said("events appended"), _run.Said("already there")));
        Assert.Empty(await TextsAt("b.md"));

        await _scratch.Write("b.md", Secret + "jauns\n");
        await _scratch.Commit(2);
        Assert.Equal(0, await Import());
        Assert.Equal(("1", "2"), (_run.Said("events appended"), _run.Said("already there")));
        Assert.Equal([Secret + "jauns\n"], await TextsAt("b.md"));
    }

    private Task<int> Import() => _run.Run("import", "git", _scratch.Folder, "--institution", "RIGA", "--data", _run.At("data"));

    private async Task ImportThenErase(int expectedErased, int exit = 0)
    {
        Assert.Equal(exit, await Import());
        await using var ledger = await EmbeddedLedger.Open(_run.At("data"), new LedgerOptions());
        var texts = (await ledger.Feed.Read(0, 100)).Where(e => e.Recorded.Event is KnowledgeArticleEvent.RevisionImported).ToList();
        Assert.Equal(expectedErased, texts.Count);
        var riga = new InstitutionCode("RIGA");
        foreach (var text in texts)
            Assert.IsType<CommandOutcome.Committed>(await ledger.Gateway.Send(
                Erasure.StreamOf(riga, text.Recorded.Position),
                new ErasureCommand.EraseContent(text.Recorded.Position, text.Recorded.Stream.Text, "VDAR 17. pants"),
                new CommandContext(CommandId.From($"erase {text.Recorded.Position}"), DateTimeOffset.UtcNow, DateTimeOffset.UnixEpoch,
                    new PersonId("p-1"), riga, Via.Import, "c", "c")));
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
