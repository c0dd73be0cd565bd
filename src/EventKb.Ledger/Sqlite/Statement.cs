using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EventKb.Ledger.Sqlite;

/// <summary>
/// A statement prepared once and run many times, without an allocation per run. Parameters and columns count from 1 and 0.
/// </summary>
internal sealed class Statement : IDisposable
{
    private const int StackBytes = 256;
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public Statement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        Check(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    public Statement Bind(int index, long value)
    {
        Check(raw.sqlite3_bind_int64(_statement, index, value));
        return this;
    }

    public Statement Bind(int index, string? value)
    {
        if (value is null)
            Check(raw.sqlite3_bind_null(_statement, index));
        else if (value.Length * 3 <= StackBytes)
            BindShort(index, value);
        else
            Check(raw.sqlite3_bind_text(_statement, index, value));
        return this;
    }

    public Statement Bind(int index, byte[]? value)
    {
        Check(value is null ? raw.sqlite3_bind_null(_statement, index)
            : raw.sqlite3_bind_blob(_statement, index, value.AsSpan()));
        return this;
    }

    public Statement Bind(int index, ReadOnlySpan<byte> value)
    {
        Check(raw.sqlite3_bind_blob(_statement, index, value));
        return this;
    }

    /// <summary>Goes to the next row; false when there is none, and the statement is ready for its next run.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW)
            return true;
        Reset();
        if (code != raw.SQLITE_DONE)
            Check(code);
        return false;
    }

    /// <summary>Runs a statement that gives no rows; tells how many rows it changed.</summary>
    public int Run()
    {
        while (Step())
            continue;
        return raw.sqlite3_changes(_database);
    }

    public void Reset() => _ = raw.sqlite3_reset(_statement);

    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public byte[] Bytes(int column) => raw.sqlite3_column_blob(_statement, column).ToArray();

    /// <summary>A blob where it lies; valid until the next step.</summary>
    public ReadOnlySpan<byte> Span(int column) => raw.sqlite3_column_blob(_statement, column);

    /// <summary>The type of the stored value, one of SQLite's codes; asked before the value is read.</summary>
    public int TypeOf(int column) => raw.sqlite3_column_type(_statement, column);

    public bool IsNull(int column) => TypeOf(column) == raw.SQLITE_NULL;

    public void Dispose() => _statement.Dispose();

    private void BindShort(int index, string value)
    {
        Span<byte> utf8 = stackalloc byte[StackBytes];
        var length = Encoding.UTF8.GetBytes(value, utf8);
        Check(raw.sqlite3_bind_text(_statement, index, utf8[..length]));
    }

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _database);
}
