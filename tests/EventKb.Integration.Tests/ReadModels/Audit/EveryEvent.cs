using EventKb.Domain;
using EventKb.ReadModels.Audit;

namespace EventKb.Integration.Tests.ReadModels.Audit;

/// <summary>No event type without changes in the audit trail.</summary>
public sealed class EveryEvent
{
    private static IReadOnlyList<Type> All => SampleEvent.Types;

    public static TheoryData<Type> Types => [.. All];

    [Theory]
    [MemberData(nameof(Types))]
    public void Changes_something(Type type)
    {
        var decider = DeciderOf(type);
        var state = decider.Initial;
        var position = 0L;
        // One of each kind declared before has gone before, so that what ends or takes away has something to end.
        foreach (var earlier in All.Where(other => other.BaseType == type.BaseType).TakeWhile(other => other != type))
            state = decider.Evolve(state, Recorded(SampleEvent.Of(earlier, 1), ++position));
        // The same again, or the same with other facts.
        Assert.Contains((int[])[1, 2], seed => Shows(Recorded(SampleEvent.Of(type, seed, number: 1), position + 1)));

        bool Shows(RecordedEvent happened) =>
            StoredChanges.Of(decider.Compare(state, decider.Evolve(state, happened), happened).Fields) != "[]";
    }

    [Fact]
    public void An_event_nobody_described_stops_the_projection() => Assert.All(Deciders.All, decider =>
        Assert.Throws<InvalidOperationException>(() => decider.Evolve(decider.Initial, Recorded(new Unknown(), 1))));

    [Fact]
    public void There_are_events_to_look_at() => Assert.InRange(All.Count, 40, 400);

    private static Decider DeciderOf(Type type) => Deciders.All.Single(decider =>
        decider.GetType().GenericTypeArguments[1].FullName == type.BaseType!.FullName![..^"Event".Length] + "Command");

    private sealed record Unknown : Event;

    private static RecordedEvent Recorded(Event happened, long position) => new(position, StreamId.Of("RIGA/x/1"), position, "e", happened,
        MemoryLedger.Start, MemoryLedger.Start,
        new EventMetadata(new PersonId("p"), new InstitutionCode("RIGA"), Via.Api, new CommandId("c"), "c", "c", ReasonCode: "r"),
        new ContentSeal.Present("c", "d", null));
}
