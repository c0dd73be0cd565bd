using System.Globalization;
using System.Text;
using EventKb.Domain;
using EventKb.Ledger;
using EventKb.ReadModels;

namespace EventKb.Server.Export;

/// <summary>The audit trail as CSV (RFC 4180, UTF-8), a row an event, in order of position.</summary>
internal static class AuditCsv
{
    private const string FormulaStarts = "=+-@\t\r\0";
    private const int Batch = 500;

    /// <summary>Names of the columns.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "position", "eventId", "stream", "version", "type", "recordedAt", "occurredAt", "person", "onBehalfOf", "institution", "duty",
        "authorisedBy", "via", "reasonCode", "reason", "title", "bodySha256", "commandId", "causationId", "correlationId", "rule", "sentBy",
        "plannedFor", "checkedAt", "policy", "leafHash",
    ];

    /// <summary>Writes every event of the ledger.</summary>
    public static async Task Write(EventFeed feed, Stream output, IProgress<long> progress, CancellationToken cancellation)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(string.Join(',', Columns));
        long position = 0;
        while (await feed.Read(position, Batch, cancellation) is { Count: > 0 } events)
        {
            foreach (var happened in events)
                await writer.WriteLineAsync(string.Join(',', Fields(happened).Select(Quote)));
            progress.Report(position = events[^1].Recorded.Position);
        }
    }

    /// <summary>A cell: quoted where it must be, and never one that a spreadsheet would take for a formula.</summary>
    public static string Quote(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return "";
        var text = FormulaStarts.Contains(value[0], StringComparison.Ordinal) ? "'" + value : value;
        return text.AsSpan().IndexOfAny("\",\r\n") < 0 && text == text.Trim() ? text
            : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static IEnumerable<string?> Fields(LedgerEvent happened)
    {
        var (recorded, metadata) = (happened.Recorded, happened.Recorded.Metadata);
        return
        [
            Number(recorded.Position), recorded.EventId, recorded.Stream.Text, Number(recorded.Version), happened.Type,
            Instants.Written(recorded.RecordedAt), Instants.Written(recorded.OccurredAt),
            metadata.Person.Value, metadata.OnBehalfOf?.Value, metadata.Institution.Value, metadata.Duty is { } duty ? RowJson.Name(duty) : null,
            metadata.AuthorisedBy, RowJson.Name(metadata.Via), metadata.ReasonCode, happened.Content?.Reason, happened.Content?.Title,
            (recorded.Content as ContentSeal.Present)?.BodySha256,
            metadata.CommandId.Value, metadata.CausationId, metadata.CorrelationId, metadata.Rule, metadata.SentBy?.Value,
            metadata.PlannedFor is { } planned ? Instants.Written(planned) : null, metadata.CheckedAt is { } known ? Number(known) : null,
            metadata.Policy, Convert.ToHexStringLower(happened.LeafHash.Span),
        ];
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
