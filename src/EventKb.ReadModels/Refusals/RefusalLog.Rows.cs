using System.Data.Common;
using EventKb.ReadModels.Bitemporal;
using Microsoft.Data.Sqlite;

namespace EventKb.ReadModels.Refusals;

/// <content>Its rows.</content>
public sealed partial class RefusalLog
{
    private const string Columns = "id, person, action, code, stream, institution, times, first_at, last_at";

    private const string Add =
        """
        INSERT INTO refusals (minute, person, action, code, stream, institution, times, first_at, last_at)
        VALUES (@minute, @person, @action, @code, @stream, @institution, @times, @first, @last)
        ON CONFLICT (minute, person, action, code, stream, institution) DO UPDATE SET times = times + @times, last_at = @last
        """;

    /// <summary>A page of refusals, newest first, before the number of the last of the page before.</summary>
    public Task<Page<RefusalRow>> List(RefusalFilter filter, int first, long? before)
    {
        var where = new Conditions().If(filter.Person, "person = @?").If(filter.Code, "code = @?").If(filter.Action, "action = @?")
            .If(filter.Institution, "institution = @?").If(Micros.From(filter.From), "last_at >= @?").If(Micros.From(filter.Until), "first_at < @?");
        return Use(connection =>
        {
            var rows = Rows(connection,
                $"SELECT {Columns} FROM refusals WHERE {where.Sql} AND id < @before ORDER BY id DESC LIMIT @most", Row,
                [.. where.Parameters, ("@before", before ?? long.MaxValue), ("@most", first + 1)]);
            return Page.Of(rows, first, () => Use(again => Scalar(again, $"SELECT count(*) FROM refusals WHERE {where.Sql}", where.Parameters)));
        });
    }

    /// <summary>When persons were there last; who never was is left out.</summary>
    public Task<IReadOnlyDictionary<string, DateTimeOffset>> LastSeen(IReadOnlyCollection<string> persons)
    {
        var where = new Conditions().In("person", persons);
        return Use<IReadOnlyDictionary<string, DateTimeOffset>>(connection => Rows(connection, $"SELECT person, at FROM last_uses WHERE {where.Sql}",
            row => (Person: row.GetString(0), At: row.Time(1)), where.Parameters).ToDictionary(row => row.Person, row => row.At));
    }

    private static RefusalRow Row(DbDataReader row) => new(row.GetInt64(0), Known(row, 1), row.GetString(2), row.GetString(3), Known(row, 4),
        Known(row, 5), row.GetInt32(6), row.Time(7), row.Time(8));

    private static string? Known(DbDataReader row, int column) => row.GetString(column) is { Length: > 0 } text ? text : null;

    /// <summary>Writes what was noted, then does something; one at a time.</summary>
    private async Task<T> Use<T>(Func<SqliteConnection, T> work)
    {
        await _turn.WaitAsync();
        try
        {
            WriteIfPossible();
            return work(_connection);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>On a full disk what was noted waits for better times, and can be read without it.</summary>
    private void WriteIfPossible()
    {
        var (open, seen) = Taken();
        if (open.Count + seen.Count == 0)
            return;
        try
        {
            Write(open, seen);
        }
        catch (SqliteException)
        {
            lock (_gate)
            {
                foreach (var (key, noted) in open)
                    _open[key] = _open.TryGetValue(key, out var more) ? (more.Times + noted.Times, noted.First, more.Last) : noted;
                foreach (var (person, at) in seen)
                    _seen.TryAdd(person, at);
            }
        }
    }

    private void Write(Dictionary<(long Minute, Refused What), (int Times, long First, long Last)> open, Dictionary<string, long> seen)
    {
        using var transaction = _connection.BeginTransaction();
        foreach (var ((minute, what), (times, first, last)) in open)
            Run(_connection, Add, ("@minute", minute), ("@person", what.Person?.Value ?? ""), ("@action", what.Action), ("@code", what.Code),
                ("@stream", what.Stream?.Text ?? ""), ("@institution", what.Institution?.Value ?? what.Stream?.Institution.Value ?? ""),
                ("@times", times), ("@first", first), ("@last", last));
        foreach (var (person, at) in seen)
            Run(_connection, "INSERT INTO last_uses (person, at) VALUES (@person, @at) ON CONFLICT (person) DO UPDATE SET at = @at",
                ("@person", person), ("@at", at));
        Run(_connection, "DELETE FROM refusals WHERE id <= (SELECT max(id) FROM refusals) - @most", ("@most", MostRows));
        transaction.Commit();
    }

    private (Dictionary<(long Minute, Refused What), (int Times, long First, long Last)> Open, Dictionary<string, long> Seen) Taken()
    {
        lock (_gate)
        {
            var taken = (_open, _seen);
            (_open, _seen) = ([], []);
            return taken;
        }
    }

    private int Forget()
    {
        try
        {
            return Run(_connection, "DELETE FROM refusals WHERE last_at < @oldest", ("@oldest", Micros.From(_clock.GetUtcNow() - Kept)));
        }
        catch (SqliteException)
        {
            // A full disk; it is tried again a day later.
            return 0;
        }
    }
}
