using System.Globalization;

namespace EventKb.Domain.Erasure;

/// <summary>What may be asked about erasure.</summary>
public abstract record ErasureCommand : Command
{
    private ErasureCommand() { }

    /// <summary>Destroys the texts and salt of the event at a position of a stream on a legal basis.</summary>
    public sealed record EraseContent(long Position, string Stream, string LegalBasis) : ErasureCommand;
}

/// <summary>Erasure of one event's texts: a stream of its own for each erased position.</summary>
public static class Erasure
{
    /// <summary>Second part of an erasure's stream id; stored for ever.</summary>
    public const string Category = "erasure";

    /// <summary>The decider; its state is the erasure that happened, or null.</summary>
    public static Decider Decider { get; } = new Decider<ErasureState, ErasureCommand>(Category, new(null), Decide, Evolve);

    /// <summary>Stream of the erasure of the event at a position.</summary>
    public static StreamId StreamOf(InstitutionCode institution, long position) =>
        new(institution, Category, position.ToString(CultureInfo.InvariantCulture));

    private static Decision Decide(ErasureState state, ErasureCommand command, CommandContext context) => command switch
    {
        ErasureCommand.EraseContent erase => Decide(state, erase),
        _ => throw new InvalidOperationException($"{command.GetType().Name} is not decided."),
    };

    private static Decision Decide(ErasureState state, ErasureCommand.EraseContent erase)
    {
        if (erase.Position < 1)
            return Rejection.Invalid("position", "Positions begin at 1.");
        if (StreamId.Parse(erase.Stream) is not { } stream || stream.Category == Category)
            return Rejection.Invalid("stream", "This is no stream whose texts can be erased.");
        if (string.IsNullOrWhiteSpace(erase.LegalBasis) || erase.LegalBasis.Length > Limits.Tag)
            return Rejection.Invalid("legalBasis", $"A legal basis of 1 to {Limits.Tag} characters is required.");
        if (state.Erased is null)
            return Decision.Of(new ErasureEvent.ContentErased(erase.Position, erase.Stream, erase.LegalBasis));
        return (state.Erased.Position, state.Erased.Stream) == (erase.Position, erase.Stream)
            ? Decision.Nothing
            : new Rejection("ERASURE_OF_ANOTHER_EVENT",
                $"This erasure is of position {state.Erased.Position} of {state.Erased.Stream}.",
                "Send the command to the erasure stream of the position.");
    }

    private static ErasureState Evolve(ErasureState state, Recorded recorded) => recorded.Event switch
    {
        ErasureEvent.ContentErased erased => new(erased),
        _ => throw new InvalidOperationException($"{recorded.Event.GetType().Name} is no event of {Category}."),
    };
}

/// <summary>The erasure that happened on the stream, if one did.</summary>
internal sealed record ErasureState(ErasureEvent.ContentErased? Erased);
