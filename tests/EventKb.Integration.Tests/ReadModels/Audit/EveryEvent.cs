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
        var fields = new FieldLog();
        // One of each kind has gone before, so that what ends or takes away has something to end.
        foreach (var earlier in All.Where(other => other.BaseType == type.BaseType && other != type))
            AuditChanges.Apply(fields, Recorded(SampleEvent.Of(earlier, 1), 1));
        AuditChanges.Apply(fields, Recorded(SampleEvent.Of(type, 1), 2));
        var again = fields.Changes.Count;
        var fresh = new FieldLog();
        AuditChanges.Apply(fresh, Recorded(SampleEvent.Of(type, 2), 3));
        Assert.True(again > 0 || fresh.Changes.Count > 0, $"{type.FullName} changes nothing.");
    }

    [Fact]
    public void An_event_nobody_described_stops_the_projection() =>
        Assert.Throws<InvalidOperationException>(() => AuditChanges.Apply(new FieldLog(), Recorded(new Unknown(), 1)));

    [Fact]
    public void There_are_events_to_look_at() => Assert.InRange(All.Count, 40, 400);

    private sealed record Unknown : Event;

    private static Recorded Recorded(Event happened, long position) => new(position, StreamId.Of("RIGA/x/1"), position, "e", happened,
        MemoryLedger.Start, MemoryLedger.Start,
        new Envelope(new PersonId("p"), new InstitutionCode("RIGA"), Via.Api, new CommandId("c"), "c", "c"),
        new ContentSeal.Present("c", "d", null));
}
