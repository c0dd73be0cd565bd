using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EventKb.Faults.Damage;

/// <summary>
/// Everything that a database says when it is asked: its schema, each table's rows with the types of their values, and each index's
/// entries, read through the index.
/// </summary>
public static class LogicalDump
{
    // Rows of erased texts are zeros and say nothing, not even by their length or by being there.
    private const string NotErased =
        """
         WHERE NOT (salt = zeroblob(32) AND bytes = zeroblob(length(bytes))
            AND CAST(text_digest AS BLOB) = zeroblob(length(CAST(text_digest AS BLOB)))
            AND (body_sha256 IS NULL OR CAST(body_sha256 AS BLOB) = zeroblob(64)))
        """;

    /// <summary>SHA-256 of the dump of a database, which is read from a copy.</summary>
    public static string Of(string file)
    {
        var folder = Directory.CreateTempSubdirectory("eventkb-dump-");
        try
        {
            var copy = Path.Combine(folder.FullName, "ledger.db");
            foreach (var suffix in new[] { "", "-wal" })
                if (File.Exists(file + suffix))
                    File.Copy(file + suffix, copy + suffix);
            using var connection = new SqliteConnection($"Data Source={copy};Pooling=False");
            connection.Open();
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var query in Queries(connection))
                Add(hash, connection, query);
            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static List<string> Queries(SqliteConnection connection)
    {
        var queries = new List<string> { "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name" };
        foreach (var table in Texts(connection, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"))
            queries.Add($"SELECT * FROM \"{table}\" NOT INDEXED{(table == "content" ? NotErased : "")}");
        foreach (var index in Texts(connection, "SELECT name || ' ' || tbl_name || ' ' || coalesce(sql, '') FROM sqlite_schema WHERE type = 'index'"))
        {
            var parts = index.Split(' ');
            var where = index.Contains(" WHERE ", StringComparison.Ordinal) ? index[index.IndexOf(" WHERE ", StringComparison.Ordinal)..] : "";
            var columns = string.Join(", ", Texts(connection, $"SELECT name FROM pragma_index_info('{parts[0]}') ORDER BY seqno"));
            queries.Add($"SELECT {columns} FROM \"{parts[1]}\" INDEXED BY \"{parts[0]}\"{where} ORDER BY {columns}");
        }

        return queries;
    }

    private static List<string> Texts(SqliteConnection connection, string query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var row = command.ExecuteReader();
        var texts = new List<string>();
        while (row.Read())
            texts.Add(row.GetString(0));
        return texts;
    }

    /// <summary>The values as they are stored, without a conversion: what is no UTF-8 would else read as the same sign.</summary>
    private static void Add(IncrementalHash hash, SqliteConnection connection, string query)
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(connection.Handle, query, out var statement), connection.Handle);
        using (statement)
        {
            Span<byte> head = stackalloc byte[sizeof(int) + sizeof(long)];
            int code;
            while ((code = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
                for (var column = 0; column < raw.sqlite3_column_count(statement); column++)
                {
                    var type = raw.sqlite3_column_type(statement, column);
                    var bytes = type is raw.SQLITE_TEXT or raw.SQLITE_BLOB ? raw.sqlite3_column_blob(statement, column) : [];
                    BinaryPrimitives.WriteInt32BigEndian(head, type);
                    BinaryPrimitives.WriteInt64BigEndian(head[sizeof(int)..], type switch
                    {
                        raw.SQLITE_INTEGER => raw.sqlite3_column_int64(statement, column),
                        raw.SQLITE_FLOAT => BitConverter.DoubleToInt64Bits(raw.sqlite3_column_double(statement, column)),
                        _ => bytes.Length,
                    });
                    hash.AppendData(head);
                    hash.AppendData(bytes);
                }

            if (code != raw.SQLITE_DONE)
                SqliteException.ThrowExceptionForRC(code, connection.Handle);
        }
    }
}
