using static EventKb.Domain.Persons.PersonCommand;
using static EventKb.Domain.Persons.PersonEvent;
using static EventKb.Domain.Persons.PersonRejections;

namespace EventKb.Domain.Persons;

/// <content>Following a register that is kept elsewhere.</content>
public static partial class Person
{
    private static Decision Mirror(PersonState state, Mirror c)
    {
        var malformed = Form.Known("kind", c.Kind) ?? Form.Tag("source", c.Source) ?? Texts(c.Name, c.Email) ?? NoOperator(c.Kind)
            ?? Form.Day("until", c.Until) ?? Form.Day("seenOn", c.SeenOn);
        if (malformed is not null)
            return malformed;
        if (state.Kind is { } kind && kind != c.Kind)
            return AlreadyRegistered;
        if (c.Until is { } until && state.LeftOn is { } day && until != day)
            return HasLeft(day);
        return (c.Until is { } left && state.ReturnedOn is { } back ? Form.After("until", left, back) : null)
            ?? (state.Spoken.Left.Count >= Limits.Items ? Form.Full("texts") : null)
            ?? (Decision)new Accepted([.. News(state, c)]);
    }

    private static IEnumerable<NewEvent> News(PersonState state, Mirror c)
    {
        var named = Named(c.Name, c.Email);
        if (state.Kind is null)
            yield return new(new Registered(c.Kind, c.Source), named);
        else if (state.Name?.Digest != named.Digests().Text)
            yield return new(new Renamed(c.SeenOn < state.NamedFrom ? state.NamedFrom.Value : c.SeenOn), named);
        if (c.Until is { } until && state.LeftOn is null)
            yield return new(new Left(until));
        else if (c.Until is null && state.LeftOn is { } left)
            yield return new(new Returned(c.SeenOn < left ? left : c.SeenOn));
    }

    private static Rejection? NoOperator(PersonKind kind) => kind == PersonKind.LocalOperator
        ? Rejection.Invalid("kind", "A local operator is nobody who can be registered; register a person.") : null;
}
