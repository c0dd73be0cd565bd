using EventKb.Domain;

namespace EventKb.Ledger.Sqlite;

/// <summary>Persons in a table beside the ledger.</summary>
internal sealed class SqlitePersonDirectory(WriterThread writer, ReaderPool readers, Secrets secrets) : PersonDirectory
{
    private const int MostAtOnce = 1_000;

    /// <inheritdoc/>
    public override async Task<PersonId> PseudonymFor(InstitutionCode institution, string source, string subject, string name,
        string? email = null, CancellationToken cancellation = default)
    {
        if (readers.Use(reader => reader.Person(institution, source, subject)) is { } known
            && known.Name == name && known.Email == email)
            return known.Id;

        var fresh = secrets.Pseudonym(institution, source, subject);
        var id = fresh;
        await writer.Run(connection =>
        {
            id = PersonRows.Known(connection, institution, source, subject)?.Id ?? fresh;
            PersonRows.Put(connection, new Person(id, institution, source, subject, name, email));
        });
        return id;
    }

    /// <inheritdoc/>
    public override Task<IReadOnlyDictionary<PersonId, Person>> Find(IReadOnlyCollection<PersonId> ids,
        CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ids.Count, MostAtOnce);
        return Task.FromResult<IReadOnlyDictionary<PersonId, Person>>(readers.Use(reader => reader.Persons(ids)));
    }

    /// <inheritdoc/>
    public override async Task<bool> Erase(PersonId id, CancellationToken cancellation = default)
    {
        var erased = false;
        await writer.Run(connection => erased = PersonRows.Forget(connection, id));
        return erased;
    }
}
