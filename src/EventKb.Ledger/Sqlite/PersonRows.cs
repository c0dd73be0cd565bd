using EventKb.Domain;
using EventKb.Ledger.Integrity;
using Microsoft.Data.Sqlite;

namespace EventKb.Ledger.Sqlite;

/// <summary>
/// The rows of the directory and the sum over them, which move together in the transaction of whoever calls. One who is forgotten
/// keeps a row without a name, so that a row that is gone shows as damage.
/// </summary>
internal static class PersonRows
{
    /// <summary>Columns of a person, in the order of <see cref="Row"/>.</summary>
    public const string Columns = "id, institution, source, subject, name, email";

    private const string Forgotten = "erased";

    /// <summary>The person a row holds.</summary>
    public static Person Row(Statement row) =>
        new(new PersonId(row.Text(0)), new InstitutionCode(row.Text(1)), row.Text(2), row.Text(3), row.Text(4), row.TextOrNull(5));

    /// <summary>True where somebody was forgotten.</summary>
    public static bool IsForgotten(Person person) => person.Source == Forgotten && person.Subject == person.Id.Value;

    /// <summary>The person that a source of an institution knows under a subject, or null.</summary>
    public static Person? Known(SqliteConnection connection, InstitutionCode institution, string source, string subject)
    {
        using var row = new Statement(connection,
            $"SELECT {Columns} FROM persons WHERE institution = ? AND source = ? AND subject = ?");
        return row.Bind(1, institution.Value).Bind(2, source).Bind(3, subject).Step() ? Row(row) : null;
    }

    /// <summary>Puts a person in, in place of what was known under the same pseudonym.</summary>
    public static void Put(SqliteConnection connection, Person person)
    {
        var sum = Sum(connection);
        if (ById(connection, person.Id) is { } before)
            sum = sum.Minus(before);
        using var put = new Statement(connection,
            $"""
            INSERT INTO persons ({Columns}) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET institution = excluded.institution, source = excluded.source, subject = excluded.subject,
                name = excluded.name, email = excluded.email
            """);
        put.Bind(1, person.Id.Value).Bind(2, person.Institution.Value).Bind(3, person.Source).Bind(4, person.Subject)
            .Bind(5, person.Name).Bind(6, person.Email).Run();
        Save(connection, sum.Plus(person));
    }

    /// <summary>Takes everything but the pseudonym; false where there was nothing to take.</summary>
    public static bool Forget(SqliteConnection connection, PersonId id)
    {
        if (ById(connection, id) is not { } known || IsForgotten(known))
            return false;
        Put(connection, new Person(id, known.Institution, Forgotten, id.Value, "", null));
        return true;
    }

    private static Person? ById(SqliteConnection connection, PersonId id)
    {
        using var row = new Statement(connection, $"SELECT {Columns} FROM persons WHERE id = ?");
        return row.Bind(1, id.Value).Step() ? Row(row) : null;
    }

    private static DirectorySum Sum(SqliteConnection connection)
    {
        using var row = new Statement(connection, "SELECT persons, sum FROM directory_sum WHERE id = 1");
        return row.Step() ? new DirectorySum(row.Number(0), row.Bytes(1))
            : throw new LedgerDamagedException("persons", "The sum over the person directory is missing.");
    }

    private static void Save(SqliteConnection connection, DirectorySum sum)
    {
        using var save = new Statement(connection, "UPDATE directory_sum SET persons = ?, sum = ? WHERE id = 1");
        save.Bind(1, sum.Persons).Bind(2, sum.Sum).Run();
    }
}
