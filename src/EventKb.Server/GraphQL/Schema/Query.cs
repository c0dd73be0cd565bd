using EventKb.Server.GraphQL.Execution;
using GraphQL;
using GraphQL.DataLoader;

namespace EventKb.Server.GraphQL.Schema;

/// <summary>The query root: what is asked of the ledger itself, and of which view everything else is asked.</summary>
[Name("Query")]
internal sealed class Query(Reading view) : IHasView
{
    Reading IHasView.View => view;

    public async Task<Query> AsOf(DateTimeOffset? recorded, DateTimeOffset? valid, long? position,
        CancellationToken cancellation)
    {
        if (view.IsExplicit)
            throw new CodedError("AS_OF_NESTED", "'asOf' is allowed only at the root; give all of its arguments there.");
        return new Query(await PinnedView.Open(view, recorded, valid, position, cancellation));
    }

    public async Task<LedgerAnswer> Ledger() =>
        new((await view.Operation.Services.Feed.Head()).Origin, view);

    public IDataLoaderResult<INode?> Node([Id] string id) => view.Nodes.Load(id);
}
