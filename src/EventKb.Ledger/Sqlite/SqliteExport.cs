using EventKb.Domain;
using EventKb.Ledger.Archive;
using Microsoft.Data.Sqlite;

namespace EventKb.Ledger.Sqlite;

/// <summary>The whole ledger as of one moment, a line for each row.</summary>
internal sealed class SqliteExport(SqliteConnection connection, string origin, IProgress<long>? progress)
{
    private const int ReportEach = 1_000;

    public IEnumerable<ArchiveLine> Lines(CancellationToken cancellation)
    {
        using var transaction = connection.BeginTransaction(deferred: true);
        var head = HeadState.Load(connection);
        yield return new ArchiveLine { Header = new(ArchiveHeader.CurrentFormat, origin, head.Size, head.Root) };
        foreach (var happened in Events())
        {
            cancellation.ThrowIfCancellationRequested();
            if (happened.Position % ReportEach == 0)
                progress?.Report(happened.Position);
            yield return new ArchiveLine { Event = happened };
        }

        var (commands, persons) = (0L, 0L);
        for (var rows = Commands().GetEnumerator(); rows.MoveNext(); commands++)
            yield return new ArchiveLine { Command = rows.Current };
        for (var rows = Persons().GetEnumerator(); rows.MoveNext(); persons++)
            yield return new ArchiveLine { Person = rows.Current };
        yield return new ArchiveLine { End = new(commands, persons) };
    }

    private IEnumerable<ArchivedEvent> Events()
    {
        using var row = new Statement(connection,
            """
            SELECT l.position, l.stream, l.version, l.previous_position, l.event_id, l.type, l.recorded_at, l.occurred_at,
                l.envelope, l.data, l.commitment, c.salt, c.bytes
            FROM ledger l LEFT JOIN content c ON c.position = l.position ORDER BY l.position
            """);
        while (row.Step())
            yield return new ArchivedEvent(row.Number(0), row.Text(1), row.Number(2), row.Number(3), row.Text(4), row.Text(5),
                row.Number(6),
                row.Number(7), row.Bytes(8), row.Bytes(9), row.IsNull(10) ? null : row.Bytes(10),
                row.IsNull(11) ? null : new ArchivedContent(row.Bytes(11), row.Bytes(12)));
    }

    private IEnumerable<ArchivedCommand> Commands()
    {
        using var row = new Statement(connection,
            """
            SELECT stream, command_id, first_version, last_version, first_position, last_position
            FROM commands ORDER BY first_position
            """);
        while (row.Step())
            yield return new ArchivedCommand(row.Text(0), row.Text(1), row.Number(2), row.Number(3), row.Number(4),
                row.Number(5));
    }

    private IEnumerable<Person> Persons()
    {
        using var row = new Statement(connection,
            "SELECT id, institution, source, subject, name, email FROM persons ORDER BY id");
        while (row.Step())
            yield return new Person(new PersonId(row.Text(0)), new InstitutionCode(row.Text(1)), row.Text(2), row.Text(3),
                row.Text(4),
                row.TextOrNull(5));
    }
}
