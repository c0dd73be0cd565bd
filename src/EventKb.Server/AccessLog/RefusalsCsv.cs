using System.Globalization;
using System.Text;
using EventKb.Domain;
using EventKb.ReadModels.Refusals;
using EventKb.Server.Export;

namespace EventKb.Server.AccessLog;

/// <summary>What was refused, as a table (RFC 4180, UTF-8), newest first.</summary>
internal static class RefusalsCsv
{
    private const int Batch = 1_000;

    /// <summary>Names of the columns.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["firstAt", "lastAt", "times", "person", "action", "code", "institution", "stream"];

    /// <summary>Writes all that is kept.</summary>
    public static async Task Write(RefusalLog log, Stream output, CancellationToken cancellation)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(string.Join(',', Columns));
        long? before = null;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            var page = await log.List(new RefusalFilter(), Batch, before);
            foreach (var row in page.Items)
                await writer.WriteLineAsync(string.Join(',', Fields(row).Select(AuditCsv.Quote)));
            before = page.HasMore ? page.Items[^1].Id : null;
        }
        while (before is not null);
    }

    private static string?[] Fields(RefusalRow row) =>
    [
        Instants.Written(row.FirstAt), Instants.Written(row.LastAt), row.Times.ToString(CultureInfo.InvariantCulture), row.Person, row.Action,
        row.Code, row.Institution, row.Stream,
    ];
}
