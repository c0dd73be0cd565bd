using EventKb.Ledger;

namespace EventKb.Integration.Tests.LedgerStores;

public abstract partial class LedgerConformance
{
    [Fact]
    public async Task Recording_times_never_decrease_when_the_clock_steps_back_a_little()
    {
        var first = await Commit(Article("a"), Draft());
        Clock.Jump(TimeSpan.FromSeconds(-1));
        var second = await Commit(Article("b"), Draft());
        Clock.Advance(TimeSpan.FromSeconds(3));
        var third = await Commit(Article("c"), Draft());

        Assert.Equal(first.RecordedAt, second.RecordedAt);
        Assert.Equal(first.RecordedAt + TimeSpan.FromSeconds(2), third.RecordedAt);
        Assert.Null(Store.NotReadyBecause);
    }

    [Fact]
    public async Task A_clock_well_behind_the_ledger_makes_the_node_unready_until_it_is_right()
    {
        await Restart(new LedgerOptions { CommandDeadline = TimeSpan.FromMilliseconds(200) });
        await Commit(Article("a"), Draft());
        Clock.Jump(TimeSpan.FromSeconds(-10));

        Assert.Contains("behind", Store.NotReadyBecause?.ToString(), StringComparison.Ordinal);
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => Commit(Article("b"), Draft(), By("behind")));
        Clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Null(Store.NotReadyBecause);
        await Commit(Article("b"), Draft(), By("behind"));
        Assert.Equal(2, Store.Head.Size);
    }

    [Fact]
    public async Task A_jump_ahead_is_refused_while_running_but_an_idle_ledger_starts_again_another_day()
    {
        await Restart(new LedgerOptions { CommandDeadline = TimeSpan.FromMilliseconds(200) });
        await Commit(Article("a"), Draft());
        Clock.Advance(TimeSpan.FromDays(1));
        await Commit(Article("b"), Draft());
        Clock.Jump(TimeSpan.FromHours(2));

        Assert.Contains("jumped ahead", Store.NotReadyBecause?.ToString(), StringComparison.Ordinal);
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => Commit(Article("c"), Draft()));
        await Restart();
        await Commit(Article("c"), Draft());
        Assert.Equal(3, Store.Head.Size);
    }
}
