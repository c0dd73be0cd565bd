namespace EventKb.Domain.Tests;

/// <summary>What becomes of a list of commands: the accepted ones' events as recorded, and every state on the way.</summary>
public sealed record History(IReadOnlyList<RecordedEvent> Recorded, IReadOnlyList<object> States)
{
    public object State => States[^1];

    /// <summary>Gives every command to the decider, each time twice, and fails when the second time adds anything.</summary>
    public static History Of(Decider decider, IEnumerable<Command> commands, bool repeating = true)
    {
        List<RecordedEvent> recorded = [];
        List<object> states = [decider.Initial];
        foreach (var command in commands)
        {
            if (decider.Decide(states[^1], command, Context(recorded.Count)) is not Accepted accepted)
                continue;
            foreach (var next in accepted.Events)
            {
                recorded.Add(Record(decider, next, recorded.Count + 1));
                states.Add(decider.Evolve(states[^1], recorded[^1]));
            }
            if (repeating)
                Assert.Empty(Assert.IsType<Accepted>(decider.Decide(states[^1], command, Context(recorded.Count))).Events);
        }
        return new(recorded, states);
    }

    /// <summary>Folding the records anew passes through the same states: nothing in them was changed after the fact.</summary>
    public void ReplaysTo(Decider decider)
    {
        var state = decider.Initial;
        for (var i = 0; i < Recorded.Count; i++)
        {
            state = decider.Evolve(state, Recorded[i]);
            Assert.True(state.Equals(States[i + 1]), $"State {i + 1} differs when replayed.");
        }
    }

    private static CommandContext Context(int count) =>
        new(new CommandId($"{count:x32}"), Spec.Day, Spec.Day, Spec.Anna, Spec.Institution, Via.Api, "cause", "correlation")
        {
            ReasonCode = "reorganisation",
        };

    private static RecordedEvent Record(Decider decider, NewEvent next, int version)
    {
        ContentSeal seal = next.Content is { } content
            ? new ContentSeal.Present("c", content.Digests().Text, content.Digests().Body)
            : new ContentSeal.None();
        var metadata = new EventMetadata(Spec.Anna, Spec.Institution, Via.Api, new CommandId($"{version:x32}"), "cause", "correlation",
            ReasonCode: "reorganisation");
        var stream = new StreamId(Spec.Institution, decider.Category, "1");
        return new(version, stream, version, $"{version:x32}", next.Event, Spec.Day, Spec.Day, metadata, seal);
    }
}
