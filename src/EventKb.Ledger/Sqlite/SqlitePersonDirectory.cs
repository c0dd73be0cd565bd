using System.Security.Cryptography;
using EventKb.Domain;
using Microsoft.Data.Sqlite;

namespace EventKb.Ledger.Sqlite;

/// <summary>Persons in a table beside the ledger.</summary>
internal sealed class SqlitePersonDirectory(WriterThread writer, LedgerFile file) : PersonDirectory
{
    private const int MostAtOnce = 1_000;

    /// <inheritdoc/>
    public override async Task<PersonId> PseudonymFor(InstitutionCode institution, string source, string subject, string name,
        string? email = null, CancellationToken cancellation = default)
    {
        using (var connection = file.OpenReader())
        {
            if (Known(connection, institution, source, subject) is { } known && known.Name == name && known.Email == email)
                return known.Id;
        }

        var fresh = new PersonId($"p-{RandomNumberGenerator.GetHexString(32, lowercase: true)}");
        var id = fresh;
        await writer.Run(connection =>
        {
            using var put = new Statement(connection,
                """
                INSERT INTO persons (id, institution, source, subject, name, email) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (institution, source, subject) DO UPDATE SET name = excluded.name, email = excluded.email
                """);
            put.Bind(1, fresh.Value).Bind(2, institution.Value).Bind(3, source).Bind(4, subject).Bind(5, name)
                .Bind(6, email).Run();
            id = Known(connection, institution, source, subject)!.Id;
        });
        return id;
    }

    /// <inheritdoc/>
    public override Task<IReadOnlyDictionary<PersonId, Person>> Find(IReadOnlyCollection<PersonId> ids,
        CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ids.Count, MostAtOnce);
        using var connection = file.OpenReader();
        using var row = new Statement(connection,
            "SELECT id, institution, source, subject, name, email FROM persons WHERE id = ?");
        var found = new Dictionary<PersonId, Person>();
        foreach (var id in ids)
        {
            if (row.Bind(1, id.Value).Step())
                found[id] = Row(row);
            row.Reset();
        }

        return Task.FromResult<IReadOnlyDictionary<PersonId, Person>>(found);
    }

    /// <inheritdoc/>
    public override async Task<bool> Erase(PersonId id, CancellationToken cancellation = default)
    {
        var erased = 0;
        await writer.Run(connection =>
        {
            using var delete = new Statement(connection, "DELETE FROM persons WHERE id = ?");
            erased = delete.Bind(1, id.Value).Run();
        });
        return erased > 0;
    }

    /// <summary>Puts an exported person in.</summary>
    internal static void Restore(SqliteConnection connection, Person person)
    {
        using var put = new Statement(connection,
            "INSERT INTO persons (id, institution, source, subject, name, email) VALUES (?, ?, ?, ?, ?, ?)");
        put.Bind(1, person.Id.Value).Bind(2, person.Institution.Value).Bind(3, person.Source).Bind(4, person.Subject)
            .Bind(5, person.Name).Bind(6, person.Email).Run();
    }

    private static Person? Known(SqliteConnection connection, InstitutionCode institution, string source, string subject)
    {
        using var row = new Statement(connection,
            "SELECT id, institution, source, subject, name, email FROM persons "
            + "WHERE institution = ? AND source = ? AND subject = ?");
        return row.Bind(1, institution.Value).Bind(2, source).Bind(3, subject).Step() ? Row(row) : null;
    }

    private static Person Row(Statement row) =>
        new(new PersonId(row.Text(0)), new InstitutionCode(row.Text(1)), row.Text(2), row.Text(3),
            row.Text(4), row.TextOrNull(5));
}
