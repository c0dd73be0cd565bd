using EventKb.Domain;
using EventKb.Ledger;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Http;
using EventKb.Server.GraphQL.Schema;

namespace EventKb.Server.GraphQL.Mutations;

/// <summary>What became of a mutation; each payload adds what was changed, as it is once the read models have the change.</summary>
internal abstract class CommandPayload
{
    private Operation? _operation;
    private string? _stream;

    public string? ClientMutationId { get; private set; }

    public IReadOnlyList<MutationError> Errors { get; private set; } = [];

    public long? Position { get; private set; }

    public int? Version { get; private set; }

    internal void Fill(Operation operation, string? clientId, StreamId stream, CommandOutcome outcome, bool mustExist)
    {
        (_operation, ClientMutationId, _stream) = (operation, clientId, stream.ToString());
        switch (outcome)
        {
            case CommandOutcome.Committed committed:
                Position = committed.LastPosition == 0 ? null : committed.LastPosition;
                Version = (int)committed.Version;
                break;
            case CommandOutcome.Refused { Rejection: { Code: "FORBIDDEN" or "DUTY_NOT_HELD" } forbidden }:
                // Neither whether it exists nor how often it has changed.
                Refuse(operation, clientId, forbidden, null);
                break;
            case CommandOutcome.Refused { CurrentVersion: 0 } when mustExist:
                Refuse(operation, clientId, NotFound(stream.ToString()), null);
                break;
            case CommandOutcome.Refused refused:
                Refuse(operation, clientId, refused.Rejection, refused.CurrentVersion);
                break;
        }
    }

    internal void Refuse(Operation operation, string? clientId, Rejection rejection, long? currentVersion)
    {
        (_operation, ClientMutationId) = (operation, clientId);
        Errors = [new MutationError(rejection.Code, Messages.Of(rejection, operation.Language), rejection.Field, (int?)currentVersion)];
    }

    internal static Rejection NotFound(string id) => new("NOT_FOUND", $"There is no '{id}'.", "Look up the id and send the command again.", "id");

    /// <summary>Reads what was changed from a snapshot that has the change.</summary>
    private protected async Task<T?> Changed<T>() where T : class, INode
    {
        if (_operation is null || _stream is null)
            return null;
        var reached = Position ?? (await _operation.Services.Feed.Head()).Size;
        await _operation.Reach(reached, CancellationToken.None);
        return await _operation.OpenHead().Nodes.Load(_stream).GetResultAsync() as T;
    }
}

/// <summary>Why a mutation did nothing.</summary>
internal sealed record MutationError(string Code, string Message, string? Field, int? CurrentVersion);
