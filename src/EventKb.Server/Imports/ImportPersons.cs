using System.Collections.Concurrent;
using EventKb.Domain;
using EventKb.Ledger;

namespace EventKb.Server.Imports;

/// <summary>Pseudonyms of those whom imported rows name, each asked for once.</summary>
/// <param name="directory">What knows them.</param>
internal sealed class ImportPersons(PersonDirectory directory)
{
    private const int MostRemembered = 10_000;
    private readonly ConcurrentDictionary<(InstitutionCode, string), PersonId> _known = new();

    /// <summary>The author of a row: an e-mail is one person, however the name is spelt; where there is none the name tells persons apart.</summary>
    public ValueTask<PersonId> Author(InstitutionCode institution, ImportRow row, CancellationToken cancellation)
    {
        if (row.AuthorGroup is { } group)
            return Known(institution, "git-group", group, group, null, cancellation);
        var (name, email) = (row.AuthorName.Trim(), row.AuthorEmail.Trim().ToLowerInvariant());
        return Known(institution, LocalImport.Git, email.Length > 0 ? email : name, name.Length > 0 ? name : email, email, cancellation);
    }

    /// <summary>Whom a request management system knows by a name.</summary>
    public ValueTask<PersonId> Of(InstitutionCode institution, string? system, string name, CancellationToken cancellation) =>
        Known(institution, $"records:{system}", name, name, null, cancellation);

    /// <summary>Whoever runs the import.</summary>
    public ValueTask<PersonId> Importer(InstitutionCode institution, CancellationToken cancellation) =>
        Known(institution, "eventkb", "importer", "Importer", null, cancellation);

    private async ValueTask<PersonId> Known(InstitutionCode institution, string source, string subject, string name, string? email,
        CancellationToken cancellation)
    {
        if (_known.TryGetValue((institution, $"{source}:{subject}"), out var known))
            return known;
        var person = await directory.PseudonymFor(institution, source, subject, name, email, cancellation);
        if (_known.Count < MostRemembered)
            _known.TryAdd((institution, $"{source}:{subject}"), person);
        return person;
    }
}
