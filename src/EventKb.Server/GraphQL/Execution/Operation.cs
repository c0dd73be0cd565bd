using EventKb.ReadModels;
using EventKb.Server.GraphQL.Http;

namespace EventKb.Server.GraphQL.Execution;

/// <summary>One GraphQL operation: who asks, when, in which language, and the snapshots that answer it.</summary>
internal sealed class Operation(OperationServices services, Caller caller, DateTimeOffset now, Language language) : IAsyncDisposable
{
    /// <summary>How long a read waits for a position that has not been reached.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly List<ReadSession> _sessions = [];
    private Reading? _head;

    public OperationServices Services { get; } = services;

    public Caller Caller { get; } = caller;

    public Viewer Viewer => Caller.Viewer;

    public DateTimeOffset Now { get; } = now;

    public Language Language { get; } = language;

    /// <summary>What every command of this operation belongs to.</summary>
    public string CorrelationId { get; } = Guid.NewGuid().ToString("N");

    /// <summary>The view at the head; one snapshot for the whole operation.</summary>
    public Reading Head => _head ??= OpenHead();

    /// <summary>Waits until the read models have a position, or gives an error after a while.</summary>
    public async Task Reach(long position, CancellationToken cancellation)
    {
        if (!await Services.Runner.WaitFor(position, Patience, cancellation))
            throw CodedError.NotReached(position, Services.Runner.Position);
    }

    /// <summary>A snapshot taken now, for what must be seen after the operation's own began.</summary>
    public Reading OpenHead()
    {
        var session = OpenSession();
        return new Reading(this, session, session.Head(Now));
    }

    public ReadSession OpenSession()
    {
        var session = Services.Store.OpenSession();
        _sessions.Add(session);
        return session;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var session in _sessions)
            await session.DisposeAsync();
    }
}
