using EventKb.Domain.Catalogue;
using static EventKb.Domain.Ownership.OwnershipAssignmentCommand;
using static EventKb.Domain.Ownership.OwnershipAssignmentEvent;
using static EventKb.Domain.Ownership.OwnershipAssignmentRejections;

namespace EventKb.Domain.Ownership;

/// <content>What it decides.</content>
public static partial class OwnershipAssignment
{
    private static Decision Decide(OwnershipAssignmentState state, OwnershipAssignmentCommand command, CommandContext context) =>
        command switch
        {
            Assign c => Assign(state, c, context),
            Mirror c => Mirror(state, c, context),
            _ when state.Duty is null => NeverAssigned,
            Transfer c => Transfer(state, c),
            AppointDeputy c => Appoint(state, c),
            RelieveDeputy c => Relieve(state, c),
            End c => End(state, c, context.ReasonCode),
            Correct c => Correct(state, c),
            MirrorAbsence c => Absent(state, c, context.ReasonCode),
            _ => throw Form.Undecided(command),
        };

    private static Decision Assign(OwnershipAssignmentState state, Assign c, CommandContext context)
    {
        var malformed = Form.Known("duty", c.Duty) ?? Subject(c.Duty, c.Subject)
            ?? Holder(c.Holder, c.HolderInstitution) ?? Form.Days(c.From, c.Until) ?? Of(c.Basis)
            ?? (state.Duty is null || (state.Duty, state.Subject) == (c.Duty, c.Subject) ? null
                : Rejection.Invalid("subject", "This stream is about another duty or subject."));
        if (malformed is not null)
            return malformed;
        if (InstitutionOf(c.Duty, c.Subject) != context.Institution)
            return OtherInstitution(c.Subject);
        var term = new Term(state.Terms.Count + 1, c.Holder, c.HolderInstitution, c.From, c.Until, c.Basis);
        if (state.Terms.Values.Any(t => IsSame(t, term)))
            return Decision.Nothing;
        return Refuse(state, c.Duty, term, except: 0).Or(Decision.Of(
            new Assigned(term.Number, c.Duty, c.Subject, c.Holder, c.HolderInstitution, c.From, c.Until, c.Basis)));
    }

    private static Decision Transfer(OwnershipAssignmentState state, Transfer c)
    {
        var malformed = Holder(c.Holder, c.HolderInstitution) ?? Form.Day("on", c.On) ?? Form.Days(c.On, c.Until) ?? Of(c.Basis);
        if (malformed is not null)
            return malformed;
        if (state.Terms.GetValueOrDefault(c.FromTerm) is not { } from)
            return TermNotFound(c.FromTerm, "fromTerm");
        var next = new Term(state.Terms.Count + 1, c.Holder, c.HolderInstitution, c.On, c.Until, c.Basis);
        if (from.Until == c.On && state.Terms.Values.Any(t => IsSame(t, next)))
            return Decision.Nothing;
        return (Within("on", from, c.On) ?? Refuse(state, state.Duty!.Value, next, except: from.Number)).Or(Decision.Of(
            new Transferred(from.Number, next.Number, c.Holder, c.HolderInstitution, c.On, c.Until, c.Basis)));
    }

    private static Decision End(OwnershipAssignmentState state, End c, string? reason)
    {
        if (state.Terms.GetValueOrDefault(c.Term) is not { } term)
            return TermNotFound(c.Term, "term");
        if (term.Until == c.On && term.EndReason == reason)
            return Decision.Nothing;
        return Within("on", term, c.On).Or(Decision.Of(new Ended(c.Term, c.On)));
    }

    private static Decision Correct(OwnershipAssignmentState state, Correct c)
    {
        var malformed = Holder(c.Holder, c.HolderInstitution) ?? Form.Days(c.From, c.Until) ?? Of(c.Basis);
        if (malformed is not null)
            return malformed;
        if (state.Terms.GetValueOrDefault(c.Term) is not { } term)
            return TermNotFound(c.Term, "term");
        var corrected = new Term(c.Term, c.Holder, c.HolderInstitution, c.From, c.Until, c.Basis);
        if (IsSame(term, corrected))
            return Decision.Nothing;
        return Refuse(state, state.Duty!.Value, corrected, except: c.Term).Or(Decision.Of(
            new Corrected(c.Term, c.Holder, c.HolderInstitution, c.From, c.Until, c.Basis)));
    }

    private static Decision Appoint(OwnershipAssignmentState state, AppointDeputy c)
    {
        var malformed = Form.Person("deputy", c.Deputy) ?? Form.Days(c.From, c.Until)
            ?? Form.Count("powers", c.Powers.Count, Limits.Items)
            ?? Form.Each(c.Powers, power => Form.Tag("powers", power)) ?? Of(c.Basis);
        if (malformed is not null)
            return malformed;
        var next = new Deputyship(state.Deputyships.Count + 1, c.Deputy, c.From, c.Until, c.Powers, c.Acting, c.Basis);
        if (state.Deputyships.Values.Any(d => d == next with { Number = d.Number }))
            return Decision.Nothing;
        if (state.Deputyships.Count >= Limits.Items)
            return Form.Full("deputyships");
        return state.Terms.Values.Any(t => t.Holder == c.Deputy && t.Overlaps(c.From, c.Until))
            ? DeputyIsHolder("deputy")
            : Decision.Of(new DeputyAppointed(next.Number, c.Deputy, c.From, c.Until, next.Powers, c.Acting, c.Basis));
    }

    private static Decision Relieve(OwnershipAssignmentState state, RelieveDeputy c)
    {
        if (state.Deputyships.GetValueOrDefault(c.Deputyship) is not { } deputyship)
            return DeputyshipNotFound(c.Deputyship);
        return deputyship.Until == c.On
            ? Decision.Nothing
            : Within("on", deputyship, c.On).Or(Decision.Of(new DeputyRelieved(c.Deputyship, c.On)));
    }

    /// <summary>
    /// One holder at a time: a term may overlap no other (of a shared duty, none of the same holder) and no deputyship
    /// of its holder.
    /// </summary>
    private static Rejection? Refuse(OwnershipAssignmentState state, Duty duty, Term term, int except)
    {
        var rival = state.Terms.Values.FirstOrDefault(t => t.Number != except && t.Overlaps(term.From, term.Until)
            && (!duty.MayBeShared() || t.Holder == term.Holder));
        if (rival is not null)
            return AlreadyHeld(rival.Number);
        if (state.Deputyships.Values.Any(d => d.Deputy == term.Holder && d.Overlaps(term.From, term.Until)))
            return DeputyIsHolder("holder");
        return term.Number > Limits.Items ? Form.Full("terms") : null;
    }

    private static Rejection? Within(string field, Span span, DateOnly day) =>
        Form.After(field, day, span.From)
        ?? (day > span.Until ? Rejection.Invalid(field, $"The period already ended on {span.Until:yyyy-MM-dd}.") : null);

    private static bool IsSame(Term left, Term right) => left with { Number = 0, EndReason = null } == right with { Number = 0 };

    private static Rejection? Subject(Duty duty, string subject) =>
        duty.ScopeOf() == Scope.Institution
            ? Form.Institution("subject", new InstitutionCode(subject))
            : Form.Stream("subject", subject, CatalogueEntry.Category);

    private static Rejection? Holder(PersonId holder, InstitutionCode institution) =>
        Form.Person("holder", holder) ?? Form.Institution("holderInstitution", institution);

    private static Rejection? Of(Basis basis) =>
        Form.Tag("basis.order", basis.Order) ?? Form.Day("basis.date", basis.Date);
}
