using EventKb.ReadModels;

namespace EventKb.Server.GraphQL.Execution;

/// <summary>A view: one snapshot, one pin, one viewer. Everything below a root field hangs on the same one.</summary>
internal sealed class Reading(Operation operation, ReadSession session, Pin pin, bool isExplicit)
{
    private Loaders? _loaders;

    public Operation Operation { get; } = operation;

    public ReadSession Session { get; } = session;

    public Pin Pin { get; } = pin;

    public Viewer Viewer => Operation.Viewer;

    /// <summary>True under <c>asOf</c>: then a cursor of another view is refused.</summary>
    public bool IsExplicit { get; } = isExplicit;

    public Loaders Loaders => _loaders ??= new Loaders(this);

    /// <summary>The same snapshot at another pin, for the next page of an earlier view.</summary>
    public async Task<Reading> At(long position, DateTimeOffset valid)
    {
        if (position == Pin.Position && valid == Pin.Valid)
            return this;
        var pin = await Session.PinAt(Operation.Now, position, valid: valid)
            ?? throw CodedError.NotReached(position, Session.Checkpoint.Position);
        return new Reading(Operation, Session, pin, IsExplicit);
    }
}
