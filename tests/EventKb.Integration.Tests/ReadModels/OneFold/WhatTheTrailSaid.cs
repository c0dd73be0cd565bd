using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.ReadModels;
using EventKb.ReadModels.Audit;
using EventKb.ReadModels.KnowledgeArticles;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.Integration.Tests.ReadModels.OneFold;

/// <summary>Where a trail that folded by itself said something else than the rows.</summary>
public sealed class WhatTheTrailSaid
{
    private const string Article = "RIGA/knowledge-article/a";
    private readonly MemoryLedger _ledger = new();

    private DateTimeOffset In72Hours => _ledger.Now.AddHours(72);

    [Fact]
    public async Task A_second_provision_lapses_to_what_was_there_before_the_first()
    {
        Append(new Drafted(ArticleKind.Faq, "lv"));
        Append(new ProvisionallyPublished(1, In72Hours));
        Append(new Revised(2));
        Append(new ProvisionallyPublished(2, In72Hours));
        Append(new ProvisionLapsed(2));
        var (facts, last) = await Read();
        Assert.Equal((ArticleState.Draft, null), (facts.State, facts.PublishedRevision));
        Assert.Contains(new("publishedRevision", "2", null), last);
        Assert.Contains(new("state", "published", "draft"), last);
    }

    [Fact]
    public async Task A_provision_that_overtakes_a_plan_drops_it()
    {
        Append(new Drafted(ArticleKind.Faq, "lv"));
        Append(new Approved(1, "c"));
        Append(new PublicationScheduled(1, _ledger.Now.AddDays(1)));
        Append(new Revised(2));
        Append(new ProvisionallyPublished(2, In72Hours));
        var (facts, last) = await Read();
        Assert.Null(facts.ScheduledRevision);
        Assert.Contains(new("scheduled.revision", "1", null), last);
        Assert.Contains(last, change => change is { Path: "scheduled.at", After: null });
    }

    [Fact]
    public async Task A_withdrawal_takes_the_successor_with_it()
    {
        Append(new Drafted(ArticleKind.Faq, "lv"));
        Append(new Published(1));
        Append(new Retired(new ExactVersion("RIGA/knowledge-article/b", 1, 9)));
        Append(new Withdrawn(null));
        var (facts, last) = await Read();
        Assert.Equal((ArticleState.Withdrawn, null), (facts.State, facts.Successor));
        Assert.Contains(last, change => change is { Path: "successor", Before: not null, After: null });
    }

    private void Append(KnowledgeArticleEvent happened) => _ledger.Append(Article, happened,
        happened is Drafted or Revised ? new Content { Title = $"{_ledger.Size}" } : null);

    private async Task<(ArticleFacts Facts, IReadOnlyList<AuditChange> Last)> Read()
    {
        await using var models = new ReadModelFolder(_ledger);
        await using var session = await models.Read();
        var pin = session.Head(_ledger.Now);
        var trail = await AuditQueries.List(session, Viewer.LocalOperator, pin, new AuditFilter { Stream = Article }, 20);
        return ((await ArticleQueries.ById(session, Viewer.LocalOperator, pin, Article))!.Facts, trail.Items[^1].Changes);
    }
}
