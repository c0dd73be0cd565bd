using EventKb.ReadModels;

namespace EventKb.Server.GraphQL.Execution;

/// <summary>A view: one snapshot, one pin, one viewer. Everything below a root field hangs on the same one.</summary>
internal sealed class Reading(Operation operation, ReadSession session, Pin pin, Stated? stated = null)
{
    private Loaders? _loaders;

    public Operation Operation { get; } = operation;

    public ReadSession Session { get; } = session;

    public Pin Pin { get; } = pin;

    public Viewer Viewer => Operation.Viewer;

    /// <summary>True under <c>asOf</c>.</summary>
    public bool IsExplicit => stated is not null;

    public Loaders Loaders => _loaders ??= new Loaders(this);

    /// <summary>Whether a cursor goes on in this view: in what <c>asOf</c> states it must agree, the rest it brings along.</summary>
    public bool GoesOn(long position, DateTimeOffset valid) =>
        (stated?.Position != true || position == Pin.Position) && (stated?.Moment != true || valid == Pin.Valid);

    /// <summary>The same snapshot at another pin, for the next page of an earlier view.</summary>
    public async Task<Reading> At(long position, DateTimeOffset valid)
    {
        if (position == Pin.Position && valid == Pin.Valid)
            return this;
        var pin = await Session.PinAt(Operation.Now, position, valid: valid)
            ?? throw CodedError.NotReached(position, Session.Checkpoint.Position);
        return new Reading(Operation, Session, pin, stated);
    }
}

/// <summary>What <c>asOf</c> says of its view; what it leaves open is that of the answer.</summary>
internal sealed record Stated(bool Position, bool Moment);
