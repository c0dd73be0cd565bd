using System.Runtime.CompilerServices;
using EventKb.Domain;
using EventKb.Domain.ServiceRecords;
using EventKb.Server.Imports;
using EventKb.Server.MappedFiles;

namespace EventKb.Server.RecordImport;

/// <summary>What is imported, and as whose.</summary>
/// <param name="Institution">Institution whose records they are.</param>
/// <param name="Name">The institution's name, for when it is not registered yet.</param>
/// <param name="System">The request management system; null = the institution's only one.</param>
/// <param name="Kind">Kind of the records; null = the map says it.</param>
/// <param name="Map">How the file words what is known of them.</param>
/// <param name="Written">How the file writes what it says.</param>
internal sealed record RecordOrder(
    InstitutionCode Institution, string Name, string? System, RecordKind? Kind, RecordMap Map, WrittenForm Written);

/// <summary>Brings the rows of a trail into a ledger, in the order of the file.</summary>
/// <param name="target">The ledger or the server that takes them.</param>
/// <param name="order">What is imported.</param>
internal sealed class RecordImporter(ImportTarget target, RecordOrder order)
{
    /// <summary>Imports the rows; each answer is handed on as it comes.</summary>
    /// <param name="rows">The file.</param>
    /// <param name="reader">Reads its rows.</param>
    /// <param name="report">Counts what becomes of them.</param>
    /// <param name="acknowledged">Told of every answer, in order.</param>
    /// <param name="cancellation">Stops between rows; another run goes on from there.</param>
    public async Task Import(FileRows rows, RowReader reader, RowReport report, Action<RecordAcknowledgement>? acknowledged,
        CancellationToken cancellation)
    {
        await foreach (var answer in target.Send(order.Institution, order.System, Rows(rows, reader, report, cancellation), cancellation))
        {
            report.Count(answer, answer.Line, answer.Number, answer.Change == RecordChange.Mirrored);
            acknowledged?.Invoke(answer);
        }

    }

    private async IAsyncEnumerable<RecordRow> Rows(FileRows rows, RowReader reader, RowReport report,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var isRegistered = false;
        while (rows.Next() is { } csv)
        {
            foreach (var row in Read(reader, csv, report))
            {
                if (!isRegistered)
                    await target.Register(order.Institution, order.Name, DateOnly.FromDateTime(row.OccurredAt.UtcDateTime), cancellation);
                isRegistered = true;
                yield return row;
            }
        }
    }

    private static IEnumerable<RecordRow> Read(RowReader reader, FileRow csv, RowReport report)
    {
        try
        {
            return reader.Read(csv);
        }
        catch (UnreadableRow wrong)
        {
            report.Reject(new(csv.Line, null, "UNREADABLE_ROW", wrong.Wording));
            return [];
        }
    }
}
