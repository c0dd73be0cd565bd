namespace EventKb.Domain;

/// <summary>An aggregate: a category of streams, a state, and two pure functions.</summary>
public abstract class Decider
{
    private protected Decider(string category) => Category = category;

    /// <summary>Second part of the ids of this aggregate's streams; stored for ever.</summary>
    public string Category { get; }

    /// <summary>State of a stream with no events.</summary>
    public abstract object Initial { get; }

    /// <summary>True when the command is one of this aggregate's.</summary>
    public abstract bool Takes(Command command);

    /// <summary>Decides a command on a state: new events, nothing new, or a rejection.</summary>
    public abstract Decision Decide(object state, Command command, CommandContext context);

    /// <summary>Takes one recorded event into the state; an unknown event throws.</summary>
    public abstract object Evolve(object state, Recorded recorded);

    /// <summary>Every field of a state that has a value, by its path.</summary>
    public abstract IEnumerable<(string Path, object Value)> Fields(object state);

    /// <summary>In what the state after an event differs from the one before, and what the event says besides.</summary>
    public abstract Difference Compare(object before, object after, Recorded recorded);
}

/// <summary>A decider over typed state and commands.</summary>
/// <typeparam name="TState">The state machine's state.</typeparam>
/// <typeparam name="TCommand">The closed set of commands.</typeparam>
public sealed class Decider<TState, TCommand>(
    string category,
    TState initial,
    Func<TState, TCommand, CommandContext, Decision> decide,
    Func<TState, Recorded, TState> evolve,
    FieldMap<TState>? fields = null) : Decider(category)
    where TState : notnull
    where TCommand : Command
{
    private readonly FieldMap<TState> _fields = fields ?? new FieldMap<TState>();

    /// <inheritdoc/>
    public override object Initial => initial;

    /// <inheritdoc/>
    public override bool Takes(Command command) => command is TCommand;

    /// <inheritdoc/>
    public override Decision Decide(object state, Command command, CommandContext context) =>
        command is TCommand known
            ? (Decision?)CheckReason(command, context) ?? Explain(decide((TState)state, known, context), context)
            : throw new InvalidOperationException($"{command.GetType().Name} is no command of {Category}.");

    /// <inheritdoc/>
    public override object Evolve(object state, Recorded recorded) => evolve((TState)state, recorded);

    /// <inheritdoc/>
    public override IEnumerable<(string Path, object Value)> Fields(object state) => _fields.Of((TState)state);

    /// <inheritdoc/>
    public override Difference Compare(object before, object after, Recorded recorded) =>
        _fields.Compare((TState)before, (TState)after, recorded);

    /// <summary>The reason in words belongs to whatever was decided, so no decider has to think of it.</summary>
    private static Decision Explain(Decision decision, CommandContext context)
    {
        var (reason, message) = (Said(context.ReasonText), Said(context.Message));
        return decision is Accepted { Events.Count: > 0 } accepted && (reason ?? message) is not null
            ? new Accepted([.. accepted.Events.Select(e => e with { Content = (e.Content ?? new()) with { Reason = reason, Message = message } })])
            : decision;
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static Rejection? CheckReason(Command command, CommandContext context)
    {
        if ((Form.AtMost("reason", context.ReasonText, Limits.Comment) ?? Form.AtMost("message", context.Message, Limits.Message)) is { } unreadable)
            return unreadable;
        if (context.ReasonCode is not null && Form.Code("reasonCode", context.ReasonCode) is { } malformed)
            return malformed;
        if (!command.Needs.HasFlag(Needs.Reason))
            return null;
        if (string.IsNullOrWhiteSpace(context.ReasonCode))
            return Rejection.Invalid("reasonCode", "A reason code is required.");
        var known = context.Rules.Reasons;
        return known.Count == 0 || known.Contains(context.ReasonCode)
            ? null
            : new Rejection("REASON_NOT_LISTED", $"The reason '{context.ReasonCode}' is not on the list of the process in force.",
                $"Use one of: {string.Join(", ", known)}.", "reasonCode");
    }
}

/// <summary>Everything about a command that is not the command: time, ids and person arrive with it.</summary>
/// <param name="CommandId">Identity of the command.</param>
/// <param name="Now">The clock's reading when the command is decided, UTC microseconds.</param>
/// <param name="OccurredAt">When the fact became true; equals <paramref name="Now"/> unless an import says otherwise.</param>
/// <param name="Person">Pseudonym of the one who acts.</param>
/// <param name="Institution">Institution for which they act.</param>
/// <param name="Via">The way the command came in.</param>
/// <param name="CausationId">What caused it.</param>
/// <param name="CorrelationId">What it belongs to.</param>
public sealed record CommandContext(
    CommandId CommandId,
    DateTimeOffset Now,
    DateTimeOffset OccurredAt,
    PersonId Person,
    InstitutionCode Institution,
    Via Via,
    string CausationId,
    string CorrelationId)
{
    /// <summary>Duty in which the person acts.</summary>
    public Duty? Duty { get; init; }

    /// <summary>Person for whom they act.</summary>
    public PersonId? OnBehalfOf { get; init; }

    /// <summary>Stream of the assignment that authorises it.</summary>
    public string? AuthorisedBy { get; init; }

    /// <summary>Who sent it, where that is not the person.</summary>
    public PersonId? SentBy { get; init; }

    /// <summary>Time for which it was planned.</summary>
    public DateTimeOffset? PlannedFor { get; init; }

    /// <summary>Policy that allows it, as <c>stream@version</c>.</summary>
    public string? Policy { get; init; }

    /// <summary>Reason from the institution's list.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>Reason in words, at most <see cref="Limits.Comment"/> characters; becomes content.</summary>
    public string? ReasonText { get; init; }

    /// <summary>The source's own account in full, at most <see cref="Limits.Message"/> characters; becomes content.</summary>
    public string? Message { get; init; }

    /// <summary>Stream version that the sender saw, or null when it does not matter.</summary>
    public long? ExpectedVersion { get; init; }

    /// <summary>Institution that is registered as the one that lays down the state's rules.</summary>
    public InstitutionCode? StateRulesBy { get; init; }

    /// <summary>Rules of the knowledge process in force for the institution.</summary>
    public ProcessRules Rules { get; init; } = ProcessRules.Default;
}

/// <summary>Outcome of a decision: accepted with zero or more new events, or rejected.</summary>
public abstract record Decision
{
    private protected Decision() { }

    /// <summary>Accepted, and there is nothing new to say.</summary>
    public static Decision Nothing { get; } = new Accepted([]);

    /// <summary>Accepted with one event.</summary>
    public static Decision Of(Event happened, Content? content = null) => new Accepted([new(happened, content)]);
}

/// <summary>The command is accepted; the events are to be recorded together.</summary>
public sealed record Accepted(ValueList<NewEvent> Events) : Decision;

/// <summary>An event about to be recorded, with its texts.</summary>
public sealed record NewEvent(Event Event, Content? Content = null)
{
    /// <summary>Earlier event whose texts are destroyed when this one is recorded.</summary>
    public EventPlace? Erases { get; init; }
}

/// <summary>Where an event stands.</summary>
public sealed record EventPlace(long Position, string Stream);

/// <summary>The command is refused: a coded value with the fact, what to do, and the field where one is to blame.</summary>
public sealed record Rejection(string Code, string Fact, string Remedy, string? Field = null) : Decision
{
    /// <summary>Refuses an input that breaks a rule about its form.</summary>
    public static Rejection Invalid(string field, string fact) =>
        new("INVALID_INPUT", fact, $"Correct '{field}' and send the command again.", field);
}
