using CsCheck;
using EventKb.Domain.KnowledgeArticles;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleCommand;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.Domain.Tests.KnowledgeArticles;

public sealed class AnyHistoryOfAnArticle
{
    private const int Histories = 2_000;

    [Fact]
    public void Replays_to_the_same_state() => ArticleHistories.All.Sample(all =>
    {
        var history = ArticleHistory.Of(all);
        var replayed = history.Events.Aggregate(KnowledgeArticle.Decider.Initial, KnowledgeArticle.Decider.Evolve);
        Assert.Equal(ArticleHistory.Describe(history.State), ArticleHistory.Describe((KnowledgeArticleState)replayed));
    }, iter: Histories);

    /// <summary>
    /// Said again at once by the same person, a command adds no event: it is Nothing or a refusal. Flag and ReviewUnchanged
    /// may rightly be meant twice; of those only the ledger can know a repeat, by the command id.
    /// </summary>
    [Fact]
    public void Gains_nothing_from_a_command_repeated() => ArticleHistories.All.Sample(all =>
    {
        var history = new ArticleHistory();
        foreach (var asked in all)
        {
            var first = history.Ask(asked);
            if (asked.Command is Flag or ReviewUnchanged)
                continue;
            var before = history.Events.Count;
            var again = history.AskAgain(asked);
            Assert.Equal(before, history.Events.Count);
            Assert.True(first is Accepted || again == first, $"{asked.Command}: {first}, then {again}");
        }
    }, iter: Histories);

    [Fact]
    public void Binds_every_approval_to_the_texts_of_the_revision_it_names() => ArticleHistories.All.Sample(all =>
    {
        var texts = new Dictionary<int, string>();
        foreach (var recorded in ArticleHistory.Of(all).Events)
        {
            if (recorded.Event is Drafted or Adopted or Revised or RevisionImported)
                texts.Add(texts.Count + 1, ((ContentSeal.Present)recorded.Content).Commitment);
            if (recorded.Event is Approved approved)
                Assert.Equal(texts[approved.Revision], approved.Commitment);
        }
    }, iter: Histories);

    [Fact]
    public void Has_no_approval_by_the_author() => ArticleHistories.All.Sample(all =>
    {
        var authors = new List<PersonId>();
        foreach (var recorded in ArticleHistory.Of(all).Events)
        {
            if (recorded.Event is Drafted or Adopted or Revised or RevisionImported)
                authors.Add(recorded.Metadata.Person);
            if (recorded.Event is Approved approved)
                Assert.NotEqual(authors[approved.Revision - 1], recorded.Metadata.Person);
        }
    }, iter: Histories);

    /// <summary>Told apart from the state: a naive reading of the events finds the same one revision in use, or none.</summary>
    [Fact]
    public void Has_at_most_one_revision_in_use_and_only_a_lawful_one() => ArticleHistories.All.Sample(all =>
    {
        var history = ArticleHistory.Of(all);
        var (regular, provisional, ended) = ((int?)null, (int?)null, false);
        var approved = new HashSet<int>();
        foreach (var recorded in history.Events)
        {
            if (recorded.Event is Approved approval)
                approved.Add(approval.Revision);
            if (recorded.Event is Published published)
                Assert.Contains(published.Revision, approved);
            (regular, provisional, ended) = recorded.Event switch
            {
                Published p => (p.Revision, null, ended),
                RevisionImported i when !ended => (i.Revision, null, ended),
                ProvisionallyPublished p => (regular, p.Revision, ended),
                ProvisionLapsed => (regular, null, ended),
                Withdrawn or Retired => (null, null, true),
                Restored => (regular, provisional, false),
                _ => (regular, provisional, ended),
            };
        }

        Assert.Equal(provisional ?? regular, history.State.Published);
        Assert.Equal(provisional is not null, history.State.Provision is not null);
    }, iter: Histories);

    /// <summary>Guards the properties above: the histories do reach what they are about.</summary>
    [Fact]
    public void Reaches_every_event()
    {
        var seen = new HashSet<string>();
        ArticleHistories.All.Sample(all =>
        {
            foreach (var recorded in ArticleHistory.Of(all).Events)
                seen.Add(recorded.Event.GetType().Name);
        }, iter: 10 * Histories, threads: 1);
        Assert.Equal(typeof(KnowledgeArticleEvent).GetNestedTypes().Select(type => type.Name).Order(), seen.Order());
    }
}
