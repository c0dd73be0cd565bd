using EventKb.Domain;
using EventKb.Domain.Persons;
using EventKb.Ledger;
using EventKb.Server.Persons;

namespace EventKb.Server.Imports;

/// <summary>Those whom imported rows name.</summary>
/// <param name="claims">Enters them.</param>
internal sealed class ImportPersons(PersonClaims claims)
{
    /// <summary>The author of a row: an e-mail is one person, however the name is spelt; where there is none the name tells persons apart.</summary>
    public PersonClaim Author(InstitutionCode institution, ImportRow row)
    {
        if (row.AuthorGroup is { } group)
            return claims.Of(institution, PersonKind.Group, "git-group", group, group);
        var (name, email) = (row.AuthorName.Trim(), row.AuthorEmail.Trim().ToLowerInvariant());
        return claims.Of(institution, PersonKind.Person, LocalImport.Git, email.Length > 0 ? email : name, name.Length > 0 ? name : email, email);
    }

    /// <summary>Whom a request management system knows by a name; null = nobody.</summary>
    public PersonClaim? Of(InstitutionCode institution, string? system, string? name) => name is null ? null
        : claims.Of(institution, PersonKind.Person, system is null ? "records" : $"records:{system}", name, name);

    /// <summary>Whoever runs the import.</summary>
    public PersonClaim Importer(InstitutionCode institution) =>
        claims.Of(institution, PersonKind.ServiceAccount, "eventkb", "importer", "Importer");

    /// <summary>Those whom a row names and who are in the directory neither yet nor by an earlier row of the line.</summary>
    public async Task<List<PersonClaim>> New(IEnumerable<PersonClaim?> named, HashSet<PersonId> met)
    {
        var found = new List<PersonClaim>();
        foreach (var claim in named.OfType<PersonClaim>().Where(claim => !met.Contains(claim.Id)))
            if (!await claims.Knows(claim))
                found.Add(claim);
        return found;
    }

    /// <summary>Enters somebody when the turn has come.</summary>
    public Task Enter(PersonClaim claim, WriteTurn? turn, CancellationToken cancellation)
    {
        var importer = Importer(claim.Id.Stream!.Value.Institution);
        return claims.Enter(claim, importer.Id, Via.Import, turn, cancellation);
    }

    /// <summary>Enters whoever runs the import, unless that was done.</summary>
    public async Task<PersonId> EnterImporter(InstitutionCode institution, CancellationToken cancellation)
    {
        var importer = Importer(institution);
        await Enter(importer, null, cancellation);
        return importer.Id;
    }
}
