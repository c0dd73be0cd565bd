using Microsoft.Data.Sqlite;

namespace EventKb.ReadModels;

/// <summary>Writes a generation's rows through statements prepared once; SQL is SQLite's, since every node keeps rows of its own.</summary>
public sealed class ReadModelWriter(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _prepared = [];
    private readonly Dictionary<string, SqliteCommand> _inserts = [];

    /// <summary>Runs one statement; parameters are named (<c>@name</c>); a null value is SQL NULL. Gives the number of rows.</summary>
    public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Bind(sql, parameters).ExecuteNonQuery();

    /// <summary>Adds a row to a table, always with the same columns; a null value is SQL NULL.</summary>
    public void Insert(string table, params ReadOnlySpan<(string Column, object? Value)> row) => Insert(table, "", row);

    /// <summary>Adds a row unless the table has one of the same key.</summary>
    public void InsertOnce(string table, params ReadOnlySpan<(string Column, object? Value)> row) =>
        Insert(table, " ON CONFLICT DO NOTHING", row);

    /// <summary>Reads rows through a mapping.</summary>
    public List<T> Query<T>(string sql, Func<SqliteDataReader, T> map, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var reader = Bind(sql, parameters).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(map(reader));
        return rows;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in _prepared.Values.Concat(_inserts.Values))
            command.Dispose();
        _prepared.Clear();
        _inserts.Clear();
    }

    private void Insert(string table, string conflict, ReadOnlySpan<(string Column, object? Value)> row)
    {
        if (!_inserts.TryGetValue(table, out var command))
        {
            _inserts[table] = command = connection.CreateCommand();
            foreach (var (column, _) in row)
                command.Parameters.Add(new SqliteParameter { ParameterName = "@" + column });
            var names = command.Parameters.Cast<SqliteParameter>().Select(parameter => parameter.ParameterName).ToList();
            command.CommandText = $"INSERT INTO {table} ({string.Join(", ", names.Select(name => name[1..]))}) "
                + $"VALUES ({string.Join(", ", names)}){conflict}";
        }

        for (var i = 0; i < row.Length; i++)
            command.Parameters[i].Value = row[i].Value ?? DBNull.Value;
        command.ExecuteNonQuery();
    }

    private SqliteCommand Bind(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            _prepared[sql] = command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, _) in parameters)
                command.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        for (var i = 0; i < parameters.Length; i++)
            command.Parameters[i].Value = parameters[i].Value ?? DBNull.Value;
        return command;
    }
}
