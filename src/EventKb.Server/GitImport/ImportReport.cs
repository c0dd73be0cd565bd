using EventKb.Server.Imports;

namespace EventKb.Server.GitImport;

/// <summary>What an import did, counted as it goes.</summary>
internal sealed class ImportReport
{
    private const int MostListed = 1_000;
    private readonly List<RejectedRow> _rejected = [];

    /// <summary>Rows of history read.</summary>
    public long Rows { get; private set; }

    /// <summary>Events that this run appended.</summary>
    public long Appended { get; private set; }

    /// <summary>Rows that the ledger had already, or that had nothing new to say.</summary>
    public long AlreadyThere { get; private set; }

    /// <summary>Rows that were not imported.</summary>
    public long Rejected { get; private set; }

    /// <summary>Articles that the history shows.</summary>
    public int Articles { get; set; }

    /// <summary>Where the ledger stands afterwards.</summary>
    public ImportHead? Head { get; set; }

    /// <summary>What git said beside the history, the first thousand lines of it.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>Takes a line of git's into the report.</summary>
    public void Warn(string line)
    {
        if (Warnings.Count < MostListed)
            Warnings.Add(line);
    }

    /// <summary>The rejected rows, the first thousand of them.</summary>
    public IReadOnlyList<RejectedRow> RejectedRows => _rejected;

    /// <summary>Takes an acknowledgement into the count.</summary>
    public void Count(ImportAcknowledgement acknowledged)
    {
        if (acknowledged.Code is { } code)
        {
            Appended += acknowledged.Repeated ? 0 : acknowledged.Events;
            Count(new RejectedRow(acknowledged.Commit, acknowledged.Path, code, acknowledged.Reason ?? code));
            return;
        }

        Rows++;
        if (acknowledged.Repeated || acknowledged.Events == 0)
            AlreadyThere++;
        else
            Appended += acknowledged.Events;
    }

    /// <summary>Takes a rejected row into the count.</summary>
    public void Count(RejectedRow rejected)
    {
        Rows++;
        Rejected++;
        if (_rejected.Count < MostListed)
            _rejected.Add(rejected);
    }
}
