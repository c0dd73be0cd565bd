using CsCheck;
using EventKb.Domain.KnownErrors;
using EventKb.Domain.Tests.ServiceRecords;
using static EventKb.Domain.KnownErrors.KnownErrorCommand;

namespace EventKb.Domain.Tests.KnownErrors;

public sealed class AnyHistoryOfAKnownError
{
    private static readonly Gen<ExactVersion> Version = Gen.Int[1, 3].Select(number => new ExactVersion("RIGA/knowledge-article/a", number, number));

    private static readonly Gen<Command[]> Commands = Gen.Frequency<Command>(
        (4, Gen.Const((Command)new Open(Incident.Problem, "Disks pilns", null))),
        (2, Gen.Int[0, 2].Select(cause => (Command)new StateCause($"Nr. {cause}"))),
        (4, Version.Select(version => (Command)new SetWorkaround(version))),
        (2, Version.Select(version => (Command)new LoseWorkaround(version, WorkaroundLoss.Retired))),
        (1, Gen.Const((Command)new WithdrawWorkaround())),
        (1, Gen.Const((Command)new LinkFixChange(Incident.Change))),
        (3, Gen.Const((Command)new Fix())),
        (1, Gen.Const((Command)new Verify())),
        (1, Gen.Const((Command)new Accept())),
        (2, Gen.Const((Command)new Reopen())),
        (2, Gen.Const((Command)new ProposeReopening(Incident.Other))),
        (1, Gen.Const((Command)new DeclineReopening()))).Array[1, 25];

    [Fact]
    public void Replays_to_the_same_state() => Commands.Sample(commands =>
        History.Of(KnownError.Decider, commands, repeating: false).ReplaysTo(KnownError.Decider), iter: 500);

    /// <summary>Said again at once, a command adds no event: it is nothing new or refused.</summary>
    [Fact]
    public void Gains_nothing_from_a_command_repeated() => Commands.Sample(commands =>
    {
        foreach (var length in Enumerable.Range(1, commands.Length))
        {
            var once = History.Of(KnownError.Decider, commands[..length], repeating: false);
            var twice = History.Of(KnownError.Decider, [.. commands[..length], commands[length - 1]], repeating: false);
            Assert.Equal(once.Recorded.Count, twice.Recorded.Count);
        }
    }, iter: 300);

    /// <summary>Told apart from the state: a naive reading of the events finds the same facts.</summary>
    [Fact]
    public void Has_the_workaround_set_last_unless_it_was_lost_since() => Commands.Sample(commands =>
    {
        var history = History.Of(KnownError.Decider, commands, repeating: false);
        var (state, events) = ((KnownErrorState)history.State, history.Recorded.Select(recorded => recorded.Event).ToList());
        var last = events.LastOrDefault(e => e is KnownErrorEvent.WorkaroundSet or KnownErrorEvent.WorkaroundWithdrawn);
        Assert.Equal((last as KnownErrorEvent.WorkaroundSet)?.Workaround, state.Workaround);
        Assert.Equal((last as KnownErrorEvent.WorkaroundWithdrawn)?.Workaround, state.Lost?.Workaround);
        Assert.Equal(events.LastOrDefault(e => e is KnownErrorEvent.Fixed or KnownErrorEvent.Reopened) is KnownErrorEvent.Fixed, state.Fix is not null);
        Assert.True(state.ReopeningFor is null || state.Fix is not null);
    }, iter: 500);

    /// <summary>Guards the properties above: the histories reach every event that one person alone can bring about.</summary>
    [Fact]
    public void Reaches_every_event_but_the_verification()
    {
        var seen = new HashSet<Type>();
        Commands.Sample(commands => seen.UnionWith(History.Of(KnownError.Decider, commands, repeating: false).Recorded.Select(r => r.Event.GetType())),
            iter: 2_000, threads: 1);
        Assert.Equal([typeof(KnownErrorEvent.Verified)], typeof(KnownErrorEvent).GetNestedTypes().Except(seen));
    }
}
