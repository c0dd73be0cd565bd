using EventKb.Domain;
using Microsoft.Data.Sqlite;

namespace EventKb.ReadModels;

/// <summary>The rows cannot be read; they are being made anew from the ledger, which is not harmed.</summary>
public sealed class ReadModelsDamagedException(string file, SqliteException cause) : WordedException(
    $"{file} is damaged ({cause.Message.TrimEnd('.')}); its rows are being made anew from the ledger.", cause)
{
    /// <summary>SQLITE_CORRUPT and SQLITE_NOTADB: what else goes wrong with a file may pass.</summary>
    internal static bool Says(SqliteException failure) => failure.SqliteErrorCode is 11 or 26;
}

/// <summary>Rows were found to be damaged; nothing is answered from them until they are made anew.</summary>
public sealed class RowsMadeAnewException() : WordedException("The rows are damaged and are being made anew.");
