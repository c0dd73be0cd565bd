using EventKb.Domain;
using EventKb.Server.Imports;

namespace EventKb.Server.MappedFiles;

/// <summary>What an import of rows did, counted as it goes.</summary>
/// <param name="rejected">Told of every row that was not taken.</param>
internal sealed class RowReport(Action<RejectedRow>? rejected = null)
{
    private const int MostListed = 20;
    private readonly Lock _gate = new();
    private readonly List<RejectedRow> _listed = [];

    /// <summary>Rows read, those that were not taken included.</summary>
    public long Rows { get; private set; }

    /// <summary>Rows that had nothing new to say.</summary>
    public long AlreadyThere { get; private set; }

    /// <summary>Rows that were not taken.</summary>
    public long Rejected { get; private set; }

    /// <summary>Where the ledger stands afterwards.</summary>
    public ImportHead? Head { get; set; }

    /// <summary>The first of the rows that were not taken.</summary>
    public IReadOnlyList<RejectedRow> Listed => _listed;

    /// <summary>Takes the answer to a row into the count, or to one of several things that the row says.</summary>
    public void Count(ImportAnswer answer, long line, string name, bool isWhole = true)
    {
        if (answer.Code is { } code)
            Reject(new(line, name, code, answer.Reason), isWhole);
        else if (isWhole)
            lock (_gate)
                (Rows, AlreadyThere) = (Rows + 1, AlreadyThere + (answer.Repeated || answer.Events == 0 ? 1 : 0));
    }

    /// <summary>Takes into the count what cannot be taken of a row, or the whole row; rows are read while others are answered.</summary>
    public void Reject(RejectedRow row, bool isWhole = true)
    {
        lock (_gate)
        {
            (Rows, Rejected) = (Rows + (isWhole ? 1 : 0), Rejected + 1);
            if (_listed.Count < MostListed)
                _listed.Add(row);
            rejected?.Invoke(row);
        }
    }
}

/// <summary>A row that was not taken: on which line, of what where that can be read, and why.</summary>
internal sealed record RejectedRow(long Line, string? Name, string Code, Wording? Reason);
