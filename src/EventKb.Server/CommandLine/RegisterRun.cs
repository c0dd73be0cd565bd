using EventKb.Domain;
using EventKb.Server.Imports;
using EventKb.Server.MappedFiles;
using EventKb.Server.RegisterImport;

namespace EventKb.Server.CommandLine;

/// <summary>Imports a register.</summary>
/// <param name="terminal">Where it says what it did.</param>
/// <param name="into">As whose and into what.</param>
/// <param name="asked">The file.</param>
/// <param name="seenOn">Day on which the register was read.</param>
internal sealed class RegisterRun<TRow>(Terminal terminal, ImportOrders into, MappedFileOrders asked, DateOnly seenOn)
    where TRow : RegisterRow, IRegister
{
    private readonly List<TRow> _present = [];

    /// <summary>Ends what has no row; null = it stays.</summary>
    public EndAbsent<TRow>? End { get; init; }

    /// <summary>Imports it, and gives the exit code.</summary>
    public async Task<int> Do(RegisterMap<TRow> map, CancellationToken cancellation)
    {
        // The columns first: where one is missing, no data folder is made.
        using var rows = FileRows.Open(asked.Path, map.Delimiter);
        var (reader, ended) = (map.Reader(rows, asked.Path, seenOn), 0L);
        return await new ImportRun(terminal, into, asked.Rejected)
        {
            Details = () => End is null ? [] : [$"ended           {ImportRun.Number(ended)}"],
        }.Do(async (target, report, acknowledge) =>
        {
            await target.Register(into.Institution, into.Name, seenOn, cancellation);
            await foreach (var answer in target.Send(into.Institution, Remembered(reader.Rows(report)).ToAsyncEnumerable(), cancellation))
            {
                report.Count(answer, answer.Line, answer.Entry);
                acknowledge(answer);
            }

            if (End is not null && HasAll(report))
                await foreach (var answer in End(target, into.Institution, map.Scope(seenOn), _present.ToAsyncEnumerable(), cancellation))
                {
                    if (answer.Code is { } code)
                        report.Reject(new(0, answer.Entry, code, answer.Reason), isWhole: false);
                    else
                        ended += answer.Events;
                    acknowledge(answer);
                }
        }, cancellation);
    }

    private IEnumerable<TRow> Remembered(IEnumerable<TRow> rows) => End is null ? rows : rows.Select(row =>
    {
        _present.Add(row);
        return row;
    });

    /// <summary>A row that cannot be read may be of whoever seems to have none.</summary>
    private bool HasAll(RowReport report)
    {
        var unread = report.Rows - _present.Count;
        if (unread > 0)
            terminal.Note($"nothing is ended: {ImportRun.Number(unread)} rows cannot be read, and may be of what seems to have none");
        else if (_present.Count == 0)
            terminal.Note($"nothing is ended: the file has no rows");
        return unread == 0 && _present.Count > 0;
    }
}

/// <summary>Ends what a register no longer has.</summary>
internal delegate IAsyncEnumerable<RegisterAcknowledgement> EndAbsent<TRow>(ImportTarget target, InstitutionCode institution, RegisterScope scope,
    IAsyncEnumerable<TRow> present, CancellationToken cancellation);
