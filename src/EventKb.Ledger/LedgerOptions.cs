using EventKb.Domain;
using EventKb.Domain.Catalogue;
using EventKb.Domain.Policies;
using Microsoft.Extensions.Logging;

namespace EventKb.Ledger;

/// <summary>
/// Gives the rules in force for an institution as of a position that is not before <paramref name="since"/>, waiting for that one if need
/// be, but no longer than told; else <see cref="LedgerUnavailableException"/>.
/// </summary>
public delegate Task<RulesRead> RulesInForce(InstitutionCode institution, long since, TimeSpan mostWait, CancellationToken cancellation);

/// <summary>Rules, the position as of which they were read, and the institution that may lay down the state's.</summary>
public sealed record RulesRead(ProcessRules Rules, long Position, InstitutionCode? StateRulesBy = null);

/// <summary>May this person, in this duty, do this? Null = yes.</summary>
public delegate ValueTask<Rejection?> AuthorityCheck(StreamId stream, Command command, CommandContext context,
    CancellationToken cancellation);

/// <summary>
/// Gives the duties that somebody holds or deputises in now, as of a position that is not before <paramref name="since"/>, waiting for that
/// one if need be, but no longer than told; else <see cref="LedgerUnavailableException"/>.
/// </summary>
public delegate Task<DutiesRead> DutiesOn(PersonId person, long since, TimeSpan mostWait, CancellationToken cancellation);

/// <summary>Duties, what each entry of the catalogue is, and the position as of which they were read.</summary>
public sealed record DutiesRead(ValueList<HeldDuty> Duties, IReadOnlyDictionary<string, EntryKind> Kinds, long Position);

/// <summary>How a ledger is opened.</summary>
public sealed record LedgerOptions
{
    /// <summary>Name of a ledger that is made new; an existing one keeps its own. Null = a random one.</summary>
    public string? Origin { get; init; }

    /// <summary>The clock.</summary>
#pragma warning disable RS0030 // The default; whoever wants another time says so.
    public TimeProvider Time { get; init; } = TimeProvider.System;
#pragma warning restore RS0030

    /// <summary>Source of salts and of the key of pseudonyms.</summary>
    public Secrets Secrets { get; init; } = Secrets.Random;

    /// <summary>The aggregates.</summary>
    public IReadOnlyList<Decider> Deciders { get; init; } = EventKb.Domain.Deciders.All;

    /// <summary>Source of the rules in force; asked only for commands that need them.</summary>
    public RulesInForce Rules { get; init; } = (_, since, _, _) => Task.FromResult(new RulesRead(ProcessRules.Default, since));

    /// <summary>
    /// Categories of the streams that say which rules are in force: what is decided by rules read before the last of their events is decided
    /// again. None = nothing changes the rules.
    /// </summary>
    public IReadOnlyList<string> RulesFrom { get; init; } = [];

    /// <summary>True to refuse what refers to something that is not there; false only where one tries what that protects from.</summary>
    public bool References { get; init; } = true;

    /// <summary>The authority; until there is sign-in, the one local operator may do everything.</summary>
    public AuthorityCheck Authority { get; init; } = (_, _, _, _) => ValueTask.FromResult<Rejection?>(null);

    /// <summary>Source of the duties by which what persons ask for is judged; null = nothing is judged.</summary>
    public DutiesOn? Duties { get; init; }

    /// <summary>Categories of the streams that say who holds which duty, and for what.</summary>
    public IReadOnlyList<string> DutiesFrom { get; init; } = [];

    /// <summary>How long a command is tried.</summary>
    public TimeSpan CommandDeadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one try waits for the disk, before the same command is sent again to learn what became of it.</summary>
    public TimeSpan WriteTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Commands under way at once; more wait.</summary>
    public int MostCommandsAtOnce { get; init; } = 4_096;

    /// <summary>Streams kept in memory at once.</summary>
    public int MostLiveStreams { get; init; } = 2_000;

    /// <summary>Time after which an unused stream leaves memory.</summary>
    public TimeSpan PassivateAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>True to check everything stored; else head, tail and schema are checked, which takes no longer for a long ledger.</summary>
    public bool Verify { get; init; }

    /// <summary>Told how many events are verified so far.</summary>
    public IProgress<long>? VerifyProgress { get; init; }

    /// <summary>False to leave the modes of files as they are, for who changes nothing.</summary>
    public bool ClosesFolder { get; init; } = true;

    /// <summary>Told what the operator should know of the data folder; else it is on standard error.</summary>
    public Action<Wording> Notice { get; init; } = notice => Console.Error.WriteLine(notice);

    /// <summary>Finds what else in the data folder tells of its ledger; asked once the folder is this process's.</summary>
    public Func<string, IReadOnlyList<LedgerTrace>> Traces { get; init; } = _ => [];

    /// <summary>Where the actor system logs; null = warnings on standard error.</summary>
    public ILoggerFactory? Logging { get; init; }
}
