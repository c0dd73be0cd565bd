namespace EventKb.Domain;

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
public sealed record Rejection(string Code, Wording Fact, Wording Remedy, string? Field = null) : Decision
{
    /// <summary>What is wrong and what to do.</summary>
    public Wording Words => $"{Fact} {Remedy}";

    /// <summary>Refuses an input that breaks a rule about its form.</summary>
    public static Rejection Invalid(string field, Wording fact) =>
        new("INVALID_INPUT", fact, $"Correct '{field}' and send the command again.", field);
}
