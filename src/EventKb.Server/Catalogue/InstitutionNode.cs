using EventKb.Domain;
using EventKb.Domain.Catalogue;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Schema;
using GraphQL;

namespace EventKb.Server.Catalogue;

/// <summary>An institution by its code.</summary>
[Name("Institution")]
[Implements(typeof(INode))]
internal sealed class InstitutionNode(Reading view, string code) : INode
{
    [Id]
    public string Id => Institution.StreamOf(new InstitutionCode(code)).ToString();

    public string Code => code;

    internal Reading View => view;
}
