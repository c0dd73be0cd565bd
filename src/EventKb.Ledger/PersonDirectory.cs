using System.Text.RegularExpressions;
using EventKb.Domain;

namespace EventKb.Ledger;

/// <summary>Who the pseudonyms are: outside the ledger and erasable.</summary>
public abstract partial class PersonDirectory
{
    /// <summary>
    /// The pseudonym of a person as a source knows one, made at the first meeting; a changed name or e-mail is taken over.
    /// </summary>
    public abstract Task<PersonId> PseudonymFor(InstitutionCode institution, string source, string subject, string name,
        string? email = null, CancellationToken cancellation = default);

    /// <summary>The persons that are known of those asked for (at most 1,000 at a time).</summary>
    public abstract Task<IReadOnlyDictionary<PersonId, Person>> Find(IReadOnlyCollection<PersonId> ids,
        CancellationToken cancellation = default);

    /// <summary>True for what this directory gives; the clock and other programs act under names of their own.</summary>
    internal static bool IsPseudonym(string person) => Pseudonym().IsMatch(person);

    [GeneratedRegex("^p-[0-9a-f]{32}\\z")]
    private static partial Regex Pseudonym();

    /// <summary>Forgets a person; the pseudonym stays in the ledger. True when there was one.</summary>
    public abstract Task<bool> Erase(PersonId id, CancellationToken cancellation = default);
}

/// <summary>A person as a source of an institution knows one.</summary>
public sealed record Person(PersonId Id, InstitutionCode Institution, string Source, string Subject, string Name, string? Email);
