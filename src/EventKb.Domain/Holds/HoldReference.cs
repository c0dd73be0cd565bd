namespace EventKb.Domain.Holds;

/// <summary>That nothing keeps something from being erased.</summary>
public sealed record HoldReference(string Field, StreamId Held) : Reference(Field, LegalHold.StreamOf(Held))
{
    /// <inheritdoc/>
    public override Wording Named => $"'{Held}' without a legal hold";

    /// <inheritdoc/>
    public override bool IsIn(object state, DateOnly day) => !((LegalHoldState)state).OpenCases.Any();

    /// <inheritdoc/>
    public override Rejection Missing(object state) => new("LEGAL_HOLD",
        $"'{Held}' is held for: {string.Join(", ", ((LegalHoldState)state).OpenCases.Select(open => $"{open.Key} ({open.Value.LegalBasis})"))}.",
        "It can be erased once the hold is released.", Field);

    /// <summary>No hold on a stream, or null where the text is no stream's id.</summary>
    public static HoldReference? None(string field, string held) => StreamId.Parse(held) is { } stream ? new(field, stream) : null;
}

/// <summary>Something that has been begun, whatever it is.</summary>
public sealed record StreamReference(string Field, StreamId Stream) : Reference(Field, Stream)
{
    /// <inheritdoc/>
    public override Wording Named => $"'{Stream}'";

    /// <inheritdoc/>
    public override bool IsIn(object state, DateOnly day) => Deciders.Find(Stream.Category) is { } decider && !Equals(state, decider.Initial);

    /// <summary>The stream, or null where the text is none's id or of a kind that is not known.</summary>
    public static StreamReference? To(string field, string text) =>
        StreamId.Parse(text) is { } stream && Deciders.Find(stream.Category) is not null ? new(field, stream) : null;
}
