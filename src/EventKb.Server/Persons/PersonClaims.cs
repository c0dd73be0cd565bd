using System.Collections.Concurrent;
using EventKb.Domain;
using EventKb.Domain.Persons;
using EventKb.Ledger;

namespace EventKb.Server.Persons;

/// <summary>Enters those whom sources name in the person directory, each once; whoever was erased there gets no name again.</summary>
/// <param name="ledger">Takes the entries.</param>
internal sealed class PersonClaims(EmbeddedLedger ledger)
{
    private const int MostRemembered = 10_000;
    private readonly ConcurrentDictionary<PersonId, bool> _known = new();

    /// <summary>What a source says of somebody: the same subject is the same pseudonym, however the name is spelt.</summary>
    public PersonClaim Of(InstitutionCode institution, PersonKind kind, string source, string subject, string name, string? email = null)
    {
        var (fitting, address) = Person.Fit(name, email);
        return new(new PersonId(ledger.Pseudonyms.Of(institution, source, subject).Text), kind, source, fitting, address);
    }

    /// <summary>True where they are in the directory.</summary>
    public async ValueTask<bool> Knows(PersonClaim claim)
    {
        if (_known.ContainsKey(claim.Id))
            return true;
        if (await ledger.Store.HighestVersion(claim.Id.Value) == 0)
            return false;
        Remember(claim);
        return true;
    }

    /// <summary>Enters somebody unless that was done, and gives their pseudonym.</summary>
    /// <param name="claim">Who it is.</param>
    /// <param name="by">Who says so; null = they do themselves.</param>
    /// <param name="via">How it came in.</param>
    /// <param name="turn">When it is to be written; null = at once.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<PersonId> Enter(PersonClaim claim, PersonId? by, Via via, WriteTurn? turn = null, CancellationToken cancellation = default)
    {
        if (_known.ContainsKey(claim.Id))
            return claim.Id;
        var stream = claim.Id.Stream!.Value;
        var (id, now) = (CommandId.From("claim-person", stream.Text), ledger.Time.GetUtcNow());
        var context = new CommandContext(id, now, now, by ?? claim.Id, stream.Institution, via, $"command:{id}", $"person:{stream.Id}");
        var command = new PersonCommand.Claim(claim.Kind, claim.Source, claim.Name, claim.Email);
        var outcome = await ledger.Gateway.Send(stream, [(command, context)], turn, cancellation);
        // The id is the entry's: that it was used for other words means that the person is known under another spelling.
        if (outcome[0] is CommandOutcome.Refused { Rejection: { Code: not "COMMAND_ID_REUSED" } why })
            throw CannotGoOn.BadInput($"Somebody whom '{claim.Source}' names cannot be entered in the person directory: {why.Words}");
        Remember(claim);
        return claim.Id;
    }

    private void Remember(PersonClaim claim)
    {
        if (_known.Count >= MostRemembered)
            _known.Clear();
        _known[claim.Id] = true;
    }
}

/// <summary>Somebody whom a source names.</summary>
internal sealed record PersonClaim(PersonId Id, PersonKind Kind, string Source, string Name, string? Email);
