using EventKb.Ledger.Integrity;
using Microsoft.Data.Sqlite;

namespace EventKb.Ledger.Sqlite;

/// <summary>
/// A copy of a ledger's database and its write-ahead log in a temporary folder, so that looking at a folder after a crash, or at one
/// that may not be written, changes nothing in it.
/// </summary>
internal sealed class LedgerCopy : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("eventkb-verify-");
    private readonly LedgerFile _file;

    public LedgerCopy(string path)
    {
        _file = new LedgerFile(Path.Combine(_folder.FullName, EmbeddedLedger.FileName));
        try
        {
            foreach (var suffix in new[] { "", "-wal" })
                if (File.Exists(path + suffix))
                    PrivateFiles.Copy(path + suffix, _file.Path + suffix);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Verifies the copy and holds it against its traces; gives its head.</summary>
    public async Task<LedgerHead> Verify(IReadOnlyList<LedgerTrace> traces, IProgress<long>? progress, CancellationToken cancellation)
    {
        try
        {
            _file.Upgrade();
            using var snapshot = new SqliteSnapshot(_file.OpenReader());
            new Verification(snapshot, progress, Environment.ProcessorCount).Run(cancellation);
            var head = snapshot.Head.ToHead();
            using var reader = new LedgerReader(_file.OpenReader());
            foreach (var trace in traces)
                await trace.Check(head, position => ValueTask.FromResult(Convert.ToHexStringLower(reader.RootAt(position))));
            return head;
        }
        catch (SqliteException failure) when (LedgerFile.IsDamage(failure))
        {
            throw new LedgerDamagedException("database", $"SQLite says: {failure.Message.TrimEnd('.')}.", failure);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
