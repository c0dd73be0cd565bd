using static EventKb.Domain.Holds.LegalHoldCommand;
using static EventKb.Domain.Holds.LegalHoldEvent;

namespace EventKb.Domain.Holds;

/// <summary>
/// What must not be erased as long as a case is open, such as a court's or an auditor's: a person, an article, a record or anything else with
/// a stream of its own. Several cases can hold one thing.
/// </summary>
public static class LegalHold
{
    /// <summary>Second part of the ids of these streams; stored for ever.</summary>
    public const string Category = "legal-hold";

    private static readonly Rejection NotHeld = new("NOT_HELD", "No open case of that number holds it.", "Look up the cases of the hold.", "case");

    /// <summary>The aggregate's two functions.</summary>
    public static Decider<LegalHoldState, LegalHoldCommand> Decider { get; } = new(Category, LegalHoldState.Empty, Decide, Evolve, Fields());

    /// <summary>Stream of the holds on a stream.</summary>
    public static StreamId StreamOf(StreamId held) => new(held.Institution, Category, DerivedId.From(Category, held.Text));

    private static Decision Decide(LegalHoldState state, LegalHoldCommand command, CommandContext context) => command switch
    {
        Place c => Place(state, c),
        Release c => state.OpenCases.Any(open => open.Key == c.Case) ? Decision.Of(new Released(c.Case)) : NotHeld,
        _ => throw Form.Undecided(command),
    };

    private static Decision Place(LegalHoldState state, Place c)
    {
        if (StreamId.Parse(c.Held) is not { } held || Deciders.Find(held.Category) is null)
            return Rejection.Invalid("held", "Nothing has this id.");
        if ((Form.Tag("case", c.Case) ?? Erasure.Erasure.CheckLegalBasis(c.LegalBasis)) is { } wrong)
            return wrong;
        if (state.Cases.Count >= Limits.Items && !state.Cases.ContainsKey(c.Case))
            return Rejection.Invalid("case", $"It cannot be held for more than {Limits.Items} cases.");
        return state.OpenCases.Any(open => open.Key == c.Case) ? Decision.Nothing : Decision.Of(new Placed(c.Held, c.Case, c.LegalBasis));
    }

    private static LegalHoldState Evolve(LegalHoldState state, RecordedEvent recorded) => recorded.Event switch
    {
        Placed e => new(e.Held, state.Cases.With(e.Case, new(e.LegalBasis, IsOpen: true))),
        Released e => state with { Cases = state.Cases.With(e.Case, state.Cases[e.Case] with { IsOpen = false }) },
        var other => throw Form.Unknown(Category, other),
    };

    private static FieldMap<LegalHoldState> Fields() => new FieldMap<LegalHoldState>()
        .Field("held", s => s.Held)
        .Each("cases", s => s.Cases, ("legalBasis", c => c.LegalBasis), ("isOpen", c => c.IsOpen))
        .Subject(s => s.Held).Link(Links.About, s => s.Held);
}
