using EventKb.Domain;
using EventKb.Server.GraphQL.Execution;
using GraphQL;

namespace EventKb.Server.GraphQL.Schema;

/// <summary>The query root: every question, asked of one view.</summary>
[Name("Query")]
internal sealed partial class Query(Reading view) : IHasView
{
    private readonly Reading _view = view;

    Reading IHasView.View => _view;

    public async Task<Query> AsOf(DateTimeOffset? recorded, DateTimeOffset? valid, long? position,
        CancellationToken cancellation)
    {
        if (_view.IsExplicit)
            throw new CodedError("AS_OF_NESTED", "'asOf' stands only at the root; name all three of its arguments there.");
        return new Query(await Execution.AsOf.Open(_view, recorded, valid, position, cancellation));
    }

    public async Task<LedgerNode> Ledger() =>
        new((await _view.Operation.Services.Feed.Head()).Origin, _view);

    public async Task<INode?> Node([Id] string id) =>
        StreamId.Parse(id) is { } stream && Nodes.TryGetValue(stream.Category, out var find) ? await find(_view, id) : null;
}
