namespace EventKb.Integration.Tests.LedgerStores;

/// <summary>A data folder that goes away with the test.</summary>
public sealed class LedgerFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("eventkb-ledger-").FullName;

    public string File => System.IO.Path.Combine(Path, "ledger.db");

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
