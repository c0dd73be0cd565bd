using EventKb.Domain;
using EventKb.Domain.Persons;
using EventKb.Ledger;

namespace EventKb.Integration.Tests.LedgerStores;

/// <summary>What the texts of a ledger say that its persons are called.</summary>
internal static class NamesInALedger
{
    /// <summary>Names and addresses by pseudonym, as last recorded; who was erased is not among them.</summary>
    public static async Task<IReadOnlyDictionary<PersonId, Content>> Of(EmbeddedLedger ledger)
    {
        var names = new Dictionary<PersonId, Content>();
        for (long read = 0; read < ledger.Store.Head.Size;)
        {
            var events = await ledger.Feed.Read(read, 10_000);
            foreach (var happened in events.Where(e => e.Recorded.Stream.Category == Person.Category && e.Content?.Title is not null))
                names[new PersonId(happened.Recorded.Stream.Text)] = happened.Content!;
            read += events.Count;
        }

        return names;
    }

    /// <summary>Sends a command about an entry of the directory.</summary>
    public static async Task<CommandOutcome> Send(EmbeddedLedger ledger, PersonId person, PersonCommand command)
    {
        var (id, now) = (CommandId.From($"{Guid.NewGuid()}"), ledger.Time.GetUtcNow());
        var stream = person.Stream!.Value;
        return await ledger.Gateway.Send(stream, command,
            new CommandContext(id, now, now, person, stream.Institution, Via.Api, id.Value, id.Value) { ReasonCode = "other" });
    }
}
