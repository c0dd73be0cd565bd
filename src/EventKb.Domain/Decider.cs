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
    public abstract object Evolve(object state, RecordedEvent recorded);

    /// <summary>Every field of a state that has a value, by its path.</summary>
    public abstract IEnumerable<(string Path, object Value)> Fields(object state);

    /// <summary>What a state is linked with, by one of <see cref="Links"/>.</summary>
    public abstract IEnumerable<string> Linked(object state, string kind);

    /// <summary>How the state after an event differs from the one before, and what else the event says.</summary>
    public abstract Difference Compare(object before, object after, RecordedEvent recorded);
}

/// <summary>A decider over typed state and commands.</summary>
/// <typeparam name="TState">The state machine's state.</typeparam>
/// <typeparam name="TCommand">The closed set of commands.</typeparam>
public sealed class Decider<TState, TCommand>(
    string category,
    TState initial,
    Func<TState, TCommand, CommandContext, Decision> decide,
    Func<TState, RecordedEvent, TState> evolve,
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
            ? (Decision?)CheckCircumstances(command, context) ?? Explain(decide((TState)state, known, context), context)
            : throw new InvalidOperationException($"{command.GetType().Name} is no command of {Category}.");

    /// <inheritdoc/>
    public override object Evolve(object state, RecordedEvent recorded) => evolve((TState)state, recorded);

    /// <inheritdoc/>
    public override IEnumerable<(string Path, object Value)> Fields(object state) => _fields.Of((TState)state);

    /// <inheritdoc/>
    public override IEnumerable<string> Linked(object state, string kind) => _fields.Linked((TState)state, kind);

    /// <inheritdoc/>
    public override Difference Compare(object before, object after, RecordedEvent recorded) =>
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

    private static Rejection? CheckCircumstances(Command command, CommandContext context)
    {
        var unreadable = Form.AtMost("reason", context.ReasonText, Limits.Comment) ?? Form.AtMost("message", context.Message, Limits.Message)
            ?? (context.OnBehalfOf is { } other ? Form.Person("onBehalfOf", other) : null);
        if (unreadable is not null)
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
