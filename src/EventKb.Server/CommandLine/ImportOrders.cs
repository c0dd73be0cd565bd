using EventKb.Domain;
using EventKb.Ledger;
using EventKb.Server.Access;
using EventKb.Server.Imports;
using EventKb.Server.Listening;

namespace EventKb.Server.CommandLine;

/// <summary>As whose and into what is imported.</summary>
/// <param name="Institution">Institution whose data it is.</param>
/// <param name="Name">Its name, for when it is not registered yet.</param>
/// <param name="DryRun">True to write nothing.</param>
/// <param name="Data">The data folder; null = a server takes it.</param>
/// <param name="Url">The server; null = it goes into a data folder.</param>
/// <param name="Token">What proves to the server who imports; null = nothing does.</param>
/// <param name="Acknowledgements">File for the answers of the ledger.</param>
internal sealed record ImportOrders(
    InstitutionCode Institution, string Name, bool DryRun, string? Data, string? Url, string? Token, string? Acknowledgements)
{
    /// <summary>Opens what takes the rows, and gives what the import returns.</summary>
    public async Task<T> Into<T>(Terminal terminal, Func<ImportTarget, Action<ImportAnswer>, Task<T>> import, CancellationToken cancellation)
    {
        var isThere = Data is null || !DryRun || File.Exists(Path.Combine(Data, EmbeddedLedger.FileName));
        await using var ledger = isThere && Data is { } folder ? await OpenLedger.Verified(folder, terminal, cancellation) : null;
        if (ledger is not null && !DryRun && await WriteAccess.IsRequiredIn(ledger))
            throw CannotGoOn.BadInput($"This ledger is served with sign-in: import through its server, with --url and a token.");
        ImportTarget? writing = ledger is not null ? new LocalImport(ledger)
            : Url is { } url ? new RemoteImport(AllowedAddresses.Asked(url), Token, terminal.Language) : null;
        await using var target = DryRun ? new DryRun(writing) : writing!;
        await using var log = Acknowledgements is { } file
            ? new StreamWriter(PrivateFiles.Open(file, FileMode.Append)) { AutoFlush = true } : null;
        return await import(target, answer => log?.WriteLine(ImportJson.Write<object>(answer, terminal.Language)));
    }
}
