using EventKb.Domain;
using EventKb.Integration.Tests.FixedHistories;
using EventKb.Integration.Tests.LedgerStores;
using EventKb.Ledger;
using EventKb.Server.GitImport;
using EventKb.Server.Imports;

namespace EventKb.Integration.Tests.GitImport;

/// <summary>Rows are taken many at once, and stand in the ledger as they do in the repository.</summary>
public sealed class OrderOfTheLine
{
    [SharedDataFact]
    public async Task Is_the_order_of_the_events()
    {
        foreach (var name in ImportedServer.Names)
        {
            var rows = (await ScratchRepository.Read(SharedData.Bundle(name)))
                .Select(row => $"git:{row.Commit}:{row.Ordinal}");

            var causes = (await Import(name)).Events.Select(e => e.Recorded.Metadata.CausationId)
                .Where(cause => cause.StartsWith("git:", StringComparison.Ordinal));

            Assert.Equal(rows, causes.Distinct().Intersect(rows));
            Assert.Equal(causes.Distinct().Count(), causes.Zip(causes.Skip(1)).Count(pair => pair.First != pair.Second) + 1);
        }
    }

    [SharedDataFact]
    public async Task Gives_the_same_root_twice() =>
        Assert.Equal((await Import("openshift")).Head, (await Import("openshift")).Head);

    private static async Task<(LedgerHead Head, IReadOnlyList<LedgerEvent> Events)> Import(string name)
    {
        using var folder = new LedgerFolder();
        var clock = new ManualClock();
        await using var ledger = await EmbeddedLedger.Open(folder.Path,
            new LedgerOptions { Origin = "order.example/ledger", Time = clock, Secrets = new DerivedSecrets(name) });
        using var repository = await GitRepository.Open(SharedData.Bundle(name), null, default);
        await using var target = new LocalImport(ledger);
        await new GitImporter(target, new(new InstitutionCode(name), name, name)).Import(repository, clock.GetUtcNow(), null, default);
        var head = await ledger.Feed.Head();
        return (head, await ledger.Feed.Read(0, (int)head.Size));
    }
}
