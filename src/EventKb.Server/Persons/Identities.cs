using System.Collections.Concurrent;
using EventKb.Domain;
using EventKb.Domain.Persons;
using EventKb.Ledger;

namespace EventKb.Server.Persons;

/// <summary>
/// Who signs in with an account, as of the last event that was committed: what was looked up is looked up anew once any entry of the directory or
/// any account has changed, or another day has come.
/// </summary>
/// <param name="ledger">Holds accounts and persons.</param>
internal sealed class Identities(EmbeddedLedger ledger)
{
    private const int MostKept = 10_000;
    private readonly ConcurrentDictionary<StreamId, (long At, DateOnly Day, SignedIn? Found)> _kept = new();

    /// <summary>The person whose account it is; null where it is nobody's who may sign in now.</summary>
    public async ValueTask<SignedIn?> Find(string issuer, string subject, CancellationToken cancellation)
    {
        var account = ledger.Pseudonyms.OfIdentity(issuer, subject);
        var (at, day) = (await LastChange(), Instants.Day(ledger.Time.GetUtcNow()));
        if (_kept.TryGetValue(account, out var kept) && (kept.At, kept.Day) == (at, day))
            return kept.Found;
        var found = await Read(account, day, cancellation);
        if (_kept.Count >= MostKept)
            _kept.Clear();
        _kept[account] = (at, day, found);
        return found;
    }

    /// <summary>The same for somebody who is known already.</summary>
    public async ValueTask<SignedIn?> Find(PersonId person, CancellationToken cancellation) =>
        person.Stream is { } entry ? Of(person, await StateOf(entry, cancellation), Instants.Day(ledger.Time.GetUtcNow())) : null;

    private async ValueTask<long> LastChange() =>
        Math.Max(await ledger.Store.LastOf(Identity.Category), await ledger.Store.LastOf(Person.Category));

    private async Task<SignedIn?> Read(StreamId account, DateOnly day, CancellationToken cancellation)
    {
        var identity = await ledger.Feed.State<IdentityState>(Identity.Decider, account, cancellation);
        return identity is { Status: IdentityStatus.Bound, Person: { Stream: { } entry } person }
            ? Of(person, await StateOf(entry, cancellation), day) : null;
    }

    private ValueTask<PersonState> StateOf(StreamId entry, CancellationToken cancellation) =>
        ledger.Feed.State<PersonState>(Person.Decider, entry, cancellation);

    private static SignedIn? Of(PersonId person, PersonState state, DateOnly day) =>
        state.MaySignInOn(day) ? new(person, state.RightsOn(day).Select(right => right.Right).Where(right => !right.IsRole()).ToHashSet()) : null;
}

/// <summary>Somebody who signed in.</summary>
/// <param name="Person">Who it is.</param>
/// <param name="Rights">What they may do besides what everybody who is signed in may.</param>
internal sealed record SignedIn(PersonId Person, IReadOnlySet<PersonRight> Rights);
