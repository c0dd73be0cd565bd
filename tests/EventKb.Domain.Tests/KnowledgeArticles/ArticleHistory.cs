using System.Text.Json;
using EventKb.Domain.KnowledgeArticles;

namespace EventKb.Domain.Tests.KnowledgeArticles;

/// <summary>Plays what is asked against the decider and keeps what was recorded, as a ledger would.</summary>
internal sealed class ArticleHistory
{
    private DateTimeOffset _now = Spec.Day;

    public List<RecordedEvent> Events { get; } = [];

    public KnowledgeArticleState State { get; private set; } = KnowledgeArticleState.Empty;

    public static ArticleHistory Of(IEnumerable<Asked> all)
    {
        var history = new ArticleHistory();
        foreach (var asked in all)
            history.Ask(asked);
        return history;
    }

    public Decision Ask(Asked asked)
    {
        _now = _now.AddHours(asked.HoursLater);
        return AskAgain(asked);
    }

    public Decision AskAgain(Asked asked)
    {
        var id = new CommandId($"{Events.Count:x32}");
        var context = new CommandContext(id, _now, _now, asked.Person, Spec.Institution, asked.Via, "cause", "correlation")
        {
            ReasonCode = asked.Command is KnowledgeArticleCommand.RetireImported ? KnowledgeArticle.SourceDeleted : "improvement",
        };
        var decision = KnowledgeArticle.Decider.Decide(State, asked.Command, context);
        foreach (var next in decision is Accepted accepted ? accepted.Events : [])
            Record(next, context);
        return decision;
    }

    /// <summary>The state in words, so that two can be compared whole whatever collections they are made of.</summary>
    public static string Describe(KnowledgeArticleState state) => !state.Exists ? "no article" : JsonSerializer.Serialize(new
    {
        State = state with { Relations = new() },
        Relations = state.Relations.OrderBy(r => r.ToString(), StringComparer.Ordinal).Select(r => r.ToString()),
        Revisions = state.Revisions.Select(r => r.ToString()),
    });

    private void Record(NewEvent next, CommandContext context)
    {
        var content = next.Content;
        ContentSeal seal = content is null
            ? new ContentSeal.None()
            : new ContentSeal.Present(Spec.CommitmentOf(content), content.Digests().Text, content.Digests().Body);
        var version = Events.Count + 1;
        var metadata = new EventMetadata(context.Person, context.Institution, context.Via, context.CommandId, "cause", "correlation",
            ReasonCode: context.ReasonCode);
        var recorded = new RecordedEvent(version, StreamId.Of(Article.Here), version, $"{version:x32}", next.Event, _now, _now, metadata, seal);
        Events.Add(recorded);
        State = (KnowledgeArticleState)KnowledgeArticle.Decider.Evolve(State, recorded);
    }
}
