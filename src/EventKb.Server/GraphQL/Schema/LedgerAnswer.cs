using EventKb.Server.GraphQL.Execution;
using GraphQL;

namespace EventKb.Server.GraphQL.Schema;

/// <summary>The ledger as it stands at the view, which may be behind what is recorded by now.</summary>
[Name("Ledger")]
internal sealed class LedgerAnswer(string origin, Reading view)
{
    private bool IsWhole => view.Pin.Position == view.Session.Checkpoint.Position;

    public string Origin => origin;

    public long Size => view.Pin.Position;

    public async Task<string> RootHash() =>
        IsWhole && Size > 0 ? view.Session.Checkpoint.RootHash : await view.Operation.Services.Feed.RootAt(Size);

    public async Task<DateTimeOffset?> RecordedAt()
    {
        if (Size == 0)
            return null;
        if (IsWhole)
            return view.Session.Checkpoint.RecordedAt;
        var events = await view.Operation.Services.Feed.Read(Size - 1, 1);
        return events[0].Recorded.RecordedAt;
    }
}
