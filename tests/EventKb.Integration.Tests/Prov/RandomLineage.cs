using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Integration.Tests.ReadModels;
using EventKb.Integration.Tests.ReadModels.OneFold;

namespace EventKb.Integration.Tests.Prov;

/// <summary>What the decider accepts of random commands on a few articles that refer to each other, now and then long after they occurred.</summary>
internal sealed class RandomLineage
{
    private static readonly Decider Decider = Deciders.Find(KnowledgeArticle.Category)!;
    private static readonly RelationType[] Types = [.. Enum.GetValues<RelationType>().Where(type => type != RelationType.DerivedFrom)];
    private readonly Random _random;
    private readonly Dictionary<string, KnowledgeArticleState> _states =
        "abcd".ToDictionary(id => $"RIGA/knowledge-article/{id}", _ => (KnowledgeArticleState)Decider.Initial);

    private RandomLineage(int seed) => _random = new Random(seed);

    public MemoryLedger Ledger { get; } = new();

    public IEnumerable<KeyValuePair<string, KnowledgeArticleState>> Articles => _states.Where(s => s.Value.Exists);

    public static RandomLineage Of(int seed, int commands = 160)
    {
        var history = new RandomLineage(seed);
        for (var i = 0; i < commands; i++)
            history.Ask($"{i}");
        return history;
    }

    private void Ask(string id)
    {
        var (stream, state) = _states.ElementAt(_random.Next(_states.Count));
        var occurred = Ledger.Now.AddHours(-_random.Next(4) * _random.Next(100));
        var command = Command(state);
        var context = new CommandContext(new CommandId(id), Ledger.Now, occurred, new PersonId("RIGA/person/anna"), new InstitutionCode("RIGA"),
            command is KnowledgeArticleCommand.LapseProvision ? Via.Schedule : Via.Api, "c", "c")
        { ReasonCode = "holder-left", Rules = new ProcessRules { FourEyes = false } };
        if (Decider.Decide(state, command, context) is not Accepted accepted)
            return;
        foreach (var (happened, content) in accepted.Events)
        {
            Ledger.Append(stream, happened, content, occurred, command: id);
            _states[stream] = (KnowledgeArticleState)Decider.Evolve(_states[stream], Ledger.Events[^1].Recorded);
        }
    }

    private Command Command(KnowledgeArticleState state)
    {
        var text = new Content { Title = "t", Body = $"b{_random.Next(9)}" };
        if (!state.Exists)
            return _random.Next(3) == 0 ? new KnowledgeArticleCommand.Adopt(Version(state), null, ArticleKind.Faq, "lv", text) : Usual(state);
        return _random.Next(12) switch
        {
            0 or 1 or 2 =>
                new KnowledgeArticleCommand.Relate(_random.Next(1, state.Latest.Number + 1), Types[_random.Next(Types.Length)], Version(state)),
            3 when state.Relations.Count > 0 && state.Relations.Keys.ElementAt(_random.Next(state.Relations.Count)) is var one =>
                _random.Next(2) == 0 ? new KnowledgeArticleCommand.Unrelate(one.Type, one.Target)
                    : new KnowledgeArticleCommand.Relate(_random.Next(1, state.Latest.Number + 1), one.Type, one.Target),
            4 when _random.Next(2) == 0 => new KnowledgeArticleCommand.Retire(Version(state)),
            5 when _random.Next(2) == 0 => new KnowledgeArticleCommand.Withdraw("x", Version(state)),
            6 => new KnowledgeArticleCommand.Restore(),
            _ => Usual(state),
        };
    }

    private Command Usual(KnowledgeArticleState state) => RandomCommands.All[KnowledgeArticle.Category](_random, Ledger.Now, state);

    /// <summary>A version of another article, or one that the ledger does not hold.</summary>
    private ExactVersion Version(KnowledgeArticleState of)
    {
        var others = Articles.Where(other => other.Key != of.Stream).ToList();
        if (others.Count == 0 || _random.Next(6) == 0)
            return new ExactVersion("CESIS/knowledge-article/o", _random.Next(1, 3), 10);
        var (id, state) = others[_random.Next(others.Count)];
        var revision = state.Revisions[_random.Next(1, state.Revisions.Count + 1)];
        return new ExactVersion(id, revision.Number, revision.Position);
    }
}
