using EventKb.Domain.ServiceRecords;
using static EventKb.Domain.KnownErrors.KnownErrorCommand;
using static EventKb.Domain.KnownErrors.KnownErrorEvent;
using static EventKb.Domain.KnownErrors.KnownErrorRejections;

namespace EventKb.Domain.KnownErrors;

/// <summary>
/// A problem whose cause or workaround is known (Zināma kļūda): one stream for each problem, in the problem's institution.
/// </summary>
public static class KnownError
{
    /// <summary>Second part of the ids of these streams; stored for ever.</summary>
    public const string Category = "known-error";

    /// <summary>The aggregate's two functions.</summary>
    public static Decider<KnownErrorState, KnownErrorCommand> Decider { get; } = new(Category, KnownErrorState.Empty, Decide, Evolve, Fields());

    /// <summary>Stream of a problem's known error; null where the problem's id is none.</summary>
    public static StreamId? StreamOf(string problem) => StreamId.Parse(problem) is { } stream
        ? new StreamId(stream.Institution, Category, DerivedId.From(Category, problem)) : null;

    private static Decision Decide(KnownErrorState state, KnownErrorCommand command, CommandContext context) => command switch
    {
        Open c => DecideOpen(state, c),
        _ when state.Problem is null => NotFound,
        StateCause c => DecideCause(state, c),
        SetWorkaround c => Form.Version("workaround", c.Workaround)
            .Or(c.Workaround == state.Workaround ? Decision.Nothing : Decision.Of(new WorkaroundSet(c.Workaround))),
        WithdrawWorkaround => state.Workaround is { } set ? Decision.Of(new WorkaroundWithdrawn(set, null)) : NoWorkaround,
        LoseWorkaround c => Form.Version("workaround", c.Workaround)
            .Or(c.Workaround == state.Workaround ? Decision.Of(new WorkaroundWithdrawn(c.Workaround, c.Loss)) : Decision.Nothing),
        LinkFixChange c => Form.Stream("change", c.Change, ServiceRecord.Category)
            .Or(c.Change == state.FixChange ? Decision.Nothing : Decision.Of(new FixChangeLinked(c.Change))),
        Fix => state.IsOpen ? Decision.Of(new Fixed()) : NotOpen(state.Status),
        Verify => DecideVerify(state, context),
        Accept => state.IsOpen ? Decision.Of(new KnownErrorEvent.Accepted()) : NotOpen(state.Status),
        Reopen => state.IsOpen ? StillOpen(state.Status) : Decision.Of(new Reopened()),
        ProposeReopening c => Form.Stream("incident", c.Incident, ServiceRecord.Category)
            .Or(state.ConsideredAt is not null && state.ReopeningFor is null ? Decision.Of(new ReopeningProposed(c.Incident)) : Decision.Nothing),
        DeclineReopening => state.ReopeningFor is { } incident ? Decision.Of(new ReopeningDeclined(incident)) : NoReopeningProposed,
        _ => throw Form.Undecided(command),
    };

    private static Decision DecideOpen(KnownErrorState state, Open c)
    {
        var malformed = Form.Stream("problem", c.Problem, ServiceRecord.Category) ?? Form.Line("title", c.Title)
            ?? Form.AtMost("symptoms", c.Symptoms, Limits.Summary);
        if (malformed is not null)
            return malformed;
        return state.Problem is null ? Decision.Of(new Opened(c.Problem), new Content { Title = c.Title, Summary = c.Symptoms }) : AlreadyOpened;
    }

    private static Decision DecideCause(KnownErrorState state, StateCause c)
    {
        if (Form.Text("cause", c.Cause, Limits.Message) is { } malformed)
            return malformed;
        var content = new Content { Body = c.Cause };
        return state.Cause?.Digest == content.Digests().Text ? Decision.Nothing : Decision.Of(new CauseStated(), content);
    }

    private static Decision DecideVerify(KnownErrorState state, CommandContext context)
    {
        if (state is not { Status: KnownErrorStatus.Fixed, Fix: { } fix })
            return NotFixed(state.Status);
        if (state.ReopeningFor is not null)
            return ReopeningWaits;
        var until = Instants.Day(fix.At).AddDays(context.Rules.ObservationDays ?? 0);
        if (Instants.Day(context.OccurredAt) < until)
            return UnderObservation(until);
        return fix.IsBy(context.Person) || fix.IsBy(context.OnBehalfOf) ? SamePerson : Decision.Of(new Verified());
    }

    private static KnownErrorState Evolve(KnownErrorState state, RecordedEvent recorded) => recorded.Event switch
    {
        Opened e => state with { Problem = e.Problem, Texts = recorded.Texts, Status = KnownErrorStatus.Open },
        CauseStated => state with { Cause = recorded.Texts },
        WorkaroundSet e => state with { Workaround = e.Workaround, Lost = null },
        WorkaroundWithdrawn e => state with { Workaround = null, Lost = new(e.Workaround, e.Loss) },
        FixChangeLinked e => state with { FixChange = e.Change },
        Fixed => state with { Status = KnownErrorStatus.Fixed, Fix = FixOf(recorded), ConsideredAt = recorded.Position },
        Verified => state with { Status = KnownErrorStatus.Verified },
        KnownErrorEvent.Accepted => state with { Status = KnownErrorStatus.Accepted },
        Reopened => state with { Status = KnownErrorStatus.Reopened, Fix = null, ReopeningFor = null, ConsideredAt = null },
        ReopeningProposed e => state with { ReopeningFor = e.Incident },
        ReopeningDeclined => state with { ReopeningFor = null, ConsideredAt = recorded.Position },
        var other => throw Form.Unknown(Category, other),
    };

    private static KnownErrorFix FixOf(RecordedEvent recorded) =>
        new(recorded.OccurredAt, recorded.Metadata.Person, recorded.Metadata.OnBehalfOf);

    private static FieldMap<KnownErrorState> Fields() => new FieldMap<KnownErrorState>()
        .Texts(s => s.Texts, "title", "summary")
        .Field("cause", s => s.Cause.Named("body"))
        .Field("problem", s => s.Problem).Field("status", s => s.Problem is null ? (KnownErrorStatus?)null : s.Status)
        .Field("workaround", s => s.Workaround).Field("fixChange", s => s.FixChange)
        .Field("lost.workaround", s => s.Lost?.Workaround).Field("lost.loss", s => s.Lost?.Loss)
        .Field("fix.at", s => s.Fix?.At).Field("fix.person", s => s.Fix?.Person.Value).Field("fix.onBehalfOf", s => s.Fix?.OnBehalfOf?.Value)
        .Field("reopeningFor", s => s.ReopeningFor)
        .Link(Links.About, s => new[] { s.Problem, s.Workaround?.Stream, s.FixChange }.OfType<string>().ToArray())
        .Subject(s => s.Problem);
}
