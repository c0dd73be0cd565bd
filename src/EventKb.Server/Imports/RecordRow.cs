using EventKb.Domain.ServiceRecords;

namespace EventKb.Server.Imports;

/// <summary>What a request management system's trail says: of a record, or of another one that the record names.</summary>
/// <param name="Change">What it says.</param>
/// <param name="Kind">Kind of the record.</param>
/// <param name="Number">Its number.</param>
/// <param name="Row">Place of the row among those of its record, from 1.</param>
/// <param name="Line">Line of the file on which the row begins.</param>
/// <param name="OccurredAt">When the system had it so.</param>
internal sealed record RecordRow(RecordChange Change, RecordKind Kind, string Number, int Row, long Line, DateTimeOffset OccurredAt)
{
    /// <summary>Name of who made the change; null = the row does not say.</summary>
    public string? By { get; init; }

    /// <summary>The facts, without who works on it.</summary>
    public RecordFacts? Facts { get; init; }

    /// <summary>Name of who works on it.</summary>
    public string? Assignee { get; init; }

    /// <summary>The row itself and its texts.</summary>
    public RecordText? Text { get; init; }

    /// <summary>Kind and number of the other record that it is about.</summary>
    public OtherRecord? Other { get; init; }
}

/// <summary>Another record that a row names.</summary>
internal sealed record OtherRecord(RecordKind Kind, string Number);

/// <summary>The texts of a row.</summary>
/// <param name="Row">The row, as far as it is taken.</param>
/// <param name="Title">Title of the record.</param>
/// <param name="Description">Its description.</param>
/// <param name="Caller">Who reported it.</param>
internal sealed record RecordText(string Row, string? Title = null, string? Description = null, string? Caller = null);

/// <summary>What a row says.</summary>
internal enum RecordChange
{
    /// <summary>How the record is now.</summary>
    Mirrored,

    /// <summary>That there is the other record.</summary>
    Mentioned,

    /// <summary>That the record, an incident, belongs to the other one, a problem.</summary>
    Linked,

    /// <summary>That it no longer does.</summary>
    Unlinked,
}

/// <summary>What became of a row.</summary>
/// <param name="Change">What the row said.</param>
/// <param name="Number">Number of its record.</param>
/// <param name="Row">Its place among those of the record.</param>
/// <param name="Line">Its line in the file.</param>
/// <param name="Stream">Stream that took it.</param>
internal sealed record RecordAcknowledgement(RecordChange Change, string Number, int Row, long Line, string Stream) : ImportAnswer;
