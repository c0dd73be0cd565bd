using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EventKb.Ledger.Sqlite;

/// <summary>How SQLite itself runs in this process; it takes that only before it is used for the first time.</summary>
public static class SqliteLibrary
{
    private const int KeepPlan = 1007;
    private const int ConfigMultiThread = 2;
    private const int ConfigMemoryStatus = 9;

    /// <summary>
    /// No connection is ever used by two threads at once, so SQLite need not lock each call, nor count memory under one lock.
    /// </summary>
#pragma warning disable CA2255 // Every program and test that opens a database has this assembly; none may come before it.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Configure()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(ConfigMultiThread);
        _ = raw.sqlite3_config(ConfigMemoryStatus, 0);
    }

    /// <summary>
    /// Opens a connection whose statements keep their plans. Else SQLite prepares a statement anew at each run where another value
    /// might let it use a partial index; ours name those indexes' conditions themselves.
    /// </summary>
    public static void OpenSteady(this SqliteConnection connection)
    {
        connection.Open();
        SqliteException.ThrowExceptionForRC(raw.sqlite3_db_config(connection.Handle, KeepPlan, 1, out _), connection.Handle);
    }
}
