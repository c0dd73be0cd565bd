using EventKb.ReadModels.Ownership;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Paging;

namespace EventKb.Server.Ownership;

/// <summary>Questions about who answers for what.</summary>
internal sealed class OwnershipQuestions(Reading view)
{
    public Task<Connection<OwnershipNode>> Ownerships(OwnershipFilter? filter, int first, string? after)
    {
        var rows = filter ?? new OwnershipFilter();
        return Paged.Of<OwnershipRow, OwnershipNode>("ownerships", view, first, after,
            (at, key) => OwnershipQueries.List(at.Session, at.Viewer, at.Pin, rows, first, key),
            (at, row) => new OwnershipNode(at, row),
            row => row.Id);
    }
}

/// <summary>The look-ups of assignments that one answer shares.</summary>
internal sealed class OwnershipLoaders(Reading view)
{
    public static OwnershipLoaders Of(Reading view) => view.Shared(shared => new OwnershipLoaders(shared));

    /// <summary>Who answers for a service or resource: the assignment of its owner's duty.</summary>
    public BatchLoader<string, AccountableRow> Accountables =>
        field ??= new(subjects => AccountableQueries.Of(view.Session, view.Viewer, view.Pin, subjects));

    /// <summary>Assignments whole, with their terms and deputies.</summary>
    public BatchLoader<string, OwnershipRow> Ownerships =>
        field ??= new(ids => OwnershipQueries.ByIds(view.Session, view.Viewer, view.Pin, ids));
}
