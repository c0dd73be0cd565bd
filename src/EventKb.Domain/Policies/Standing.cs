using EventKb.Domain.Catalogue;

namespace EventKb.Domain.Policies;

/// <summary>Who somebody is on a day, as far as the ledger says.</summary>
/// <param name="Person">Their pseudonym.</param>
/// <param name="IsLocalOperator">True for whoever runs the server where nobody signs in.</param>
/// <param name="Rights">Rights that they have on the day.</param>
/// <param name="Duties">Duties that they hold on the day, or in which they deputise.</param>
public sealed record Standing(PersonId Person, bool IsLocalOperator, ValueList<RightOver> Rights, ValueList<HeldDuty> Duties);

/// <summary>A duty that somebody holds, or in which they deputise for who does.</summary>
/// <param name="Duty">The duty.</param>
/// <param name="Subject">The service or resource, or the institution's code.</param>
/// <param name="Assignment">Stream that says so.</param>
/// <param name="Holder">Who holds it.</param>
/// <param name="Powers">What a deputy may do, by the names of actions; null = everything that the holder may.</param>
public sealed record HeldDuty(Duty Duty, string Subject, string Assignment, PersonId Holder, ValueList<string>? Powers = null)
{
    /// <summary>Institution whose duty it is.</summary>
    public InstitutionCode Institution => new(Subject.Split('/')[0]);

    /// <summary>True where an action is among the powers.</summary>
    public bool Covers(PolicyAction action) => Powers is null || Powers.Contains(action.Code());
}

/// <summary>What an action is about.</summary>
/// <param name="Institution">The institution.</param>
/// <param name="Entries">Services and resources, each with what it is; none = no entry of the catalogue.</param>
public sealed record PolicySubject(InstitutionCode Institution, ValueList<SubjectEntry> Entries)
{
    /// <summary>What a stream is about: the service or resource that is accountable, else those that it is linked with.</summary>
    /// <param name="decider">The stream's aggregate.</param>
    /// <param name="state">Its state.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="kinds">What each entry of the catalogue is.</param>
    public static PolicySubject Of(Decider decider, object state, StreamId stream, IReadOnlyDictionary<string, EntryKind> kinds)
    {
        var accountable = EntriesOf(decider.Linked(state, Links.Accountable), kinds);
        return new(stream.Institution, accountable.Count > 0 ? accountable
            : EntriesOf(decider.Linked(state, Links.Service).Concat(decider.Linked(state, Links.Resource)), kinds));
    }

    /// <summary>
    /// What a command to a stream is about: what the stream is about, else what the command names. A link of two institutions' records is judged
    /// on the side that acts.
    /// </summary>
    public static PolicySubject Of(Decider decider, object state, StreamId stream, Command command, CommandContext context,
        IReadOnlyDictionary<string, EntryKind> kinds)
    {
        var about = Of(decider, state, stream, kinds);
        if (about.Entries.Count == 0)
            about = about with { Entries = EntriesOf(command.References(stream).OfType<EntryReference>().Select(entry => entry.Stream.Text), kinds) };
        return Actions.Of(command) == PolicyAction.LinkIncidents ? about with { Institution = context.Institution } : about;
    }

    /// <summary>True where some entry is of a kind, or none is named.</summary>
    public bool MayBeOf(EntryKind kind) => Entries.Count == 0 || Entries.Any(entry => entry.Kind == kind);

    private static ValueList<SubjectEntry> EntriesOf(IEnumerable<string> ids, IReadOnlyDictionary<string, EntryKind> kinds) =>
        [.. ids.Where(id => StreamId.Parse(id) is { Category: CatalogueEntry.Category }).Distinct()
            .Select(id => new SubjectEntry(id, kinds.TryGetValue(id, out var kind) ? kind : null))];
}

/// <summary>A service or resource.</summary>
/// <param name="Id">Stream of the entry.</param>
/// <param name="Kind">What it is; null = that is not known.</param>
public sealed record SubjectEntry(string Id, EntryKind? Kind);

/// <summary>How an action was judged.</summary>
/// <param name="Rule">Version of the table and name of the rule that allows it; null = none does.</param>
/// <param name="Assignment">Stream of the assignment that authorises it; null = a right does.</param>
/// <param name="Refusal">Why it is not allowed; null = it is.</param>
public sealed record Verdict(string? Rule, string? Assignment, Rejection? Refusal);
