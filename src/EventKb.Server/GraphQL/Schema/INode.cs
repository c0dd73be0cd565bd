using GraphQL;

namespace EventKb.Server.GraphQL.Schema;

/// <summary>Anything with a global id.</summary>
[Name("Node")]
internal interface INode
{
    [Id]
    string Id { get; }
}
