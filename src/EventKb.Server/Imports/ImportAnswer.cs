using EventKb.Domain;
using EventKb.Ledger;

namespace EventKb.Server.Imports;

/// <summary>What an importer is told of a row: recorded, recorded before, or refused.</summary>
internal abstract record ImportAnswer
{
    /// <summary>The command that the row became.</summary>
    public string CommandId { get; init; } = "";

    /// <summary>Events that are in the ledger because of it; 0 where there was nothing new to say.</summary>
    public int Events { get; init; }

    /// <summary>Position of the first of them; 0 where there is none.</summary>
    public long FirstPosition { get; init; }

    /// <summary>Position of the last of them; 0 where there is none.</summary>
    public long LastPosition { get; init; }

    /// <summary>True where an earlier run had recorded it.</summary>
    public bool Repeated { get; init; }

    /// <summary>Why it was not taken, or not its text; null where it was taken.</summary>
    public string? Code { get; init; }

    /// <summary>The same in words.</summary>
    public Wording? Reason { get; init; }

    /// <summary>The same answer with an outcome.</summary>
    public ImportAnswer With(CommandOutcome outcome) => outcome switch
    {
        CommandOutcome.Committed c => this with
        {
            Events = c.Events,
            FirstPosition = c.FirstPosition,
            LastPosition = c.LastPosition,
            Repeated = c.Repeated,
        },
        CommandOutcome.Refused r => this with { Code = r.Rejection.Code, Reason = r.Rejection.Words },
        _ => throw new InvalidOperationException($"{outcome.GetType().Name} is no known outcome."),
    };
}
