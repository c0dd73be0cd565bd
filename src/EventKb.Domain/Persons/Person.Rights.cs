using static EventKb.Domain.Persons.PersonCommand;
using static EventKb.Domain.Persons.PersonEvent;
using static EventKb.Domain.Persons.PersonRejections;

namespace EventKb.Domain.Persons;

/// <content>What somebody may do.</content>
public static partial class Person
{
    private static Decision Grant(PersonState state, GrantRight c, CommandContext context)
    {
        var malformed = Form.Known("right", c.Right) ?? Form.Days(c.From, c.Until);
        if (malformed is not null)
            return malformed;
        if (context.Person.Value == state.Stream || context.OnBehalfOf?.Value == state.Stream)
            return OwnRight;
        if (state.Kind is not (PersonKind.Person or PersonKind.ServiceAccount))
            return NoRights;
        var times = TimesOf(state, c.Right);
        if (times.Contains(new Membership(c.From, c.Until)))
            return Decision.Nothing;
        if (times.FirstOrDefault(time => !(time.Until <= c.From) && !(c.Until <= time.From)) is { } other)
            return RightExists(other.From);
        return times.Count >= Limits.Items ? Form.Full("rights") : Decision.Of(new RightGranted(c.Right, c.From, c.Until));
    }

    private static Decision Revoke(PersonState state, RevokeRight c)
    {
        if ((Form.Known("right", c.Right) ?? Form.Day("on", c.On)) is { } malformed)
            return malformed;
        return TimesOf(state, c.Right).Any(time => !(time.Until <= c.On)) ? Decision.Of(new RightRevoked(c.Right, c.On))
            : state.Rights.ContainsKey(c.Right) ? Decision.Nothing : NeverGranted;
    }

    private static ValueList<Membership> TimesOf(PersonState state, PersonRight right) => state.Rights.GetValueOrDefault(right) ?? [];

    /// <summary>What is left of a time when nothing is from a day on; one that had not begun is empty.</summary>
    private static Membership Without(Membership time, DateOnly from) =>
        time.Until <= from ? time : time with { Until = time.From > from ? time.From : from };

    private static string Said(Membership time) => $"{time.From:yyyy-MM-dd}/{time.Until:yyyy-MM-dd}";
}
