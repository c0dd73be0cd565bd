using EventKb.ReadModels.Holds;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Schema;
using GraphQL;
using GraphQL.DataLoader;

namespace EventKb.Server.Holds;

/// <summary>What is kept from being erased, in a view.</summary>
[Name("LegalHold")]
[Implements(typeof(INode))]
internal sealed class LegalHoldNode(Reading view, LegalHoldRow row) : INode
{
    [Id]
    public string Id => row.Id;

    public int Version => (int)row.Version;

    [Id]
    public string HeldId => row.Held;

    public IDataLoaderResult<INode?> Held() => view.Nodes.Load(row.Held);

    public IReadOnlyList<OpenCaseAnswer> Cases => [.. row.Cases.Select(open => new OpenCaseAnswer(open))];
}

/// <summary>A case that holds something.</summary>
[Name("OpenCase")]
internal sealed class OpenCaseAnswer(OpenCase row)
{
    public string Case => row.Case;

    public string LegalBasis => row.LegalBasis;
}
