using System.Text;
using EventKb.Domain;
using EventKb.Domain.Erasure;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Integration.Tests.CommandLine;
using EventKb.Integration.Tests.GitImport;
using EventKb.Ledger;

namespace EventKb.Integration.Tests.Forgetting;

/// <summary>A file's front matter may name a person as its owner.</summary>
public sealed class ErasingASteward : IDisposable
{
    private const string Name = "Janis Berzins <janis@example.invalid>";
    private static readonly InstitutionCode Riga = new("RIGA");
    private readonly CommandLineRun _run = new();
    private readonly ScratchRepository _scratch = new();

    [Fact]
    public async Task The_name_does_not_stand_in_the_structure_and_does_not_come_back_with_the_same_file()
    {
        await _scratch.Write("a.md", $"---\ntitle: T\nowner: {Name}\n---\n# T\n");
        await _scratch.Commit(0);
        Assert.Equal(0, await Import());
        await using (var ledger = await EmbeddedLedger.Open(_run.At("data"), new LedgerOptions { References = false }))
        {
            Assert.DoesNotContain(await ledger.Store.Read(0, 10),
                row => Encoding.UTF8.GetString(row.Data).Contains("Berzins", StringComparison.Ordinal));
            var named = (await ledger.Feed.Read(0, 10)).Select(row => row.Recorded)
                .Where(row => row.Event is KnowledgeArticleEvent).ToList();
            Assert.Equal([typeof(KnowledgeArticleEvent.RevisionImported), typeof(KnowledgeArticleEvent.StewardSet)],
                named.Select(row => row.Event.GetType()));
            foreach (var row in named)
                await Erase(ledger, row);
        }

        Assert.Equal(0, await Import());

        Assert.Equal("0", _run.Said("events appended"));
        await Traces.AreGone("Berzins", _run.At("data"));
    }

    public void Dispose()
    {
        _run.Dispose();
        _scratch.Dispose();
    }

    private Task<int> Import() => _run.Run("import", "git", _scratch.Folder, "--institution", "RIGA", "--data", _run.At("data"));

    private static async Task Erase(EmbeddedLedger ledger, RecordedEvent row)
    {
        var now = DateTimeOffset.UtcNow;
        Assert.IsType<CommandOutcome.Committed>(await ledger.Gateway.Send(Erasure.StreamOf(Riga, row.Position),
            new ErasureCommand.EraseContent(row.Position, row.Stream.Text, "VDAR 17"),
            new CommandContext(CommandId.From($"erase {row.Position}"), now, now, new PersonId("p-1"), Riga, Via.Api, "c", "c")));
    }
}
