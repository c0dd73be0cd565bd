using EventKb.Domain;

namespace EventKb.Ledger.Integrity;

/// <summary>Everybody who acted has a row in the directory, as the program wrote it; a person who was erased keeps an empty row.</summary>
internal sealed class Authors
{
    private readonly HashSet<string> _acted = new(StringComparer.Ordinal);

    public void Add(CheckedEvent next)
    {
        Add(next.Metadata!.Person.Value);
        Add(next.Metadata.OnBehalfOf?.Value);
    }

    public void End(IEnumerable<Person> stored, DirectorySum said)
    {
        var sum = DirectorySum.Empty;
        foreach (var person in stored)
        {
            sum = sum.Plus(person);
            _acted.Remove(person.Id.Value);
        }

        if (_acted.Order(StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            throw Wrong($"The person directory has no row for {unknown}, who acted.");
        if (!sum.Equals(said))
            throw sum.Persons == said.Persons ? Wrong("A person is not as the program left it.")
                : Wrong($"The person directory has {sum.Persons} persons, not {said.Persons}.");
    }

    private void Add(string? person)
    {
        if (person is not null && PersonDirectory.IsPseudonym(person))
            _acted.Add(person);
    }

    private static LedgerDamagedException Wrong(Wording fact) => new("persons", fact);
}
