using static EventKb.Domain.Access.LedgerAccessEvent;

namespace EventKb.Domain.Access;

/// <summary>
/// Who may write into the ledger: once it was served with sign-in, only who signs in, and in an emergency whoever runs the server, who
/// breaks the glass for it.
/// </summary>
public static class LedgerAccess
{
    /// <summary>Second part of the stream's id; stored for ever.</summary>
    public const string Category = "ledger-access";

    /// <summary>The one stream.</summary>
    public static readonly StreamId Stream = new(new InstitutionCode("local"), Category, DerivedId.From(Category));

    private static readonly Rejection NobodyMust = new("SIGN_IN_NOT_REQUIRED",
        "Nobody has to sign in here: the ledger was never served with sign-in.", "Start without --break-glass.");

    /// <summary>The aggregate's two functions.</summary>
    public static Decider<LedgerAccessState, LedgerAccessCommand> Decider { get; } =
        new(Category, LedgerAccessState.Empty, Decide, Evolve, Fields());

    private static Decision Decide(LedgerAccessState state, LedgerAccessCommand command, CommandContext context) => command switch
    {
        LedgerAccessCommand.RequireSignIn => state.SignInRequired ? Decision.Nothing : Decision.Of(new SignInRequired()),
        LedgerAccessCommand.BreakGlass => Break(state, context),
        LedgerAccessCommand.ReplaceGlass => state.BrokenAt is null ? Decision.Nothing : Decision.Of(new GlassReplaced()),
        _ => throw Form.Undecided(command),
    };

    private static Decision Break(LedgerAccessState state, CommandContext context) =>
        Form.Text("reason", context.ReasonText, Limits.Comment) is { } missing ? missing
            : state.SignInRequired ? Decision.Of(new GlassBroken()) : NobodyMust;

    private static LedgerAccessState Evolve(LedgerAccessState state, RecordedEvent recorded) => recorded.Event switch
    {
        SignInRequired => state with { SignInRequired = true },
        GlassBroken => state with { BrokenAt = recorded.Position },
        GlassReplaced => state with { BrokenAt = null },
        var other => throw Form.Unknown(Category, other),
    };

    private static FieldMap<LedgerAccessState> Fields() => new FieldMap<LedgerAccessState>()
        .Field("signInRequired", s => s.SignInRequired ? true : (bool?)null).Field("brokenAt", s => s.BrokenAt);
}
