using EventKb.Domain;
using EventKb.Ledger;
using EventKb.Server.Persons;
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
        return InTurn(Claiming(window, NamedBy, row => (row.Stream, row.Id))
            .Run(rows.Select(row => RecordCommand.Of(institution, system, row)), cancellation), cancellation);
    }

    private async Task<IReadOnlyList<RecordAcknowledgement>> Take(IReadOnlyList<RecordCommand> rows, WriteTurn turn, CancellationToken cancellation)
    {
        List<(Command, CommandContext)> sent = [.. rows.Select(row => (row.Command(Named(row, row.Row.Assignee)?.Id), ContextOf(row)))];
        var outcomes = await ledger.Gateway.Send(rows[0].Stream, sent, turn, cancellation);
        return [.. rows.Zip(outcomes, (row, outcome) => (RecordAcknowledgement)row.Acknowledged.With(outcome))];
    }

    private CommandContext ContextOf(RecordCommand row)
    {
        var (institution, now, at) = (row.Stream.Institution, ledger.Time.GetUtcNow(), row.Row.OccurredAt);
        var importer = Persons.Sender(institution);
        return new CommandContext(row.Id, now, at < now ? at : now, Named(row, row.Row.By)?.Id ?? importer, institution,
            Via.Import, row.Cause, row.Record.Text)
        { SentBy = importer };
    }

    private IEnumerable<PersonClaim?> NamedBy(RecordCommand row) =>
        [Persons.Importer(row.Stream.Institution), Named(row, row.Row.Assignee), Named(row, row.Row.By)];

    private PersonClaim? Named(RecordCommand row, string? name) => Persons.Of(row.Stream.Institution, row.System, name);
}
