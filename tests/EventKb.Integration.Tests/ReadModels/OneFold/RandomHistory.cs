using EventKb.Domain;
using EventKb.Domain.Access;
using EventKb.Domain.KnowledgeArticles;

namespace EventKb.Integration.Tests.ReadModels.OneFold;

/// <summary>What a decider accepts of random commands, with the state after each event.</summary>
internal sealed class RandomHistory
{
    private RandomHistory(Decider decider, string stream) => (Decider, Stream, States) = (decider, stream, [decider.Initial]);

    public Decider Decider { get; }

    public string Stream { get; }

    public MemoryLedger Ledger { get; } = new();

    /// <summary>The state before the first event, and after each.</summary>
    public List<object> States { get; }

    /// <summary>Accepted commands with the texts of each of their events.</summary>
    public List<(Command Command, Content Content)> Accepted { get; } = [];

    public static RandomHistory Of(string category, int seed, int commands = 40)
    {
        var (history, random) = (new RandomHistory(Deciders.Find(category)!, $"RIGA/{category}/s"), new Random(seed));
        for (var i = 0; i < commands; i++)
            history.Ask(RandomCommands.All[category](random, history.Ledger.Now, history.States[^1]), $"{i}", random);
        return history;
    }

    private void Ask(Command command, string id, Random random)
    {
        if (random.Next(6) == 0)
            Ledger.Wait(TimeSpan.FromHours(80));
        var (person, reason) = (random.Next(2) == 0 ? "RIGA/person/anna" : "RIGA/person/berta", random.Next(2) == 0 ? "holder-left" : "other");
        var context = new CommandContext(new CommandId(id), Ledger.Now, Ledger.Now, new PersonId(person), new InstitutionCode("RIGA"),
            command is KnowledgeArticleCommand.LapseProvision ? Via.Schedule : Via.Api, "c", "c")
        { ReasonCode = reason, ReasonText = command is LedgerAccessCommand ? "because" : null, Rules = new ProcessRules { FourEyes = false } };
        if (Decider.Decide(States[^1], command, context) is not Domain.Accepted accepted)
            return;
        foreach (var (happened, content) in accepted.Events)
        {
            if (content is not null)
                Accepted.Add((command, content));
            Ledger.Append(Stream, happened, content, null, person, reason);
            States.Add(Decider.Evolve(States[^1], Ledger.Events[^1].Recorded));
        }
    }
}
