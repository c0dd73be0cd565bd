using System.Data.Common;
using EventKb.Ledger.Sqlite;
using Microsoft.Data.Sqlite;

namespace EventKb.ReadModels;

/// <summary>One pooled reading connection with its prepared statements.</summary>
internal sealed class ReadConnection : IDisposable
{
    private const int MostStatements = 300;
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _prepared = [];

    public ReadConnection(string path)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
        }.ConnectionString);
        _connection.OpenSteady();
        FoldedText.Teach(_connection);
        Run("PRAGMA query_only = 1");
        Run("PRAGMA cache_size = -16384");
        Run("PRAGMA mmap_size = 1073741824");
    }

    public void Run(string sql) => Bind(sql, []).ExecuteNonQuery();

    public List<T> List<T>(string sql, Func<DbDataReader, T> map, (string Name, object? Value)[] parameters)
    {
        using var reader = Bind(sql, parameters).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(map(reader));
        return rows;
    }

    public void Dispose()
    {
        Clear();
        _connection.Dispose();
    }

    private SqliteCommand Bind(string sql, (string Name, object? Value)[] parameters)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            // Filters combine freely; what a request can make us keep must have a bound.
            if (_prepared.Count >= MostStatements)
                Clear();
            _prepared[sql] = command = _connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, _) in parameters)
                command.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        for (var i = 0; i < parameters.Length; i++)
            command.Parameters[i].Value = parameters[i].Value ?? DBNull.Value;
        return command;
    }

    private void Clear()
    {
        foreach (var command in _prepared.Values)
            command.Dispose();
        _prepared.Clear();
    }
}
