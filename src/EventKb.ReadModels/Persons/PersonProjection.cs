using EventKb.Domain.Persons;
using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.Persons;

/// <summary>The person directory: who is in it, under which names since when, in which groups.</summary>
public sealed class PersonProjection : Projection
{
    internal const string Disabled = "disabled";
    internal const string Erased = "erased";
    private static readonly BitemporalTable Presence = new("person_presence", ["stream"], []);
    private static readonly BitemporalTable Names = new("person_names", ["stream"], ["text_position"]);
    private static readonly BitemporalTable Members = new("group_members", ["stream", "member"], []);
    private static readonly BitemporalTable Marks = new("person_marks", ["stream", "mark"], ["basis"]);
    private static readonly BitemporalTable Rights = new("person_rights", ["stream", "right", "over"], []);

    /// <inheritdoc/>
    public override int Version => 2;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Tables { get; } =
        ["persons", "person_presence", "person_names", "group_members", "person_marks", "person_rights"];

    /// <inheritdoc/>
    public override void Apply(StreamStep step, ReadModelWriter rows)
    {
        if (step is not { Before.State: PersonState before, After.State: PersonState after })
            return;
        var (position, stream) = (step.Position, step.Stream);
        if (step.IsFirst)
            Register(step, after, rows);
        if (after.Name is { } name && (name.At != before.Name?.At || after.NamedFrom != before.NamedFrom))
            Names.State(rows, position, [stream], From(after.NamedFrom), Micros.Open, name.At);
        if (after.LeftOn is { } day && day != before.LeftOn)
            Presence.Retract(rows, position, [stream], RigaDays.Start(day), Micros.Open);
        if (step.Recorded.Event is PersonEvent.Returned back)
            Presence.State(rows, position, [stream], RigaDays.Start(back.On), Micros.Open);
        Mark(rows, step, Disabled, before.Disabled, after.Disabled);
        Mark(rows, step, Erased, before.ErasedOn is not null, after.ErasedOn is not null, after.ErasedOn);
        Grant(rows, step, before, after);
        foreach (var member in after.Members.ChangedSince(before.Members))
            if (after.Members[member] is { Until: { } until })
                Members.Retract(rows, position, [stream, member], RigaDays.Start(until), Micros.Open);
            else
                Members.State(rows, position, [stream, member], RigaDays.Start(after.Members[member].From), Micros.Open);
    }

    private static void Register(StreamStep step, PersonState person, ReadModelWriter rows)
    {
        rows.Insert("persons", ("stream", step.Stream), ("institution", step.Institution), ("kind", RowJson.Name(person.Kind!.Value)),
            ("source", person.Source), ("position", step.Position));
        Presence.State(rows, step.Position, [step.Stream], BitemporalTable.Always, Micros.Open);
    }

    /// <summary>A right is given for a time of its own, and taken from a day on.</summary>
    private static void Grant(ReadModelWriter rows, StreamStep step, PersonState before, PersonState after)
    {
        foreach (var right in after.Rights.ChangedSince(before.Rights))
        {
            object[] about = [step.Stream, RowJson.Name(right.Right), right.Institution?.Value ?? ""];
            if (step.Recorded.Event is PersonEvent.RightRevoked revoked)
                Rights.Retract(rows, step.Position, about, RigaDays.Start(revoked.On), Micros.Open);
            else
                Rights.State(rows, step.Position, about, RigaDays.Start(after.Rights[right][^1].From), RigaDays.End(after.Rights[right][^1].Until));
        }
    }

    private static void Mark(ReadModelWriter rows, StreamStep step, string mark, bool before, bool after, string? basis = null)
    {
        if (after && !before)
            Marks.State(rows, step.Position, [step.Stream, mark], BitemporalTable.Always, Micros.Open, basis);
        else if (before && !after)
            Marks.Retract(rows, step.Position, [step.Stream, mark], BitemporalTable.Always, Micros.Open);
    }

    private static long From(DateOnly? day) => day is { } named ? RigaDays.Start(named) : BitemporalTable.Always;
}
