using EventKb.Domain;
using EventKb.Ledger;
using Command = EventKb.Domain.Command;

namespace EventKb.Server.Imports;

/// <content>Rows of a request management system.</content>
internal sealed partial class LocalImport
{
    /// <summary>All rows of nearly every record, so that they are written at once.</summary>
    private const int RowsOfRecordTogether = 64;

    /// <inheritdoc/>
    public override IAsyncEnumerable<RecordAcknowledgement> Send(
        InstitutionCode institution, string? system, IAsyncEnumerable<RecordRow> rows, CancellationToken cancellation)
    {
        var window = new ImportWindow<RecordCommand, RecordAcknowledgement>(row => row.Stream.Text, Take)
        { MostTogether = RowsOfRecordTogether, Names = row => row.Names };
        return InTurn(window.Run(rows.Select(row => RecordCommand.Of(institution, system, row)), cancellation), cancellation);
    }

    private async Task<IReadOnlyList<RecordAcknowledgement>> Take(IReadOnlyList<RecordCommand> rows, WriteTurn turn, CancellationToken cancellation)
    {
        var sent = new List<(Command, CommandContext)>(rows.Count);
        foreach (var row in rows)
            sent.Add((row.Command(await Person(row, row.Row.Assignee, cancellation)), await ContextOf(row, cancellation)));
        var outcomes = await ledger.Gateway.Send(rows[0].Stream, sent, turn, cancellation);
        return [.. rows.Zip(outcomes, (row, outcome) => (RecordAcknowledgement)row.Acknowledged.With(outcome))];
    }

    private async Task<CommandContext> ContextOf(RecordCommand row, CancellationToken cancellation)
    {
        var (institution, now, at) = (row.Stream.Institution, ledger.Time.GetUtcNow(), row.Row.OccurredAt);
        var importer = await _persons.Importer(institution, cancellation);
        return new CommandContext(row.Id, now, at < now ? at : now, await Person(row, row.Row.By, cancellation) ?? importer, institution,
            Via.Import, row.Cause, row.Record.Text)
        { SentBy = importer };
    }

    private async ValueTask<PersonId?> Person(RecordCommand row, string? name, CancellationToken cancellation) =>
        name is null ? null : await _persons.Of(row.Stream.Institution, row.System, name, cancellation);
}
