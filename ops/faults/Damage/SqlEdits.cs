using Microsoft.Data.Sqlite;

namespace EventKb.Faults.Damage;

/// <summary>Edits in SQL, drawn at random from what a ledger's database has.</summary>
public sealed class SqlEdits
{
    private readonly List<(string Table, List<string> Columns, List<string> Key)> _tables = [];

    /// <summary>Learns the tables of a database.</summary>
    public SqlEdits(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        foreach (var table in Read(connection, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"))
            _tables.Add((table, Read(connection, $"SELECT name FROM pragma_table_info('{table}')"),
                Read(connection, $"SELECT name FROM pragma_table_info('{table}') WHERE pk > 0")));
    }

    /// <summary>The next edit and its kind; the number goes round the tables and the kinds.</summary>
    public (string Kind, string Sql) Next(Random random, int number)
    {
        if (number % 8 == 0)
            return ("schema", OfSchema(random));
        var (table, columns, key) = _tables[number / 8 % _tables.Count];
        var row = Row(table, key, random);
        var column = columns[random.Next(columns.Count)];
        return (number % 4) switch
        {
            0 => ($"{table}: row deleted", $"DELETE FROM {table} WHERE {row}"),
            1 => ($"{table}: values swapped", Swapped(table, key, column, random)),
            2 => ($"{table}: row added", Added(table, columns, key, row, random)),
            _ => ($"{table}: value changed", $"UPDATE {table} SET {column} = {Value(column, random)} WHERE {row}"),
        };
    }

    private static string Value(string column, Random random) => random.Next(6) switch
    {
        0 => "NULL",
        1 => $"{column} + 1",
        2 => $"CAST({column} AS TEXT) || 'x'",
        3 => $"CAST({column} || x'00' AS BLOB)",
        4 => $"CAST({column} AS TEXT)",
        _ => $"zeroblob({random.Next(40)})",
    };

    private static string Row(string table, List<string> key, Random random)
    {
        var columns = string.Join(", ", key);
        return $"({columns}) = (SELECT {columns} FROM {table} ORDER BY {columns} LIMIT 1 "
            + $"OFFSET {random.Next(10_000)} % (SELECT max(1, count(*)) FROM {table}))";
    }

    private static string Swapped(string table, List<string> key, string column, Random random)
    {
        var (one, other) = (Row(table, key, random), Row(table, key, random));
        return $"""
            CREATE TEMP TABLE swapped AS SELECT (SELECT {column} FROM {table} WHERE {one}) AS a, (SELECT {column} FROM {table} WHERE {other}) AS b;
            CREATE TEMP TABLE places AS SELECT (SELECT rowid_a FROM (SELECT {key[0]} AS rowid_a FROM {table} WHERE {one})) AS a,
                (SELECT rowid_b FROM (SELECT {key[0]} AS rowid_b FROM {table} WHERE {other})) AS b;
            UPDATE {table} SET {column} = CASE {key[0]} WHEN (SELECT a FROM places) THEN (SELECT b FROM swapped) ELSE (SELECT a FROM swapped) END
                WHERE {key[0]} IN (SELECT a FROM places UNION SELECT b FROM places)
            """;
    }

    private static string Added(string table, List<string> columns, List<string> key, string row, Random random)
    {
        var values = columns.Select(column => !key.Contains(column) ? column
            : random.Next(2) == 0 ? $"{column} || 'x'" : $"{column} + {random.Next(1, 1_000)}");
        return $"INSERT INTO {table} ({string.Join(", ", columns)}) SELECT {string.Join(", ", values)} FROM {table} WHERE {row}";
    }

    private static string OfSchema(Random random) => random.Next(12) switch
    {
        0 => "CREATE TABLE other (a)",
        1 => "CREATE INDEX other ON ledger (recorded_at)",
        2 => "CREATE VIEW other AS SELECT * FROM ledger",
        3 => "CREATE TRIGGER other BEFORE INSERT ON ledger BEGIN UPDATE ledger SET data = x'00'; END",
        4 => "CREATE TRIGGER other AFTER DELETE ON content BEGIN SELECT 1; END",
        5 => "DROP INDEX ledger_first",
        6 => "DROP INDEX ledger_next; CREATE INDEX ledger_next ON ledger (previous_position) WHERE previous_position > 0",
        7 => "DROP TABLE pseudonym_key",
        8 => "ALTER TABLE ledger RENAME COLUMN data TO dates",
        9 => "ALTER TABLE content ADD COLUMN more TEXT",
        10 => "ALTER TABLE commands RENAME TO command",
        _ => "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'UNIQUE ', '') WHERE name = 'ledger_first'",
    };

    private static List<string> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var row = command.ExecuteReader();
        var names = new List<string>();
        while (row.Read())
            names.Add(row.GetString(0));
        return names;
    }
}
