using EventKb.Domain;
using EventKb.Domain.Persons;

namespace EventKb.Ledger.Integrity;

/// <summary>Everybody who acts under a pseudonym is in the person directory by then.</summary>
internal sealed class Authors
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public void Add(CheckedEvent next)
    {
        if (next.Row.PreviousPosition == 0 && StreamId.Parse(next.Row.Stream) is { Category: Person.Category })
            _known.Add(next.Row.Stream);
        Check(next, next.Metadata!.Person);
        Check(next, next.Metadata.OnBehalfOf);
        Check(next, next.Metadata.SentBy);
    }

    private void Check(CheckedEvent next, PersonId? person)
    {
        if (person is { Stream: not null } named && !_known.Contains(named.Value))
            throw new LedgerDamagedException("persons",
                $"The person directory has no entry for {named.Value}, who acted at position {next.Row.Position}.");
    }
}
