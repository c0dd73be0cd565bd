using EventKb.ReadModels;
using EventKb.Server.GraphQL.Schema;
using GraphQL.DataLoader;

namespace EventKb.Server.GraphQL.Execution;

/// <summary>A view: one snapshot, one pin, one viewer. Everything below a root field hangs on the same one.</summary>
internal sealed class Reading(Operation operation, ReadSession session, Pin pin, Stated? stated = null)
{
    private readonly Dictionary<Type, object> _shared = [];

    public Operation Operation { get; } = operation;

    public ReadSession Session { get; } = session;

    public Pin Pin { get; } = pin;

    public Viewer Viewer => Operation.Viewer;

    /// <summary>True under <c>asOf</c>.</summary>
    public bool IsExplicit => stated is not null;

    /// <summary>Whatever has a global id.</summary>
    public BatchLoader<string, INode> Nodes => field ??= new(ids => Operation.Services.Nodes.Find(this, ids));

    /// <summary>The look-ups of a feature, which the fields of one answer share.</summary>
    public T Shared<T>(Func<Reading, T> make) where T : class
    {
        if (!_shared.TryGetValue(typeof(T), out var shared))
            _shared[typeof(T)] = shared = make(this);
        return (T)shared;
    }

    /// <summary>The object with an id, or null where the view has none of that kind.</summary>
    public IDataLoaderResult<T?> Find<T>(string? id) where T : class, INode =>
        id is null ? new Known<T?>(null) : Nodes.Load(id).Map(found => found as T);

    /// <summary>Those of some ids that the view has, in their order.</summary>
    public IDataLoaderResult<IEnumerable<T>> FindAll<T>(IEnumerable<string> ids) where T : class, INode =>
        BatchResults.Together<T>([.. ids.Select(Find<T>)]);

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
