using EventKb.Domain;
using EventKb.Domain.Access;
using EventKb.Ledger;
using EventKb.Server.Persons;

namespace EventKb.Server.Access;

/// <summary>Lets nobody write into a ledger that was once served with sign-in, unless senders sign in or the glass is broken.</summary>
internal sealed class WriteAccess(ServerOptions options)
{
    private static readonly Rejection SignInRequired = new("SIGN_IN_REQUIRED",
        "This ledger is served with sign-in, and nobody signs in here.",
        "Start the server with --sign-in, or in an emergency with --break-glass REASON.");

    private volatile bool _closed;

    /// <summary>True where nothing may be written; known once <see cref="Begin"/> is done.</summary>
    public bool IsClosed => _closed;

    /// <summary>True where a ledger was once served with sign-in.</summary>
    public static async Task<bool> IsRequiredIn(EmbeddedLedger ledger) => (await Read(ledger)).SignInRequired;

    /// <summary>The check of every command.</summary>
    public AuthorityCheck Check => (_, _, _, _) => ValueTask.FromResult(_closed ? SignInRequired : null);

    /// <summary>Records with what the server was started, before it takes its first command.</summary>
    public async Task Begin(EmbeddedLedger ledger, LocalOperator local, CancellationToken cancellation)
    {
        if (options.SignIn is not null)
        {
            await Send(ledger, local, new LedgerAccessCommand.RequireSignIn(), cancellation);
            await Send(ledger, local, new LedgerAccessCommand.ReplaceGlass(), cancellation);
        }
        else if (options.BreakGlass is not null)
            await Send(ledger, local, new LedgerAccessCommand.BreakGlass(), cancellation);
        else
            _closed = await IsRequiredIn(ledger);
    }

    /// <summary>Ends the time in which the glass is broken with the server.</summary>
    public Task End(EmbeddedLedger ledger, LocalOperator local) => options.BreakGlass is null ? Task.CompletedTask
        : Send(ledger, local, new LedgerAccessCommand.ReplaceGlass(), CancellationToken.None);

    private static ValueTask<LedgerAccessState> Read(EmbeddedLedger ledger) =>
        ledger.Feed.State<LedgerAccessState>(LedgerAccess.Decider, LedgerAccess.Stream);

    private async Task Send(EmbeddedLedger ledger, LocalOperator local, LedgerAccessCommand command, CancellationToken cancellation)
    {
        var (id, now) = (CommandId.From("ledger-access", Guid.NewGuid().ToString("N")), ledger.Time.GetUtcNow());
        var context = new CommandContext(id, now, now, local.Id, LedgerAccess.Stream.Institution, Via.Api, id.Value, id.Value)
        {
            ReasonText = command is LedgerAccessCommand.BreakGlass ? options.BreakGlass : null,
        };
        // Whoever may not, or need not, enters nothing in the directory either.
        if (LedgerAccess.Decider.Decide(await Read(ledger), command, context) is not Accepted { Events.Count: > 0 } and var early)
        {
            if (early is Rejection refused)
                throw CannotGoOn.BadInput(refused.Words);
            return;
        }

        await local.Enter(cancellation);
        if (await ledger.Gateway.Send(LedgerAccess.Stream, command, context, cancellation) is CommandOutcome.Refused { Rejection: var why })
            throw CannotGoOn.BadInput(why.Words);
    }
}
