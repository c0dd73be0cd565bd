using System.Runtime.CompilerServices;
using EventKb.Domain;
using EventKb.Server.Imports;

namespace EventKb.Server.GitImport;

/// <summary>Brings a repository's history into a ledger, row by row; what is there already adds nothing.</summary>
/// <param name="target">The ledger or the server that takes it.</param>
/// <param name="institution">Institution whose knowledge base it is.</param>
/// <param name="language">Language of files that do not name theirs.</param>
internal sealed class GitImporter(ImportTarget target, InstitutionCode institution, string language)
{
    /// <summary>Imports the repository; each acknowledgement is handed on as it comes.</summary>
    /// <param name="repository">What to import.</param>
    /// <param name="name">The institution's name, for when it is not registered yet.</param>
    /// <param name="now">The time of the import.</param>
    /// <param name="acknowledged">Told of every acknowledgement, in order.</param>
    /// <param name="cancellation">Stops between rows; another run goes on from there.</param>
    public async Task<ImportReport> Import(
        GitRepository repository, string name, DateTimeOffset now, Action<ImportReport, ImportAcknowledgement>? acknowledged,
        CancellationToken cancellation)
    {
        var report = new ImportReport();
        var history = new GitHistory(repository, language, now, report.Warn);
        var rows = Importable(history, name, report, cancellation);
        await foreach (var acknowledgement in target.Send(institution, rows, cancellation))
        {
            lock (report)
                report.Count(acknowledgement);
            acknowledged?.Invoke(report, acknowledgement);
        }

        report.Articles = history.Articles;
        report.Head = await target.Head(cancellation);
        return report;
    }

    private async IAsyncEnumerable<ImportRow> Importable(
        GitHistory history, string name, ImportReport report, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var registered = false;
        await foreach (var row in history.Rows(cancellation))
        {
            if (row is HistoryRow.Unusable unusable)
            {
                lock (report)
                    report.Count(unusable.Why);
                continue;
            }

            var importable = ((HistoryRow.Importable)row).Row;
            if (!registered)
                await target.Register(institution, name, DateOnly.FromDateTime(importable.OccurredAt.UtcDateTime), cancellation);
            registered = true;
            yield return importable;
        }
    }
}
