using System.Globalization;

namespace EventKb.Domain.Losses;

/// <summary>
/// Events that were recorded and are gone, and that the operator accepted it: the one thing that a ledger cannot show by itself.
/// </summary>
public static class LedgerLoss
{
    /// <summary>Second part of a loss's stream id; stored for ever.</summary>
    public const string Category = "ledger-loss";

    private const int RootDigits = 64;

    /// <summary>The aggregate's two functions.</summary>
    public static Decider<LedgerLossState, LedgerLossCommand> Decider { get; } =
        new(Category, LedgerLossState.Empty, Decide, Evolve, Fields());

    /// <summary>Stream of a loss: what is lost names it, so that accepting it twice is accepting it once.</summary>
    public static StreamId StreamOf(InstitutionCode institution, LedgerLossCommand.Accept loss) => new(institution, Category,
        DerivedId.From(Category, loss.Origin ?? "", loss.LastPosition.ToString(CultureInfo.InvariantCulture), loss.RootHash ?? ""));

    private static Decision Decide(LedgerLossState state, LedgerLossCommand command, CommandContext context) => command switch
    {
        LedgerLossCommand.Accept accept => Accept(state, accept, context),
        _ => throw Form.Undecided(command),
    };

    private static Decision Accept(LedgerLossState state, LedgerLossCommand.Accept accept, CommandContext context) =>
        (Form.Text("reason", context.ReasonText, Limits.Comment)
            ?? Form.AtMost("origin", accept.Origin, Limits.Title)
            ?? (accept.FirstPosition < 1 || (accept.LastPosition != 0 && accept.LastPosition < accept.FirstPosition)
                ? Rejection.Invalid("lastPosition", "Positions begin at 1, and the last must not be before the first.") : null)
            ?? (accept.RootHash is { } root && (root.Length != RootDigits || !root.All(char.IsAsciiHexDigitLower))
                ? Rejection.Invalid("rootHash", $"A root must be {RootDigits} lower-case hex digits.") : null))
        .Or(state.Accepted is null
            ? Decision.Of(new LedgerLossEvent.Accepted(accept.Origin, accept.FirstPosition, accept.LastPosition, accept.RootHash))
            : Decision.Nothing);

    private static LedgerLossState Evolve(LedgerLossState state, RecordedEvent recorded) => recorded.Event switch
    {
        LedgerLossEvent.Accepted accepted => new(accepted),
        _ => throw Form.Unknown(Category, recorded.Event),
    };

    private static FieldMap<LedgerLossState> Fields() => new FieldMap<LedgerLossState>()
        .Field("origin", s => s.Accepted?.Origin).Field("firstPosition", s => s.Accepted?.FirstPosition)
        .Field("lastPosition", s => s.Accepted?.LastPosition).Field("rootHash", s => s.Accepted?.RootHash);
}
