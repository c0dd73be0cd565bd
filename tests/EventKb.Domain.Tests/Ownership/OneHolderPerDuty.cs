using CsCheck;
using EventKb.Domain.Ownership;
using static EventKb.Domain.Ownership.OwnershipAssignmentCommand;
using static EventKb.Domain.Ownership.OwnershipAssignmentEvent;
using static EventKb.Domain.Tests.Ownership.Facts;
using Asked = EventKb.Domain.Ownership.OwnershipAssignmentCommand;

namespace EventKb.Domain.Tests.Ownership;

/// <summary>Few people, few days: most random commands collide.</summary>
public class OneHolderPerDuty
{
    private static readonly PersonId[] Everyone = [Tests.Spec.Anna, Tests.Spec.Berta, Cecilija];
    private static readonly Gen<PersonId> People = Gen.Int[0, 2].Select(i => Everyone[i]);
    private static readonly Gen<DateOnly> Days = Gen.Int[1, 20].Select(Jan);
    private static readonly Gen<DateOnly?> Untils = Gen.Frequency(
        (3, Days.Select(day => (DateOnly?)day)), (1, Gen.Const((DateOnly?)null)));
    private static readonly Gen<int> Terms = Gen.Int[1, 4];

    [Fact]
    public void Holds_on_every_day_whatever_is_asked() =>
        Commands(Duty.ServiceOwner).Sample(commands =>
            Assert.All(HoldersByDay(History.Of(OwnershipAssignment.Decider, commands)),
                holders => Assert.True(holders.Count <= 1)),
            iter: 2_000);

    [Fact]
    public void Is_found_broken_when_nothing_is_refused() =>
        Assert.ThrowsAny<Exception>(() => Commands(Duty.ServiceOwner).Sample(commands =>
            HoldersByDay(History.Of(Unguarded, commands, repeating: false)).All(holders => holders.Count <= 1), iter: 200));

    [Fact]
    public void Leaves_providers_several_but_nobody_twice()
    {
        var shared = false;
        Commands(Duty.ServiceProvider).Sample(commands =>
        {
            foreach (var holders in HoldersByDay(History.Of(OwnershipAssignment.Decider, commands)))
            {
                Assert.Equal(holders.Count, holders.Distinct().Count());
                shared |= holders.Count > 1;
            }
        }, iter: 500);
        Assert.True(shared);
    }

    [Fact]
    public void Keeps_deputies_and_holders_apart_on_every_day() =>
        Commands(Duty.ServiceOwner).Sample(commands =>
        {
            var state = (OwnershipAssignmentState)History.Of(OwnershipAssignment.Decider, commands).State;
            for (var day = 1; day <= 31; day++)
                Assert.Empty(state.HeldOn(Jan(day)).Select(t => t.Holder)
                    .Intersect(state.Deputyships.Values.Where(d => d.Covers(Jan(day))).Select(d => d.Deputy)));
        }, iter: 500);

    [Fact]
    public void Comes_out_the_same_when_history_is_replayed() =>
        Commands(Duty.ServiceOwner).Sample(commands =>
            History.Of(OwnershipAssignment.Decider, commands).ReplaysTo(OwnershipAssignment.Decider), iter: 500);

    /// <summary>The aggregate without its rules: it assigns whatever is asked.</summary>
    private static Decider<OwnershipAssignmentState, Asked> Unguarded { get; } =
        new(OwnershipAssignment.Category, OwnershipAssignmentState.Empty,
            (state, command, _) => command is Assign c && !(c.Until <= c.From)
                ? Decision.Of(Assigned(state.Terms.Count + 1, c.Holder, c.From, c.Until))
                : Decision.Nothing,
            (state, recorded) => (OwnershipAssignmentState)OwnershipAssignment.Decider.Evolve(state, recorded));

    private static Gen<Asked[]> Commands(Duty duty) =>
        Gen.OneOf<Asked>(
            Gen.Select(People, Days, Untils, (who, from, until) => (Asked)Assign(who, from, until, duty)),
            Gen.Select(Terms, People, Days, Untils, (t, who, on, until) => (Asked)Transfer(t, who, on, until)),
            Gen.Select(Terms, People, Days, Untils, (t, who, from, until) => (Asked)Correct(t, who, from, until)),
            Gen.Select(Terms, Days, (term, on) => (Asked)new End(term, on)),
            Gen.Select(People, Days, Untils, (who, from, until) => (Asked)Appoint(who, from, until)),
            Gen.Select(Terms, Days, (number, on) => (Asked)new RelieveDeputy(number, on)))
        .Array[0, 25];

    /// <summary>Read off the events alone: who holds the duty on each day from the first to beyond the last.</summary>
    private static IEnumerable<List<PersonId>> HoldersByDay(History history)
    {
        Dictionary<int, (PersonId Holder, DateOnly From, DateOnly? Until)> terms = [];
        foreach (var recorded in history.Recorded)
        {
            if (recorded.Event is Assigned a)
                terms[a.Term] = (a.Holder, a.From, a.Until);
            if (recorded.Event is Transferred t)
                (terms[t.FromTerm], terms[t.Term]) = (terms[t.FromTerm] with { Until = t.On }, (t.Holder, t.On, t.Until));
            if (recorded.Event is Corrected c)
                terms[c.Term] = (c.Holder, c.From, c.Until);
            if (recorded.Event is Ended e)
                terms[e.Term] = terms[e.Term] with { Until = e.On };
        }
        return Enumerable.Range(0, 40).Select(day => Jan(1).AddDays(day)).Select(day =>
            terms.Values.Where(t => t.From <= day && (t.Until is null || day < t.Until)).Select(t => t.Holder).ToList());
    }
}
