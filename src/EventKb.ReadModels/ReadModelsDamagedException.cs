using EventKb.Domain;
using Microsoft.Data.Sqlite;

namespace EventKb.ReadModels;

/// <summary>The rows cannot be read; they are being made anew from the ledger, which is not harmed.</summary>
public sealed class ReadModelsDamagedException(string file, SqliteException cause) : Exception(Said(file, cause).ToString(), cause)
{
    /// <summary>The message.</summary>
    public Wording Wording { get; } = Said(file, cause);

    /// <summary>SQLITE_CORRUPT and SQLITE_NOTADB: what else goes wrong with a file may pass.</summary>
    internal static bool Says(SqliteException failure) => failure.SqliteErrorCode is 11 or 26;

    private static Wording Said(string file, SqliteException cause) =>
        $"{file} is damaged ({cause.Message.TrimEnd('.')}); its rows are being made anew from the ledger.";
}
