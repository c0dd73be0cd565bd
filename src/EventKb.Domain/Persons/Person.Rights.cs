using static EventKb.Domain.Persons.PersonCommand;
using static EventKb.Domain.Persons.PersonEvent;
using static EventKb.Domain.Persons.PersonRejections;

namespace EventKb.Domain.Persons;

/// <content>What somebody may do.</content>
public static partial class Person
{
    private static Decision Grant(PersonState state, GrantRight c, CommandContext context)
    {
        var malformed = Form.Known("right", c.Right) ?? Form.Days(c.From, c.Until) ?? Over(c.Right, c.Over);
        if (malformed is not null)
            return malformed;
        if (context.Person.Value == state.Stream || context.OnBehalfOf?.Value == state.Stream)
            return OwnRight;
        if (state.Kind is not (PersonKind.Person or PersonKind.ServiceAccount))
            return NoRights;
        var times = TimesOf(state, new(c.Right, c.Over));
        if (times.Contains(new Membership(c.From, c.Until)))
            return Decision.Nothing;
        if (times.FirstOrDefault(time => !(time.Until <= c.From) && !(c.Until <= time.From)) is { } other)
            return RightExists(other.From);
        return times.Count >= Limits.Items ? Form.Full("rights") : Decision.Of(new RightGranted(c.Right, c.From, c.Until, c.Over));
    }

    private static Decision Revoke(PersonState state, RevokeRight c)
    {
        if ((Form.Known("right", c.Right) ?? Form.Day("on", c.On) ?? Over(c.Right, c.Over)) is { } malformed)
            return malformed;
        var right = new RightOver(c.Right, c.Over);
        return TimesOf(state, right).Any(time => !(time.Until <= c.On)) ? Decision.Of(new RightRevoked(c.Right, c.On, c.Over))
            : state.Rights.ContainsKey(right) ? Decision.Nothing : NeverGranted;
    }

    private static Rejection? Over(PersonRight right, InstitutionCode? institution) => institution is not { } code ? null
        : right.IsRole() ? Form.Institution("over", code)
        : Rejection.Invalid("over", $"The right {right.Code()} is over the whole ledger; leave 'over' out.");

    private static ValueList<Membership> TimesOf(PersonState state, RightOver right) => state.Rights.GetValueOrDefault(right) ?? [];

    private static PersonState Given(PersonState state, RightOver right, Membership time) =>
        state with { Rights = state.Rights.With(right, [.. TimesOf(state, right), time]) };

    private static PersonState Taken(PersonState state, RightOver right, DateOnly on) => state with
    {
        Rights = state.Rights.With(right, [.. TimesOf(state, right).Select(time => Without(time, on))]),
        RightsTaken = state.RightsTaken.With(right, on),
    };

    /// <summary>What is left of a time when nothing is from a day on; one that had not begun is empty.</summary>
    private static Membership Without(Membership time, DateOnly from) =>
        time.Until <= from ? time : time with { Until = time.From > from ? time.From : from };

    private static string Said(Membership time) => $"{time.From:yyyy-MM-dd}/{time.Until:yyyy-MM-dd}";
}
