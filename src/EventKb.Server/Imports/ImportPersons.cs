using EventKb.Domain;
using EventKb.Domain.Persons;
using EventKb.Ledger;
using EventKb.Server.Persons;

namespace EventKb.Server.Imports;

/// <summary>Those whom imported rows name.</summary>
/// <param name="Claims">Enters them.</param>
internal sealed record ImportPersons(PersonClaims Claims)
{
    /// <summary>Who signed in and runs the import; null = it runs where nobody signs in.</summary>
    public PersonId? Signed { get; init; }

    /// <summary>The author of a row: an e-mail is one person, however the name is spelt; where there is none the name tells persons apart.</summary>
    public PersonClaim Author(InstitutionCode institution, ImportRow row)
    {
        if (row.AuthorGroup is { } group)
            return Claims.Of(institution, PersonKind.Group, "git-group", group, group);
        var (name, email) = (row.AuthorName.Trim(), row.AuthorEmail.Trim().ToLowerInvariant());
        return Claims.Of(institution, PersonKind.Person, LocalImport.Git, email.Length > 0 ? email : name, name.Length > 0 ? name : email, email);
    }

    /// <summary>Whom a request management system knows by a name; null = nobody.</summary>
    public PersonClaim? Of(InstitutionCode institution, string? system, string? name) => name is null ? null
        : Claims.Of(institution, PersonKind.Person, system is null ? "records" : $"records:{system}", name, name);

    /// <summary>Whoever runs the import and is to be entered in the directory; null = they are in it.</summary>
    public PersonClaim? Importer(InstitutionCode institution) => Signed is null ? Unsigned(institution) : null;

    /// <summary>The pseudonym of whoever runs the import.</summary>
    public PersonId Sender(InstitutionCode institution) => Signed ?? Unsigned(institution).Id;

    /// <summary>Those whom a row names and who are in the directory neither yet nor by an earlier row of the line.</summary>
    public async Task<List<PersonClaim>> New(IEnumerable<PersonClaim?> named, HashSet<PersonId> met)
    {
        var found = new List<PersonClaim>();
        foreach (var claim in named.OfType<PersonClaim>().Where(claim => !met.Contains(claim.Id)))
            if (!await Claims.Knows(claim))
                found.Add(claim);
        return found;
    }

    /// <summary>Enters somebody when the turn has come.</summary>
    public Task Enter(PersonClaim claim, WriteTurn? turn, CancellationToken cancellation) =>
        Claims.Enter(claim, Sender(claim.Id.Stream!.Value.Institution), Via.Import, turn, cancellation);

    /// <summary>Enters whoever runs the import, unless that was done.</summary>
    public async Task<PersonId> EnterImporter(InstitutionCode institution, CancellationToken cancellation)
    {
        if (Importer(institution) is { } importer)
            await Enter(importer, null, cancellation);
        return Sender(institution);
    }

    private PersonClaim Unsigned(InstitutionCode institution) =>
        Claims.Of(institution, PersonKind.ServiceAccount, "eventkb", "importer", "Importer");
}
