using EventKb.Domain.Policies;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Http;
using EventKb.Server.Ownership;
using GraphQL;
using GraphQL.DataLoader;

namespace EventKb.Server.Policies;

/// <summary>Whether somebody may do something.</summary>
[Name("Permission")]
internal sealed class PermissionAnswer(Reading view, Verdict verdict)
{
    public bool Allowed => verdict.Refusal is null;

    public string? Rule => verdict.Rule;

    [Id]
    public string? AuthorisedById => verdict.Assignment;

    public IDataLoaderResult<OwnershipNode?> AuthorisedBy() => view.Find<OwnershipNode>(verdict.Assignment);

    public string? Code => verdict.Refusal?.Code;

    public string? Message => verdict.Refusal is { } why ? Messages.Of(why, view.Operation.Language) : null;
}
