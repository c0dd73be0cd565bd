using EventKb.Domain;
using EventKb.Server.Imports;

namespace EventKb.Server.RecordImport;

/// <summary>What an import of records did, counted as it goes.</summary>
/// <param name="rejected">Told of every row that was not taken.</param>
internal sealed class RecordReport(Action<RejectedRecord>? rejected = null)
{
    private const int MostListed = 20;
    private readonly Lock _gate = new();
    private readonly List<RejectedRecord> _listed = [];

    /// <summary>Rows read, those that were not taken included.</summary>
    public long Rows { get; private set; }

    /// <summary>Rows that the ledger had already.</summary>
    public long AlreadyThere { get; private set; }

    /// <summary>Rows that were not taken.</summary>
    public long Rejected { get; private set; }

    /// <summary>Records that the rows are about.</summary>
    public int Records { get; set; }

    /// <summary>Personal codes and telephone numbers that were masked.</summary>
    public long Masked { get; set; }

    /// <summary>Where the ledger stands afterwards.</summary>
    public ImportHead? Head { get; set; }

    /// <summary>The first of the rows that were not taken.</summary>
    public IReadOnlyList<RejectedRecord> Listed => _listed;

    /// <summary>Takes an answer into the count.</summary>
    public void Count(RecordAcknowledgement answer)
    {
        if (answer.Code is { } code)
            Reject(new(answer.Line, answer.Number, code, answer.Reason), answer.Change == RecordChange.Mirrored);
        else if (answer.Change == RecordChange.Mirrored)
            lock (_gate)
                (Rows, AlreadyThere) = (Rows + 1, AlreadyThere + (answer.Repeated ? 1 : 0));
    }

    /// <summary>Takes into the count what cannot be taken of a row, or the whole row; rows are read while others are answered.</summary>
    public void Reject(RejectedRecord row, bool isWhole = true)
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

/// <summary>A row that was not taken: on which line, of which record where that can be read, and why.</summary>
internal sealed record RejectedRecord(long Line, string? Number, string Code, Wording? Reason);
