namespace EventKb.Server.GraphQL.Execution;

/// <summary>Finds the view that <c>asOf</c> asks for, waiting for what has not been projected yet.</summary>
internal static class PinnedView
{
    public static async Task<Reading> Open(Reading from, DateTimeOffset? recorded, DateTimeOffset? valid, long? position,
        CancellationToken cancellation)
    {
        var operation = from.Operation;
        var session = from.Session;
        var needed = await Needed(operation, recorded, position, cancellation);
        if (needed > session.Checkpoint.Position)
        {
            await operation.Reach(needed, cancellation);
            session = operation.OpenSession();
        }

        var pin = await session.PinAt(operation.Now, position, recorded, valid)
            ?? throw CodedError.NotReached(position ?? 0, session.Checkpoint.Position);
        // A recorded time that is still to come leaves open which position will be the last by then.
        var isSettled = position is not null || recorded < session.Checkpoint.RecordedAt;
        return new Reading(operation, session, pin, new Stated(isSettled, valid is not null));
    }

    /// <summary>A recorded time is answered from all that the ledger has recorded by then, projected or not.</summary>
    private static async Task<long> Needed(Operation operation, DateTimeOffset? recorded, long? position, CancellationToken cancellation)
    {
        if (position is { } asked)
            return asked;
        return recorded is null ? 0 : (await operation.Services.Feed.Head(cancellation)).Size;
    }
}
