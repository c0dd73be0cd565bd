using CsCheck;
using EventKb.Domain.Citations;
using EventKb.Domain.Tests.KnowledgeArticles;
using EventKb.Domain.Tests.ServiceRecords;
using static EventKb.Domain.Citations.CitationCommand;

namespace EventKb.Domain.Tests.Citations;

public sealed class AnyHistoryOfACitation
{
    private static readonly Gen<Command[]> Commands = Gen.Frequency<Command>(
        (3, Gen.Select(Gen.Int[0, 1], Gen.Int[0, 2], (level, comment) =>
            (Command)new Cite(Article.Other, Incident.Other, level, null, null, comment == 0 ? null : $"Nr. {comment}"))),
        (4, Gen.Int[0, 3].Select(outcome => (Command)new StateOutcome((CitationOutcome)outcome))),
        (4, Gen.Select(Gen.Bool, Gen.Int[0, 2], (useful, comment) => (Command)new Rate(useful, comment == 0 ? null : $"Nr. {comment}"))),
        (1, Gen.Const((Command)new Withdraw()))).Array[1, 20];

    [Fact]
    public void Replays_to_the_same_state() => Commands.Sample(commands =>
        History.Of(Citation.Decider, commands, repeating: false).ReplaysTo(Citation.Decider), iter: 500);

    /// <summary>Said again at once, a command adds no event: it is nothing new or refused.</summary>
    [Fact]
    public void Gains_nothing_from_a_command_repeated() => Commands.Sample(commands =>
    {
        foreach (var length in Enumerable.Range(1, commands.Length))
        {
            var once = History.Of(Citation.Decider, commands[..length], repeating: false);
            var twice = History.Of(Citation.Decider, [.. commands[..length], commands[length - 1]], repeating: false);
            Assert.Equal(once.Recorded.Count, twice.Recorded.Count);
        }
    }, iter: 300);

    /// <summary>Told apart from the state: a naive reading of the events finds the same facts.</summary>
    [Fact]
    public void Says_what_was_said_last_and_nothing_after_the_withdrawal() => Commands.Sample(commands =>
    {
        var history = History.Of(Citation.Decider, commands, repeating: false);
        var (state, events) = ((CitationState)history.State, history.Recorded.Select(recorded => recorded.Event).ToList());
        Assert.True(events.FindIndex(e => e is CitationEvent.Withdrawn) is var end && (end < 0 || end == events.Count - 1));
        Assert.Equal(end >= 0, state.IsWithdrawn);
        Assert.Equal(events.OfType<CitationEvent.OutcomeStated>().LastOrDefault()?.Outcome ?? CitationOutcome.NotYetKnown, state.Outcome);
        Assert.Equal(events.OfType<CitationEvent.Rated>().LastOrDefault()?.Useful, state.Useful);
        Assert.Equal(history.Recorded.LastOrDefault(recorded => recorded.Event is CitationEvent.Rated)?.Texts, state.RatingComment);
    }, iter: 500);

    /// <summary>Guards the properties above: the histories do reach every event.</summary>
    [Fact]
    public void Reaches_every_event()
    {
        var seen = new HashSet<Type>();
        Commands.Sample(commands => seen.UnionWith(History.Of(Citation.Decider, commands, repeating: false).Recorded.Select(r => r.Event.GetType())),
            iter: 2_000, threads: 1);
        Assert.Equal(typeof(CitationEvent).GetNestedTypes().Length, seen.Count);
    }
}
