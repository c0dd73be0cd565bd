using EventKb.Ledger;

namespace EventKb.Integration.Tests.LedgerStores;

/// <summary>A machine that slept has a clock that is right, however far it seems to have jumped.</summary>
public sealed class TellingSleepFromAJump
{
    private readonly ManualClock _time = new();
    private TimeSpan _slept = TimeSpan.FromHours(5);

    [Fact]
    public void Sleep_of_any_length_is_no_fault()
    {
        var clock = new LedgerClock(_time, () => _slept);
        foreach (var hours in new[] { 0.5, 9, 72 })
        {
            Sleep(TimeSpan.FromHours(hours));
            Assert.Null(clock.FaultAfter(0));
        }
    }

    [Fact]
    public void A_jump_is_one_after_sleep_too()
    {
        var clock = new LedgerClock(_time, () => _slept);
        for (var i = 0; i < 10; i++)
        {
            Sleep(TimeSpan.FromMinutes(50));
            Assert.Null(clock.FaultAfter(0));
        }

        _time.Jump(TimeSpan.FromHours(2));
        Assert.Contains("jumped ahead", clock.FaultAfter(0)?.ToString(), StringComparison.Ordinal);
        Assert.Contains("jumped ahead", clock.FaultAfter(0)?.ToString(), StringComparison.Ordinal);
    }

    private void Sleep(TimeSpan time)
    {
        _time.Jump(time);
        _slept += time;
    }
}
