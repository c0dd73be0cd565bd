using EventKb.Domain;

namespace EventKb.Ledger;

/// <summary>
/// What something beside a ledger says of it: that it was there, how far it had come and which root it had then. A ledger that is
/// behind its traces, or that they do not fit, has lost events that somebody was told were recorded.
/// </summary>
/// <param name="Where">What says so: the name of a file or folder in the data folder.</param>
/// <param name="Origin">Name of the ledger; null where it does not say.</param>
/// <param name="Position">Events that the ledger had; 0 where it says only that there was a ledger.</param>
/// <param name="RootHash">Root (64 hex digits) at that position; null at position 0.</param>
public sealed record LedgerTrace(string Where, string? Origin, long Position, string? RootHash)
{
    /// <summary>Holds a ledger against a trace; <see cref="LedgerLostException"/> where the ledger is not the one it was.</summary>
    public async Task Check(LedgerHead head, Func<long, ValueTask<string>> rootAt)
    {
        if (Position == 0 || RootHash is null)
            return;
        var isOther = Origin is not null && Origin != head.Origin;
        if (!isOther && Position > head.Size)
            throw new LedgerLostException(
                $"The ledger {head.Origin} ends at position {head.Size}, but {Where} was made from it up to position {Position}: "
                + $"the events from {head.Size + 1} to {Position} are gone.",
                new LostEvents(Origin ?? head.Origin, head.Size + 1, Position, RootHash));
        if (!isOther && await rootAt(Position) == RootHash)
            return;
        throw new LedgerLostException(isOther ? Replaced(head) : PutBack(head), new LostEvents(Origin, 1, Position, RootHash));
    }

    /// <summary>What to say where there are traces of a ledger and no ledger.</summary>
    public static LedgerLostException Missing(string folder, IReadOnlyList<LedgerTrace> traces)
    {
        var last = traces.MaxBy(trace => trace.Position)!;
        var found = string.Join(", ", traces.Select(trace => trace.Where));
        return new LedgerLostException(
            last.Position == 0 ? Unknown(folder, found) : Gone(folder, found, last), Of(traces));
    }

    private static Wording Unknown(string folder, string found) =>
        $"There is no {EmbeddedLedger.FileName} in {folder}, but {found} can only have come from one.";

    private static Wording Gone(string folder, string found, LedgerTrace last) =>
        $"There is no {EmbeddedLedger.FileName} in {folder}, but {found} came from the ledger {last.Origin} of {last.Position} events.";

    private Wording Replaced(LedgerHead head) =>
        $"The ledger here is {head.Origin} with {head.Size} events, but {Where} was made from the ledger {Origin} "
        + $"up to position {Position}: another ledger was put in its place.";

    private Wording PutBack(LedgerHead head) =>
        $"The first {Position} events of the ledger {head.Origin} are not those from which {Where} was made: "
        + $"an earlier state of it was put back and written on.";

    /// <summary>All that the traces know to have been there.</summary>
    public static LostEvents Of(IReadOnlyList<LedgerTrace> traces) => traces.MaxBy(trace => trace.Position) is { } last
        ? new LostEvents(last.Origin, 1, last.Position, last.RootHash)
        : new LostEvents(null, 1, 0, null);
}

/// <summary>Events that were recorded and are gone.</summary>
/// <param name="Origin">Name of the ledger that had them; null where it is unknown.</param>
/// <param name="FirstPosition">The first of them.</param>
/// <param name="LastPosition">The last known one; 0 where it is unknown.</param>
/// <param name="RootHash">Root at the last position; null where it is unknown.</param>
public sealed record LostEvents(string? Origin, long FirstPosition, long LastPosition, string? RootHash);
