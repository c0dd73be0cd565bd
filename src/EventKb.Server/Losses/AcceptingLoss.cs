using System.Globalization;
using EventKb.Domain;
using EventKb.Domain.Losses;
using EventKb.Ledger;
using EventKb.ReadModels;

namespace EventKb.Server.Losses;

/// <summary>
/// Opens a ledger that is not what its traces tell of, because its operator says so: what tells of the lost events is kept aside, and
/// the ledger tells of them from then on.
/// </summary>
internal static class AcceptingLoss
{
    private static readonly InstitutionCode Local = new("local");

    /// <summary>Opens the ledger; a loss is accepted only where a reason is given. Gives what is lost, or null.</summary>
    public static async Task<(EmbeddedLedger Ledger, LostEvents? Lost)> Open(string folder, LedgerOptions options, string? reason,
        CancellationToken cancellation)
    {
        try
        {
            return (await EmbeddedLedger.Open(folder, options, cancellation), null);
        }
        catch (LedgerLostException lost) when (reason is not null)
        {
            return (await EmbeddedLedger.Open(folder, options with { Traces = _ => [] }, cancellation), lost.Lost);
        }
        catch (LedgerDamagedException damaged) when (reason is not null && damaged.IsUnreadable)
        {
            var lost = LedgerTrace.Of(options.Traces(folder));
            SetAside(folder, options.Time, Directory.GetFiles(folder, EmbeddedLedger.FileName + "*"));
            return (await EmbeddedLedger.Open(folder, options with { Traces = _ => [] }, cancellation), lost);
        }
    }

    /// <summary>
    /// Records the loss first and then sets the read models aside: after a crash in between it is met again and recorded once.
    /// </summary>
    public static async Task Record(EmbeddedLedger ledger, ServerOptions options, PersonId person, LostEvents lost,
        CancellationToken cancellation)
    {
        var accept = new LedgerLossCommand.Accept(lost.Origin, lost.FirstPosition, lost.LastPosition, lost.RootHash);
        var stream = LedgerLoss.StreamOf(Local, accept);
        var (id, now) = (CommandId.From("accept-loss", stream.ToString()), options.Clock.GetUtcNow());
        var context = new CommandContext(id, now, now, person, Local, Via.Api, id.Value, id.Value) { ReasonText = options.AcceptLoss };
        if (await ledger.Gateway.Send(stream, accept, context, cancellation) is CommandOutcome.Refused refused)
            throw new LossNotAcceptedException(refused.Rejection.Words);
        SetAside(options.DataFolder, options.Clock, ReadModelStore.FilesIn(options.DataFolder));
    }

    private static void SetAside(string folder, TimeProvider clock, IEnumerable<string> files)
    {
        var stamp = clock.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var aside = PrivateFiles.MakeFolder(Path.Combine(folder, $"lost-{stamp}")).FullName;
        foreach (var file in files)
            File.Move(file, Path.Combine(aside, Path.GetFileName(file)));
        DirectorySync.Flush(aside);
        DirectorySync.Flush(folder);
    }
}

/// <summary>A loss cannot be accepted: there is none, or its reason cannot be recorded.</summary>
internal sealed class LossNotAcceptedException(Wording fact) : WordedException(fact);
