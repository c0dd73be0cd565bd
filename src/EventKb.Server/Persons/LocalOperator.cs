using EventKb.Domain;
using EventKb.Domain.Persons;
using EventKb.Ledger;

namespace EventKb.Server.Persons;

/// <summary>Whoever runs the server where nobody signs in: a person of their own for each name.</summary>
internal sealed class LocalOperator
{
    /// <summary>Whoever can read and write the folder may do everything.</summary>
    public static readonly IReadOnlySet<PersonRight> Rights = Enum.GetValues<PersonRight>().ToHashSet();

    private readonly PersonClaims _claims;
    private readonly PersonClaim _claim;

    public LocalOperator(EmbeddedLedger ledger, string name)
    {
        _claims = new PersonClaims(ledger);
        _claim = _claims.Of(new InstitutionCode("local"), PersonKind.LocalOperator, "operator", name, name);
    }

    /// <summary>The pseudonym.</summary>
    public PersonId Id => _claim.Id;

    /// <summary>Enters them in the person directory before they first act.</summary>
    public Task<PersonId> Enter(CancellationToken cancellation) => _claims.Enter(_claim, null, Via.Api, cancellation: cancellation);
}
