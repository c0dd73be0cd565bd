using EventKb.Domain;
using EventKb.Ledger;

namespace EventKb.Server.Imports;

/// <summary>A row of a register that an institution keeps elsewhere, as it was on a day.</summary>
/// <param name="Line">Line of the file on which the row begins.</param>
/// <param name="SeenOn">Day on which the register was read.</param>
internal abstract record RegisterRow(long Line, DateOnly SeenOn)
{
    /// <summary>What it is called in a report.</summary>
    public abstract string Named();

    /// <summary>Stream that takes it.</summary>
    public abstract StreamId StreamIn(RegisterPlace place);

    /// <summary>What it asks there.</summary>
    public abstract Command CommandIn(RegisterPlace place);

    /// <summary>Why something ends with it; null = it does not say.</summary>
    public virtual string? ReasonCode() => null;

    /// <summary>What is said of it to whoever sent it.</summary>
    public RegisterAcknowledgement Acknowledged(string stream) => new(Named(), Line, stream);
}

/// <summary>A kind of register whose rows come in at a path of their own.</summary>
internal interface IRegister
{
    /// <summary>The path.</summary>
    static abstract string Path { get; }

    /// <summary>What a row needs besides the right to import; null = nothing.</summary>
    static abstract PersonRight? Right { get; }
}

/// <summary>A register in which all that is in force has a row.</summary>
internal interface IWholeRegister<in TRow> : IRegister
{
    /// <summary>The aggregate that its rows are about.</summary>
    static abstract Decider About { get; }

    /// <summary>What tells the row's thing from others in the ledger.</summary>
    static abstract string KeyOf(TRow row, RegisterPlace place);

    /// <summary>What of an aggregate is in force as far as the register goes: its key, and the command that ends it.</summary>
    static abstract IEnumerable<(string Key, Command End)> InForce(object state, StreamId stream, RegisterScope scope);
}

/// <summary>Where rows of a register go.</summary>
/// <param name="Institution">The institution that keeps the register.</param>
/// <param name="Pseudonyms">Those whom it names.</param>
internal sealed record RegisterPlace(InstitutionCode Institution, Pseudonyms Pseudonyms)
{
    /// <summary>The pseudonym of whom a register of people has under a key.</summary>
    public PersonId Person(string source, string key) => new(Pseudonyms.Of(Institution, source, key).Text);
}

/// <summary>How far a register goes.</summary>
/// <param name="SeenOn">Day on which it was read.</param>
/// <param name="Source">The register of people; null where it is about something else.</param>
/// <param name="Duties">Duties that it lists.</param>
internal sealed record RegisterScope(DateOnly SeenOn, string? Source, ValueList<Duty> Duties);

/// <summary>What became of a row of a register, or of what it has no row for.</summary>
/// <param name="Entry">What the row is called.</param>
/// <param name="Line">Its line in the file; 0 = there is none.</param>
/// <param name="Stream">Stream that took it; empty where nothing was written.</param>
internal sealed record RegisterAcknowledgement(string Entry, long Line, string Stream) : ImportAnswer;
