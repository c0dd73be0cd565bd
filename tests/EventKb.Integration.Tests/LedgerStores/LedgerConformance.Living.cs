using Akka.Actor;
using EventKb.Domain;
using EventKb.Domain.Erasure;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Ledger;

namespace EventKb.Integration.Tests.LedgerStores;

public abstract partial class LedgerConformance
{
    [Fact]
    public async Task More_streams_than_may_live_at_once_lose_no_command()
    {
        await Restart(new LedgerOptions { MostLiveStreams = 3 });

        for (var round = 0; round < 5; round++)
            await Task.WhenAll(Enumerable.Range(0, 30).Select(i =>
                Commit(Article($"s{i}"), round == 0 ? Draft() : Revise($"Teksts {round}"))));

        Assert.Equal(150, Store.Head.Size);
        var live = await Ledger.Streams.Ask<int>(new StreamsActor.GetLiveStreams(), TimeSpan.FromSeconds(5));
        Assert.InRange(live, 0, 6);
        await Store.Verify();
    }

    [Fact]
    public async Task Several_events_of_one_command_stand_together()
    {
        var both = new Decider<int, KnowledgeArticleCommand>("knowledge-article", 0,
            (state, _, _) => new Accepted([new(new KnowledgeArticleEvent.Revised(state + 1)),
                new(new KnowledgeArticleEvent.Restored())]),
            (state, _) => state + 1);
        await Restart(new LedgerOptions { Deciders = [both] });

        var first = await Commit(Article("a"), Draft(), By("two") with { ReasonText = "Tāpēc." });
        var second = await Commit(Article("a"), Draft());

        Assert.Equal((2, 2, 1, 2), (first.Version, first.Events, first.FirstPosition, first.LastPosition));
        Assert.Equal((4, 2, 3, 4), (second.Version, second.Events, second.FirstPosition, second.LastPosition));
        Assert.Equal(new StoredCommand(1, 2, 1, 2),
            await Store.FindCommand(Article("a").ToString(), CommandId.From("two").Value));
        var all = await All();
        var reason = new Content { Reason = "Tāpēc." };
        Assert.Equal([reason, reason, null, null], all.Select(e => e.Content));
        Assert.Equal(4, all.Select(e => e.Recorded.EventId).Distinct().Count());
        Assert.Equal([0, 1, 2, 3], (await Store.Read(0, 9)).Select(row => row.PreviousPosition));
    }

    [Fact]
    public async Task Erased_texts_are_gone_from_feed_file_and_living_state_while_the_root_stays()
    {
        const string Secret = "Jānis Bērziņš 010203-12345";
        await Commit(Article("a"), Draft(body: Secret));
        await Commit(Article("a"), new KnowledgeArticleCommand.SubmitForReview(1));
        var commitment = Assert.IsType<ContentSeal.Present>((await All())[0].Recorded.Content).Commitment;
        var rootBefore = await Store.RootAt(2);

        await Commit(Erasure.StreamOf(Riga, 1), new ErasureCommand.EraseContent(1, Article("a").ToString(), "VDAR 17. pants"));

        var erased = (await All())[0];
        Assert.Null(erased.Content);
        Assert.IsType<ContentSeal.Erased>(erased.Recorded.Content);
        Assert.Equal(rootBefore, await Store.RootAt(2));
        await Store.Verify();
        var approval = await Refused(Article("a"), new KnowledgeArticleCommand.Approve(1, commitment),
            By() with { Person = new PersonId("p-berta") });
        Assert.Equal("CONTENT_ERASED", approval.Code);
        AssertForgotten(Secret);
    }

    [Fact]
    public async Task Erasing_what_is_not_there_is_refused()
    {
        await Commit(Article("a"), Draft());
        Assert.Equal("NOT_FOUND", (await Refused(Erasure.StreamOf(Riga, 1),
            new ErasureCommand.EraseContent(1, Article("b").ToString(), "VDAR"))).Code);
        Assert.Equal("NOT_FOUND", (await Refused(Erasure.StreamOf(Riga, 7),
            new ErasureCommand.EraseContent(7, Article("a").ToString(), "VDAR"))).Code);
    }

    [Fact]
    public async Task The_feed_wakes_at_a_commit_and_has_every_position_once()
    {
        var seen = new List<long>();
        var reader = Task.Run(async () =>
        {
            while (seen.Count < 200)
            {
                foreach (var next in await Ledger.Feed.Read(seen.Count, 7))
                    seen.Add(next.Recorded.Position);
                await Ledger.Feed.Changed(seen.Count);
            }
        });
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Commit(Article($"s{i}"), Draft())));
        await reader.WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(Enumerable.Range(1, 200).Select(i => (long)i), seen);
    }

    [Fact]
    public async Task Waiting_at_the_head_ends_with_the_commit_and_at_the_latest_after_a_second()
    {
        var woken = Ledger.Feed.Changed(0);
        Assert.False(woken.IsCompleted);
        await Commit(Article("a"), Draft());
        await woken.WaitAsync(TimeSpan.FromMilliseconds(500));

        await Ledger.Feed.Changed(1).WaitAsync(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public void Whoever_a_source_names_has_one_pseudonym_which_says_nothing_of_them()
    {
        var id = Store.Pseudonyms.Of(Riga, "git", "anna@example.lv");
        Assert.Matches("^RIGA/person/[0-9a-f]{32}$", id.Text);
        Assert.Equal(id, Store.Pseudonyms.Of(Riga, "git", "anna@example.lv"));
        Assert.NotEqual(id, Store.Pseudonyms.Of(Riga, "sso", "anna@example.lv"));
        Assert.NotEqual(id.Id, Store.Pseudonyms.Of(new("CESIS"), "git", "anna@example.lv").Id);
        Assert.NotEqual(DerivedId.From("pseudonym", "RIGA", "git", "anna@example.lv"), id.Id);
    }

    /// <summary>
    /// Fails where the text still stands in any file of the backend; the deletion reaches the file with a checkpoint.
    /// </summary>
    private protected abstract void AssertForgotten(string text);
}
