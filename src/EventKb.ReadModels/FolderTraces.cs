using EventKb.Ledger;
using EventKb.Ledger.Files;
using Microsoft.Data.Sqlite;

namespace EventKb.ReadModels;

/// <summary>What read models and attached files in a data folder tell of its ledger.</summary>
public static class FolderTraces
{
    /// <summary>A trace for each generation of rows, readable or not, and one for the files where there are any.</summary>
    public static IReadOnlyList<LedgerTrace> In(string folder) => In(folder, Of);

    /// <summary>The same without changing any file: rows with a log from a crash are read from a copy.</summary>
    public static IReadOnlyList<LedgerTrace> Untouched(string folder) => In(folder, OfUntouched);

    private static List<LedgerTrace> In(string folder, Func<string, LedgerTrace> read)
    {
        if (!Directory.Exists(folder))
            return [];
        var traces = ReadModelStore.DatabasesIn(folder).Select(read).ToList();
        var files = Path.Combine(folder, AttachmentStore.Folder);
        if (Directory.Exists(files) && Directory.EnumerateFiles(files, "*", SearchOption.AllDirectories).Any())
            traces.Add(new LedgerTrace(AttachmentStore.Folder, null, 0, null));
        return traces;
    }

    private static LedgerTrace OfUntouched(string file)
    {
        if (!File.Exists(file + "-wal"))
            return Of(Path.GetFileName(file), $"file:{Uri.EscapeDataString(Path.GetFullPath(file))}?immutable=1", SqliteOpenMode.ReadOnly);
        var copy = Directory.CreateTempSubdirectory("eventkb-verify-");
        try
        {
            var copied = Path.Combine(copy.FullName, Path.GetFileName(file));
            foreach (var suffix in new[] { "", "-wal" })
                PrivateFiles.Copy(file + suffix, copied + suffix);
            return Of(copied);
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }

    private static LedgerTrace Of(string file) => Of(Path.GetFileName(file), file, SqliteOpenMode.ReadWrite);

    /// <summary>Former versions kept no origin; what cannot be read tells only that it is there.</summary>
    private static LedgerTrace Of(string name, string source, SqliteOpenMode mode)
    {
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
            { DataSource = source, Mode = mode, Pooling = false }.ConnectionString);
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT * FROM checkpoint WHERE id = 1";
            using var row = command.ExecuteReader();
            if (!row.Read() || row.GetInt64(row.GetOrdinal("position")) is not (> 0 and var position))
                return new LedgerTrace(name, null, 0, null);
            var origin = Enumerable.Range(0, row.FieldCount).FirstOrDefault(i => row.GetName(i) == "origin", -1);
            return new LedgerTrace(name, origin < 0 ? null : row.GetString(origin), position, row.GetString(row.GetOrdinal("root")));
        }
        catch (Exception unreadable) when (unreadable is SqliteException or InvalidOperationException or InvalidCastException
            or ArgumentOutOfRangeException)
        {
            return new LedgerTrace(name, null, 0, null);
        }
    }
}
