using EventKb.Domain;
using EventKb.Domain.Governance;
using EventKb.ReadModels.Governance;

namespace EventKb.Integration.Tests.ReadModels.Governance;

/// <summary>A process adopted, amended and repealed at random: on every day the rows give the rules that the state gives.</summary>
public sealed class RandomRules
{
    private const int Commands = 14;
    private static readonly InstitutionCode Riga = new("RIGA");
    private static readonly Document Order = new("1", new DateOnly(2026, 1, 1), new string('a', 64));
    private readonly MemoryLedger _ledger = new();

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Rows_give_the_rules_that_the_state_gives(int seed)
    {
        var state = Record(new Random(seed));
        await using var models = new ReadModelFolder(_ledger);
        await using var session = await models.Read();
        Assert.True(_ledger.Size > 0, "Everything was refused.");
        for (var day = new DateOnly(2026, 3, 18); day < new DateOnly(2026, 4, 3); day = day.AddDays(1))
            Assert.Equal((day, KnowledgeProcess.RulesOn(state, day)),
                (day, await ProcessQueries.RulesInForce(session, Riga, day, _ledger.Size)));
    }

    /// <summary>Appends what the decider accepts of random commands; gives the state that comes of it.</summary>
    private KnowledgeProcessState Record(Random random)
    {
        var (decider, stream) = (KnowledgeProcess.Decider, KnowledgeProcess.StreamOf(Riga).ToString());
        var state = (KnowledgeProcessState)decider.Initial;
        for (var i = 0; i < Commands; i++)
        {
            var context = new CommandContext(new CommandId($"{i}"), _ledger.Now, _ledger.Now, new PersonId("p"), Riga, Via.Api, "c", "c")
            { ReasonCode = "x" };
            if (decider.Decide(state, Next(random), context) is not Accepted accepted)
                continue;
            foreach (var (happened, content) in accepted.Events)
            {
                _ledger.Append(stream, happened, content);
                state = (KnowledgeProcessState)decider.Evolve(state, _ledger.Events[^1].Recorded);
            }
        }

        return state;
    }

    private static KnowledgeProcessCommand Next(Random random)
    {
        var day = new DateOnly(2026, 3, random.Next(20, 31));
        var rules = new ProcessRules { ProvisionalHours = random.Next(1, 700), FourEyes = random.Next(2) == 0 };
        return random.Next(3) switch
        {
            0 => new KnowledgeProcessCommand.Adopt(Order, day, Scope.Institution, rules, "Process"),
            1 => new KnowledgeProcessCommand.Amend(Order, day, rules),
            _ => new KnowledgeProcessCommand.Repeal(Order, day),
        };
    }
}
