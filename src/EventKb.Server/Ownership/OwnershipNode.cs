using EventKb.Domain;
using EventKb.Domain.Ownership;
using EventKb.ReadModels.Ownership;
using EventKb.Server.Catalogue;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Schema;
using GraphQL;

namespace EventKb.Server.Ownership;

/// <summary>One duty for one subject, as it stands in a view.</summary>
[Name("OwnershipAssignment")]
[Implements(typeof(INode))]
internal sealed class OwnershipNode(Reading view, OwnershipView row) : INode
{
    /// <summary>The assignment with an id, or null.</summary>
    internal static async Task<OwnershipNode?> Find(Reading view, string id) =>
        (await OwnershipQueries.ByIds(view.Session, view.Viewer, view.Pin, [id])).TryGetValue(id, out var row) ? new(view, row) : null;

    [Id]
    public string Id => row.Id;

    public InstitutionNode Institution => new(view, row.Institution);

    public Duty Duty => row.Duty;

    public Level Level => row.Level;

    public Scope Scope => row.Scope;

    [Id]
    public string Subject => row.Subject;

    public int Version => (int)row.Version;

    public PersonNode? Holder => row.Holders.FirstOrDefault() is { } term ? new(view, term.Holder) : null;

    public IEnumerable<OwnershipTerm> Holders => row.Holders.Select(term => new OwnershipTerm(view, term));

    public IEnumerable<OwnershipTerm> Terms => row.Terms.Select(term => new OwnershipTerm(view, term));

    public IEnumerable<Deputyship> Deputies => row.Deputies.Select(deputy => new Deputyship(view, deputy));

    public IEnumerable<Deputyship> CurrentDeputies => row.CurrentDeputies.Select(deputy => new Deputyship(view, deputy));
}

/// <summary>A person's days in a duty.</summary>
internal sealed class OwnershipTerm(Reading view, TermView term)
{
    public int Term => term.Term;

    public PersonNode Holder => new(view, term.Holder);

    public InstitutionNode HolderInstitution => new(view, term.HolderInstitution);

    public DateOnly From => term.From;

    public DateOnly? Until => term.Until;

    public BasisNode Basis => new(term.Basis);

    public bool Current => term.Current;

    public long Position => term.Position;

    public string? EndReason => term.EndReason;
}

/// <summary>A deputy's days.</summary>
internal sealed class Deputyship(Reading view, DeputyView deputy)
{
    [Name("deputyship")]
    public int Number => deputy.Deputyship;

    public PersonNode Person => new(view, deputy.Person);

    public DateOnly From => deputy.From;

    public DateOnly? Until => deputy.Until;

    public IEnumerable<string> Powers => deputy.Powers;

    public bool Acting => deputy.Acting;

    public BasisNode Basis => new(deputy.Basis);

    public bool Current => deputy.Current;

    public long Position => deputy.Position;
}

/// <summary>The order that a duty rests on.</summary>
[Name("Basis")]
internal sealed class BasisNode(Basis basis)
{
    public string Order => basis.Order;

    public DateOnly Date => basis.Date;
}
