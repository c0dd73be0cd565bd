using static EventKb.Domain.Ownership.OwnershipAssignmentCommand;
using static EventKb.Domain.Ownership.OwnershipAssignmentRejections;

namespace EventKb.Domain.Ownership;

/// <content>Following a register that is kept elsewhere: each row is one of the commands that a person would give.</content>
public static partial class OwnershipAssignment
{
    private static Decision Mirror(OwnershipAssignmentState state, Mirror c, CommandContext context)
    {
        var known = state.Terms.Values.LastOrDefault(term => term.Holder == c.Holder && term.From == c.From);
        if (known is not null)
            return Followed(state, known, c, context.ReasonCode);
        return !c.Duty.MayBeShared() && state.Terms.Values.FirstOrDefault(term => term.Covers(c.From)) is { } before && before.From < c.From
            ? Transfer(state, new Transfer(before.Number, c.Holder, c.HolderInstitution, c.From, c.Until, c.Basis))
            : Assign(state, new Assign(c.Duty, c.Subject, c.Holder, c.HolderInstitution, c.From, c.Until, c.Basis), context);
    }

    /// <summary>A term ends; whatever else is otherwise than it was recorded was recorded wrongly.</summary>
    private static Decision Followed(OwnershipAssignmentState state, Term known, Mirror c, string? reason) =>
        c.Until is { } until && (known.Until is null || until < known.Until)
            && known with { Until = until } == known with { Until = until, Basis = c.Basis, HolderInstitution = c.HolderInstitution }
            ? Form.Day("until", until).Or(End(state, new End(known.Number, until), reason))
            : Correct(state, new Correct(known.Number, c.Holder, c.HolderInstitution, c.From, c.Until, c.Basis));

    private static Decision Absent(OwnershipAssignmentState state, MirrorAbsence c, string? reason)
    {
        if (Form.Day("seenOn", c.SeenOn) is { } malformed)
            return malformed;
        if (state.Terms.GetValueOrDefault(c.Term) is not { } term)
            return TermNotFound(c.Term, "term");
        return term.Until <= c.SeenOn ? Decision.Nothing : End(state, new End(c.Term, c.SeenOn), reason);
    }
}
