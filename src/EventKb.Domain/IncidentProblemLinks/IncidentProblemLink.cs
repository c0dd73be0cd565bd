using EventKb.Domain.ServiceRecords;
using static EventKb.Domain.IncidentProblemLinks.IncidentProblemLinkCommand;
using static EventKb.Domain.IncidentProblemLinks.IncidentProblemLinkEvent;
using static EventKb.Domain.IncidentProblemLinks.IncidentProblemLinkRejections;

namespace EventKb.Domain.IncidentProblemLinks;

/// <summary>
/// That an incident belongs to a problem (Incidenta un problēmas sasaiste): one stream for each pair, in the incident's institution.
/// </summary>
public static class IncidentProblemLink
{
    /// <summary>Second part of the ids of these streams; stored for ever.</summary>
    public const string Category = "incident-problem-link";

    /// <summary>The aggregate's two functions.</summary>
    public static Decider<IncidentProblemLinkState, IncidentProblemLinkCommand> Decider { get; } =
        new(Category, IncidentProblemLinkState.Empty, Decide, Evolve, Fields());

    /// <summary>Stream of the link of an incident and a problem; null where the incident's id is none.</summary>
    public static StreamId? StreamOf(string incident, string problem) => StreamId.Parse(incident) is { } stream
        ? new StreamId(stream.Institution, Category, DerivedId.From(Category, incident, problem)) : null;

    private static Decision Decide(IncidentProblemLinkState state, IncidentProblemLinkCommand command, CommandContext context) => command switch
    {
        Propose c => DecidePropose(state, c, context),
        ConfirmBySource c => DecideBySource(state, c),
        _ when state.Pair is null => NotFound,
        WithdrawBySource => state.State == LinkState.ConfirmedBySource ? Decision.Of(new Withdrawn()) : Decision.Nothing,
        Confirm => DecideConfirm(state, context),
        Reject => Answerable(state) ?? OfProblem(state, context) ?? Decision.Of(new Rejected()),
        Withdraw => Withdrawable(state, context) ?? Decision.Of(new Withdrawn()),
        Reopen => IsOver(state) ? OfIncident(state, context) ?? Decision.Of(new Reopened()) : NotOver(state.State!.Value),
        _ => throw Form.Undecided(command),
    };

    private static Decision DecidePropose(IncidentProblemLinkState state, Propose c, CommandContext context)
    {
        var wrong = Check(c.Pair) ?? (c.Rule is null ? null : Form.Code("rule", c.Rule)) ?? Form.AtMost("explanation", c.Explanation, Limits.Comment)
            ?? (c.Confidence is < 0 or > 1 ? Rejection.Invalid("confidence", "The confidence must be a number from 0 to 1.") : null)
            ?? (c.Rule is null == c.Confidence is null ? null
                : Rejection.Invalid("confidence", "A rule proposes with a confidence, a person without one."))
            ?? (c.Rule is not null && string.IsNullOrWhiteSpace(c.Explanation)
                ? Rejection.Invalid("explanation", "A rule must explain what it proposes.") : null);
        if (wrong is not null)
            return wrong;
        return state.State is { } known ? AlreadyThere(known)
            : OfInstitution(c.Pair.Incident, context) ?? Decision.Of(new Proposed(c.Pair, c.Rule, c.Confidence),
                string.IsNullOrWhiteSpace(c.Explanation) ? null : new Content { Comment = c.Explanation });
    }

    /// <summary>The source speaks for itself: what persons decided here before stays in the history, and what it says now holds.</summary>
    private static Decision DecideBySource(IncidentProblemLinkState state, ConfirmBySource c) => Check(c.Pair)
        ?? (state.State is LinkState.ConfirmedBySource or LinkState.Confirmed ? Decision.Nothing : Decision.Of(new ConfirmedBySource(c.Pair)));

    private static Decision DecideConfirm(IncidentProblemLinkState state, CommandContext context)
    {
        if (state.State == LinkState.ConfirmedBySource)
            return OfProblem(state, context) ?? Decision.Of(new Confirmed());
        if ((Answerable(state) ?? OfProblem(state, context)) is { } refused)
            return refused;
        return context.Rules.FourEyes && (state.IsBy(context.Person) || state.IsBy(context.OnBehalfOf))
            ? SamePerson
            : Decision.Of(new Confirmed());
    }

    private static Rejection? Check(LinkedPair pair) =>
        Form.Stream("incident", pair.Incident, ServiceRecord.Category) ?? Form.Stream("problem", pair.Problem, ServiceRecord.Category);

    private static Rejection? Answerable(IncidentProblemLinkState state) =>
        state.State is LinkState.Proposed or LinkState.Reopened ? null : NotWaiting(state.State!.Value);

    /// <summary>What was only proposed is taken back by those who proposed it; what holds, by either side.</summary>
    private static Rejection? Withdrawable(IncidentProblemLinkState state, CommandContext context) =>
        IsOver(state) ? NotHeld(state.State!.Value)
        : state.State is LinkState.Confirmed or LinkState.ConfirmedBySource ? OfIncident(state, context) is null ? null : OfProblem(state, context)
        : OfIncident(state, context);

    private static bool IsOver(IncidentProblemLinkState state) => state.State is LinkState.Rejected or LinkState.Withdrawn;

    private static Rejection? OfIncident(IncidentProblemLinkState state, CommandContext context) => OfInstitution(state.Pair!.Incident, context);

    private static Rejection? OfProblem(IncidentProblemLinkState state, CommandContext context) => OfInstitution(state.Pair!.Problem, context);

    private static Rejection? OfInstitution(string record, CommandContext context) =>
        StreamId.Parse(record) is { } stream && stream.Institution != context.Institution ? WrongSide(stream.Institution) : null;

    private static IncidentProblemLinkState Evolve(IncidentProblemLinkState state, RecordedEvent recorded)
    {
        var (by, next) = (recorded.Metadata, state with { Decided = recorded.Position });
        return recorded.Event switch
        {
            Proposed e => next with
            {
                Pair = e.Pair,
                State = LinkState.Proposed,
                Rule = e.Rule,
                Confidence = e.Confidence,
                Texts = recorded.Texts,
                Proposers = Proposers(state, by),
            },
            ConfirmedBySource e => next with { Pair = e.Pair, State = LinkState.ConfirmedBySource },
            Confirmed => next with { State = LinkState.Confirmed },
            Rejected => next with { State = LinkState.Rejected },
            Withdrawn => next with { State = LinkState.Withdrawn },
            Reopened => next with { State = LinkState.Reopened, Proposers = Proposers(state, by) },
            var other => throw Form.Unknown(Category, other),
        };
    }

    private static ValueList<PersonId> Proposers(IncidentProblemLinkState state, EventMetadata by) =>
        [.. state.Proposers.Concat(new[] { by.Person, by.OnBehalfOf }.OfType<PersonId>()).Distinct()];

    private static FieldMap<IncidentProblemLinkState> Fields() => new FieldMap<IncidentProblemLinkState>()
        .Field("incident", s => s.Pair?.Incident).Field("problem", s => s.Pair?.Problem).Field("state", s => s.State)
        .Field("rule", s => s.Rule).Field("confidence", s => s.Confidence).Field("explanation", s => s.Texts.Named("comment"))
        .Link(Links.About, s => s.Pair is { } pair ? new[] { pair.Incident, pair.Problem } : null)
        .Subject(s => s.Pair?.Incident);
}
