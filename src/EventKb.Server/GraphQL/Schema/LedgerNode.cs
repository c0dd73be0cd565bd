using EventKb.Ledger;
using EventKb.Server.GraphQL.Execution;
using GraphQL;

namespace EventKb.Server.GraphQL.Schema;

/// <summary>The ledger as it stands at the view: under <c>asOf</c>, as it stood.</summary>
[Name("Ledger")]
internal sealed class LedgerNode(LedgerHead head, Reading view)
{
    private bool IsPast => view.IsExplicit && view.Pin.Position < head.Size;

    public string Origin => head.Origin;

    public long Size => IsPast ? view.Pin.Position : head.Size;

    public async Task<string> RootHash() =>
        IsPast ? await view.Operation.Services.Feed.RootAt(view.Pin.Position) : head.RootHash;

    public async Task<DateTimeOffset?> RecordedAt() => IsPast ? await RecordedAtPin() : head.RecordedAt;

    private async Task<DateTimeOffset?> RecordedAtPin()
    {
        if (view.Pin.Position == 0)
            return null;
        var events = await view.Operation.Services.Feed.Read(view.Pin.Position - 1, 1);
        return events[0].Recorded.RecordedAt;
    }
}
