using System.Runtime.CompilerServices;
using EventKb.Domain;
using EventKb.Ledger;
using Command = EventKb.Domain.Command;

namespace EventKb.Server.Imports;

/// <content>Rows of registers.</content>
internal sealed partial class LocalImport
{
    private const string NotInRegister = "not-in-register";

    /// <inheritdoc/>
    public override IAsyncEnumerable<RegisterAcknowledgement> Send<TRow>(
        InstitutionCode institution, IAsyncEnumerable<TRow> rows, CancellationToken cancellation)
    {
        var place = new RegisterPlace(institution, ledger.Pseudonyms);
        return InTurn(Claiming(new ImportWindow<TRow, RegisterAcknowledgement>(row => row.StreamIn(place).Text,
            (together, turn, stop) => Take(place, together, turn, stop)),
            _ => [Persons.Importer(institution)], _ => null).Run(rows, cancellation), cancellation);
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<RegisterAcknowledgement> EndAbsent<TRow>(InstitutionCode institution, RegisterScope scope,
        IAsyncEnumerable<TRow> present, bool dryRun, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var place = new RegisterPlace(institution, ledger.Pseudonyms);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in present.WithCancellation(cancellation))
            keys.Add(TRow.KeyOf(row, place));
        var importer = dryRun ? default : await Persons.EnterImporter(institution, cancellation);
        var position = (await ledger.Feed.Head(cancellation)).Size;
        foreach (var (stream, state) in await States(TRow.About, institution, position, cancellation))
            foreach (var (key, end) in TRow.InForce(state, stream, scope))
                if (!keys.Contains(key))
                    yield return dryRun ? new RegisterAcknowledgement(stream.Text, 0, stream.Text) { Events = 1 }
                        : (RegisterAcknowledgement)new RegisterAcknowledgement(stream.Text, 0, stream.Text).With(await ledger.Gateway.Send(
                            stream, end, ContextOf(stream, importer, NotInRegister), cancellation));
    }

    private async Task<IReadOnlyList<RegisterAcknowledgement>> Take<TRow>(
        RegisterPlace place, IReadOnlyList<TRow> rows, WriteTurn turn, CancellationToken cancellation) where TRow : RegisterRow
    {
        var (stream, importer) = (rows[0].StreamIn(place), Persons.Sender(place.Institution));
        List<(Command, CommandContext)> sent = [.. rows.Select(row => (row.CommandIn(place), ContextOf(stream, importer, row.ReasonCode())))];
        var outcomes = await ledger.Gateway.Send(stream, sent, turn, cancellation);
        return [.. rows.Zip(outcomes, (row, outcome) => (RegisterAcknowledgement)row.Acknowledged(stream.Text).With(outcome))];
    }

    /// <summary>A register may come to say again what it once said, so no row has an id of its own: what is there already adds nothing.</summary>
    private CommandContext ContextOf(StreamId stream, PersonId importer, string? reason)
    {
        var (id, now) = (CommandId.From("random", Guid.NewGuid().ToString("N")), ledger.Time.GetUtcNow());
        return new(id, now, now, importer, stream.Institution, Via.Import, $"command:{id}", $"import:{stream}") { ReasonCode = reason };
    }
}
