namespace EventKb.Ledger.Integrity;

/// <summary>
/// A command's events stand together under its id, so the rows of commands follow from the events and are compared with them.
/// </summary>
internal sealed class CommandRuns(IEnumerable<CommandRun> stored) : IDisposable
{
    private readonly IEnumerator<CommandRun> _stored = stored.GetEnumerator();
    private CommandRun? _run;

    public void Add(CheckedEvent next)
    {
        var (row, id) = (next.Row, next.Metadata!.CommandId.Value ?? "");
        if (_run is { } run && run.Stream == row.Stream && run.CommandId == id)
        {
            _run = run with { LastVersion = row.Version, LastPosition = row.Position };
            return;
        }

        Close();
        _run = new CommandRun(row.Stream, id, row.Version, row.Version, row.Position, row.Position);
    }

    /// <summary>After the last event: no command may be left on either side.</summary>
    public void End()
    {
        Close();
        if (_stored.MoveNext())
            throw Wrong(_stored.Current.FirstPosition);
    }

    public void Dispose() => _stored.Dispose();

    private void Close()
    {
        if (_run is { } run && !(_stored.MoveNext() && _stored.Current == run))
            throw Wrong(run.FirstPosition);
    }

    private static LedgerDamagedException Wrong(long position) =>
        new("commands", $"Position {position} is not what its command says.");
}
