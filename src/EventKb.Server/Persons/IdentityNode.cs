using EventKb.Domain.Persons;
using EventKb.ReadModels.Persons;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Schema;
using GraphQL;

namespace EventKb.Server.Persons;

/// <summary>An account of a sign-in provider in a view.</summary>
[Name("Identity")]
[Implements(typeof(INode))]
internal sealed class IdentityNode(Reading view, IdentityRow row) : INode
{
    [Id]
    public string Id => row.Id;

    public int Version => (int)row.Version;

    public IdentityStatus Status => row.Status;

    public PersonAnswer? Person => PersonAnswer.Of(view, row.Person);

    public PersonAnswer ProposedBy => new(view, row.ProposedBy);

    public string? Issuer => row.Issuer;

    public string? Subject => row.Subject;
}
