using EventKb.Domain.Losses;
using EventKb.Faults;
using EventKb.Ledger;
using EventKb.Server;
using EventKb.Server.Losses;

namespace EventKb.Integration.Tests.CommandLine;

/// <summary>A ledger that is not what its read models and files tell of is not served, not verified, and nothing of it is destroyed.</summary>
public sealed class LosingALedger : IAsyncLifetime
{
    private readonly CommandLineRun _run = new();
    private LedgerHead _before = null!;

    private string Data => _run.At("data");

    private string LedgerDb => _run.At("data", "ledger.db");

    public async Task InitializeAsync()
    {
        await SampleLedger.Fill(Data, seed: 1, events: 20);
        File.Copy(LedgerDb, _run.At("older.db"));
        await SampleLedger.Fill(Data, seed: 2, events: 30);
        _before = await Serve(null);
    }

    public Task DisposeAsync()
    {
        _run.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task An_older_ledger_beside_newer_read_models_is_refused_with_what_is_gone()
    {
        File.Copy(_run.At("older.db"), LedgerDb, overwrite: true);
        var kept = Files();

        var refused = await Assert.ThrowsAsync<LedgerLostException>(() => Serve(null));
        Assert.Contains($"ends at position 20, but read-1.db was made from it up to position {_before.Size}", refused.Message,
            StringComparison.Ordinal);
        Assert.Contains($"from 21 to {_before.Size} are gone", refused.Message, StringComparison.Ordinal);
        foreach (var command in new[] { "verify", "rebuild" })
        {
            Assert.Equal(4, await _run.Run(command, "--data", Data));
            Assert.Contains("are gone", _run.Error, StringComparison.Ordinal);
        }

        Assert.Equal(4, await _run.Run("export", "--data", Data, "--out", _run.At("out")));
        Assert.Equal(kept, Files());
    }

    [Fact]
    public async Task Accepting_keeps_what_told_of_it_aside_and_tells_of_it_from_then_on()
    {
        File.Copy(_run.At("older.db"), LedgerDb, overwrite: true);

        var head = await Serve("Disks sabojājās, jaunākas kopijas nav.");

        Assert.Equal(22, head.Size); // whoever accepts it is entered before
        var told = await Last();
        Assert.Equal(new LedgerLossEvent.Accepted(_before.Origin, 21, _before.Size, _before.RootHash), told.Recorded.Event);
        Assert.Equal("Disks sabojājās, jaunākas kopijas nav.", told.Content!.Reason);
        Assert.Single(Directory.GetFiles(Directory.GetDirectories(Data, "lost-*").Single(), "read-1.db"));
        Assert.Equal(head, await Serve(null));
        Assert.Equal(0, await _run.Run("verify", "--data", Data));
        await Assert.ThrowsAsync<LossNotAcceptedException>(() => Serve("Vēlreiz."));
    }

    [Fact]
    public async Task A_ledger_that_is_missing_or_cut_to_nothing_does_not_begin_anew_by_itself()
    {
        foreach (var lose in new Action[] { () => File.WriteAllBytes(LedgerDb, []), () => File.Delete(LedgerDb) })
        {
            lose();
            await Assert.ThrowsAnyAsync<Exception>(() => Serve(null));
            Assert.Equal(4, await _run.Run("verify", "--data", Data));
            Assert.False(File.Exists(LedgerDb) && new FileInfo(LedgerDb).Length > 0);
        }

        var head = await Serve("Serveris nozagts.");
        Assert.NotEqual(_before.Origin, head.Origin);
        Assert.Equal(new LedgerLossEvent.Accepted(_before.Origin, 1, _before.Size, _before.RootHash), (await Last()).Recorded.Event);
    }

    [Fact]
    public async Task A_ledger_that_cannot_be_read_is_kept_aside_when_its_loss_is_accepted()
    {
        var bytes = await File.ReadAllBytesAsync(LedgerDb);
        await File.WriteAllBytesAsync(LedgerDb, bytes[..4_000]);
        await Assert.ThrowsAsync<LedgerDamagedException>(() => Serve(null));

        await Serve("Fails nolasāms tikai daļēji.");

        var aside = Directory.GetDirectories(Data, "lost-*").SelectMany(Directory.GetFiles).Single(f => f.EndsWith("ledger.db", StringComparison.Ordinal));
        Assert.Equal(bytes[..4_000], await File.ReadAllBytesAsync(aside));
        Assert.IsType<LedgerLossEvent.Accepted>((await Last()).Recorded.Event);
    }

    [Fact]
    public async Task Another_ledger_in_its_place_is_refused_with_both_origins()
    {
        var other = _run.At("other");
        await using (await EmbeddedLedger.Open(other, new LedgerOptions { References = false, Origin = "other.example/ledger" }))
        {
        }

        await SampleLedger.Fill(other, seed: 3, events: 40);
        File.Copy(Path.Combine(other, "ledger.db"), LedgerDb, overwrite: true);

        var refused = await Assert.ThrowsAsync<LedgerLostException>(() => Serve(null));

        Assert.Contains("other.example/ledger", refused.Message, StringComparison.Ordinal);
        Assert.Contains(_before.Origin, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_earlier_state_that_was_written_on_is_not_the_same_ledger()
    {
        File.Copy(_run.At("older.db"), LedgerDb, overwrite: true);
        await SampleLedger.Fill(Data, seed: 4, events: 50);
        await Assert.ThrowsAsync<LedgerLostException>(() => Serve(null));
    }

    [Theory]
    [InlineData("--accept-loss")]
    [InlineData("--accept-loss", "")]
    [InlineData("--accept-loss", "  ")]
    public async Task Accepting_takes_a_reason(params string[] option) =>
        Assert.Equal(2, await _run.Run(["serve", "--data", Data, "--urls", "http://127.0.0.1:0", .. option]));

    private async Task<LedgerHead> Serve(string? acceptLoss)
    {
        await using var app = await ServerApp.Build(new ServerOptions(Data) { Urls = ["http://127.0.0.1:0"], AcceptLoss = acceptLoss });
        await app.Runner.CatchUp();
        return app.Ledger.Store.Head;
    }

    private async Task<LedgerEvent> Last()
    {
        await using var ledger = await EmbeddedLedger.Open(Data, new LedgerOptions { References = false });
        return (await ledger.Feed.Read(ledger.Store.Head.Size - 1, 1)).Single();
    }

    private List<(string, long)> Files() =>
        [.. new DirectoryInfo(Data).GetFiles("*.db").OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => (f.Name, f.Length))];
}
