using EventKb.Domain.Ownership;
using EventKb.ReadModels.Ownership;
using EventKb.Server.Catalogue;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.Persons;
using GraphQL;

namespace EventKb.Server.Ownership;

/// <summary>A person's days in a duty.</summary>
internal sealed class OwnershipTerm(Reading view, TermRow term)
{
    public int Term => term.Term;

    public PersonAnswer Holder => new(view, term.Holder);

    public InstitutionNode HolderInstitution => new(view, term.HolderInstitution);

    public DateOnly From => term.From;

    public DateOnly? Until => term.Until;

    public BasisAnswer Basis => new(term.Basis);

    public bool Current => term.Current;

    public long Position => term.Position;

    public string? EndReason => term.EndReason;
}

/// <summary>A deputy's days.</summary>
internal sealed class Deputyship(Reading view, DeputyRow deputy)
{
    [Name("deputyship")]
    public int Number => deputy.Deputyship;

    public PersonAnswer Person => new(view, deputy.Person);

    public DateOnly From => deputy.From;

    public DateOnly? Until => deputy.Until;

    public IEnumerable<string> Powers => deputy.Powers;

    public bool Acting => deputy.Acting;

    public BasisAnswer Basis => new(deputy.Basis);

    public bool Current => deputy.Current;

    public long Position => deputy.Position;
}

/// <summary>The order that a duty rests on.</summary>
[Name("Basis")]
internal sealed class BasisAnswer(Basis basis)
{
    public string Order => basis.Order;

    public DateOnly Date => basis.Date;
}
