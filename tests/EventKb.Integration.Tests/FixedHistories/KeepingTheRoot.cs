using EventKb.Domain;
using EventKb.Integration.Tests.GitImport;
using EventKb.Integration.Tests.LedgerStores;
using EventKb.Ledger;
using EventKb.Server.Demo;
using EventKb.Server.GitImport;
using EventKb.Server.Imports;

namespace EventKb.Integration.Tests.FixedHistories;

/// <summary>
/// The same commands, clock, salts and pseudonyms give the same ledger: its root stands in <c>schema/ledger/roots.tsv</c> and
/// changes only where what is stored changes.
/// </summary>
public sealed class KeepingTheRoot : IDisposable
{
    private readonly LedgerFolder _folder = new();
    private readonly ManualClock _clock = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Of_the_demos_story() => await Keeps("demo", ledger => new DemoStory(ledger).Tell());

    [SharedDataFact]
    public async Task Of_a_small_knowledge_base() => await Keeps("prometheus", ledger => Import(ledger, "prometheus"));

    [SharedDataFact]
    public async Task Of_a_large_knowledge_base() => await Keeps("openshift", ledger => Import(ledger, "openshift"));

    private async Task Import(EmbeddedLedger ledger, string name)
    {
        using var repository = await GitRepository.Open(SharedData.Bundle(name), null, default);
        await using var target = new LocalImport(ledger);
        var report = await new GitImporter(target, new(new InstitutionCode(name), name, name)).Import(repository, _clock.GetUtcNow(), null, default);
        Assert.Equal(0, report.Rejected);
    }

    private async Task Keeps(string history, Func<EmbeddedLedger, Task> write)
    {
        await using var ledger = await EmbeddedLedger.Open(_folder.Path, new LedgerOptions
        {
            Origin = $"{history}.example/ledger",
            Time = _clock,
            Secrets = new DerivedSecrets(history),
        });
        await write(ledger);

        var head = await ledger.Feed.Head();
        var line = $"{history}\t{head.Size}\t{head.RootHash}";
        if (Environment.GetEnvironmentVariable("EVENTKB_WRITE_SCHEMA") == "1")
            await File.WriteAllLinesAsync(Contract,
                File.ReadAllLines(Contract).Select(l => l.StartsWith(history + "\t", StringComparison.Ordinal) ? line : l));
        Assert.True(File.ReadAllLines(Contract).Contains(line), $"roots.tsv has no line '{line}'.");
    }

    private static string Contract => Path.Combine(SharedData.RepositoryRoot, "schema", "ledger", "roots.tsv");
}
