using static EventKb.Domain.Persons.PersonCommand;
using static EventKb.Domain.Persons.PersonEvent;
using static EventKb.Domain.Persons.PersonRejections;

namespace EventKb.Domain.Persons;

/// <content>Who belongs to a group.</content>
public static partial class Person
{
    private static Decision Add(PersonState state, AddMember c)
    {
        if (state.Kind != PersonKind.Group)
            return NoGroup;
        var malformed = Form.Person("member", c.Member) ?? Form.Day("from", c.From);
        if (malformed is not null)
            return malformed;
        var known = state.Members.GetValueOrDefault(c.Member.Value);
        if (known is { Until: null })
            return known.From == c.From ? Decision.Nothing : IsMember(known.From);
        return known is null && state.Members.Count >= Limits.Items ? Form.Full("members")
            : Form.NotBefore("from", c.From, known?.Until ?? c.From).Or(Decision.Of(new MemberAdded(c.Member, c.From)));
    }

    private static Decision Remove(PersonState state, RemoveMember c) => state.Members.GetValueOrDefault(c.Member.Value) switch
    {
        _ when state.Kind != PersonKind.Group => NoGroup,
        null => NeverMember,
        var known when known.Until == c.From => Decision.Nothing,
        { Until: { } until } => MembershipEnded(until),
        var known => Form.After("from", c.From, known.From).Or(Decision.Of(new MemberRemoved(c.Member, c.From))),
    };
}
