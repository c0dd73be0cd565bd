using System.Text;

namespace EventKb.Ledger.Sqlite;

/// <summary>
/// A row whose values must be of the type that was written: SQLite itself converts whatever it finds, and reads a text only to its
/// first NUL.
/// </summary>
internal sealed class StrictRow(Statement row, string table)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public long Number(int column)
    {
        Check(column, SQLitePCL.raw.SQLITE_INTEGER);
        return row.Number(column);
    }

    public string Text(int column)
    {
        Check(column, SQLitePCL.raw.SQLITE_TEXT);
        try
        {
            return Utf8.GetString(row.Span(column));
        }
        catch (ArgumentException notText)
        {
            throw new LedgerDamagedException("database", $"A value in the table {table} is not a text.", notText);
        }
    }

    public string? TextOrNull(int column) => row.IsNull(column) ? null : Text(column);

    public byte[] Bytes(int column)
    {
        Check(column, SQLitePCL.raw.SQLITE_BLOB);
        return row.Bytes(column);
    }

    public bool IsNull(int column) => row.IsNull(column);

    public byte[]? BytesOrNull(int column) => row.IsNull(column) ? null : Bytes(column);

    private void Check(int column, int type)
    {
        if (row.TypeOf(column) != type)
            throw new LedgerDamagedException("database", $"A value in the table {table} has another type than it was written with.");
    }
}
