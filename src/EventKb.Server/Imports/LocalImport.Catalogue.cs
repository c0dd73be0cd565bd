using EventKb.Domain;
using EventKb.Ledger;

namespace EventKb.Server.Imports;

/// <content>Rows of a register of services, resources and life situations.</content>
internal sealed partial class LocalImport
{
    /// <inheritdoc/>
    public override IAsyncEnumerable<CatalogueAcknowledgement> Send(
        InstitutionCode institution, IAsyncEnumerable<CatalogueRow> rows, CancellationToken cancellation) => InTurn(
        Claiming(new ImportWindow<CatalogueRow, CatalogueAcknowledgement>(row => row.StreamIn(institution).Text,
            (together, turn, stop) => Take(institution, together, turn, stop)),
            _ => [Persons.Importer(institution)], _ => null).Run(rows, cancellation), cancellation);

    private async Task<IReadOnlyList<CatalogueAcknowledgement>> Take(
        InstitutionCode institution, IReadOnlyList<CatalogueRow> rows, WriteTurn turn, CancellationToken cancellation)
    {
        var (stream, now) = (rows[0].StreamIn(institution), ledger.Time.GetUtcNow());
        var importer = Persons.Sender(institution);
        // A register may come to say again what it once said, so no row has an id of its own: what is there already adds nothing.
        var sent = rows.Select(row => (row.Command, Id: CommandId.From("random", Guid.NewGuid().ToString("N")))).Select(row => (
            (Command)row.Command, new CommandContext(row.Id, now, now, importer, institution, Via.Import, $"command:{row.Id}", $"import:{stream}")));
        var outcomes = await ledger.Gateway.Send(stream, [.. sent], turn, cancellation);
        return [.. rows.Zip(outcomes, (row, outcome) =>
            (CatalogueAcknowledgement)row.Acknowledged(institution).With(outcome))];
    }
}
