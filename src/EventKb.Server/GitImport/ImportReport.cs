using EventKb.Domain;
using EventKb.Domain.Sources;
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

    /// <summary>Rows that were not imported, or not their texts.</summary>
    public long Rejected { get; private set; }

    /// <summary>True where the ledger does not tell of a rejected row, so that it has to be tried again.</summary>
    public bool HasOpenRows { get; private set; }

    /// <summary>Articles that this run's part of the history began.</summary>
    public int Articles { get; set; }

    /// <summary>Files of the source that have no article, those of earlier runs included.</summary>
    public int Missing { get; set; }

    /// <summary>The commit up to which an earlier run had imported; null = none had.</summary>
    public string? Since { get; set; }

    /// <summary>Where the ledger stands afterwards.</summary>
    public ImportHead? Head { get; set; }

    /// <summary>What git said beside the history, the first thousand lines of it.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>The rejected rows, the first thousand of them.</summary>
    public IReadOnlyList<RejectedRow> RejectedRows => _rejected;

    /// <summary>Takes a line of git's into the report.</summary>
    public void Warn(string line)
    {
        if (Warnings.Count < MostListed)
            Warnings.Add(line);
    }

    /// <summary>Takes an acknowledgement into the count.</summary>
    public void Count(ImportAcknowledgement acknowledged)
    {
        Appended += acknowledged.Repeated ? 0 : acknowledged.Events;
        HasOpenRows |= acknowledged.IsOpen;
        if (acknowledged.Code is { } code)
            Reject(new RejectedRow(acknowledged.Commit, acknowledged.Path, code, acknowledged.Reason));
        else if (StreamId.Of(acknowledged.Article).Category == KnowledgeSource.Category)
            return;
        else if (acknowledged.Repeated || acknowledged.Events == 0)
            AlreadyThere++;
        Rows++;
    }

    private void Reject(RejectedRow rejected)
    {
        Rejected++;
        if (_rejected.Count < MostListed)
            _rejected.Add(rejected);
    }
}

/// <summary>A row that was not imported: which file of which commit, and why.</summary>
internal sealed record RejectedRow(string Commit, string Path, string Code, Wording? Reason);
