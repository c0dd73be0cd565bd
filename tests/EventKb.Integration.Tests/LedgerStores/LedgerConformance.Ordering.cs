using EventKb.Domain;
using EventKb.Ledger;

namespace EventKb.Integration.Tests.LedgerStores;

/// <content>Commands in an order across streams, and several to one stream at once.</content>
public abstract partial class LedgerConformance
{
    [Fact]
    public async Task Events_stand_in_the_order_of_the_turns_whoever_is_decided_first()
    {
        var order = new WriteOrder();
        var turns = Enumerable.Range(0, 60).Select(_ => order.Next()).ToList();

        // The last one first: each but the first has to wait for its turn.
        var sent = turns.Select((turn, i) => (i, turn)).Reverse()
            .Select(one => Ledger.Gateway.Send(Article($"{one.i:00}"), [(Draft(), By())], one.turn)).ToList();
        await Task.WhenAll(sent);

        Assert.Equal(Enumerable.Range(0, 60).Select(i => Article($"{i:00}").Id), (await All()).Select(e => e.Recorded.Stream.Id));
        await Store.Verify();
    }

    [Fact]
    public async Task A_turn_of_one_that_is_refused_has_nothing_to_say_or_is_given_up_is_passed_on()
    {
        await Commit(Article("there"), Draft());
        var order = new WriteOrder();
        var (refused, nothing, unknown, givenUp, last) = (order.Next(), order.Next(), order.Next(), order.Next(), order.Next());
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        var written = Ledger.Gateway.Send(Article("new"), [(Draft(), By())], last);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Ledger.Gateway.Send(Article("never"), [(Draft(), By())], givenUp, cancelled.Token));
        await Ledger.Gateway.Send(new StreamId(Riga, "no-such", "stream"), [(Draft(), By())], unknown);
        await Ledger.Gateway.Send(Article("there"), [(Revise("Pārbaudi kabeli."), By())], nothing);
        Assert.False(written.IsCompleted);
        await Ledger.Gateway.Send(Article("there"), [(Draft(), By())], refused);

        Assert.Equal(2, Assert.IsType<CommandOutcome.Committed>((await written)[0]).LastPosition);
    }

    [Fact]
    public async Task A_sender_that_gives_up_before_its_turn_blocks_neither_its_stream_nor_the_next()
    {
        var order = new WriteOrder();
        var (first, givenUp, last) = (order.Next(), order.Next(), order.Next());
        using var cancelled = new CancellationTokenSource();
        var waiting = Ledger.Gateway.Send(Article("a"), [(Draft(), By())], givenUp, cancelled.Token);
        var next = Ledger.Gateway.Send(Article("b"), [(Draft(), By())], last);
        await Task.Delay(200); // until both wait for their turns
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        Assert.Equal((1, 1), Place(await Commit(Article("a"), Draft())));
        Assert.False(next.IsCompleted);
        first.Pass();
        Assert.Equal((1, 2), Place((await next)[0]));
    }

    [Fact]
    public async Task Commands_sent_together_are_decided_one_by_the_other_and_stand_together()
    {
        var article = Article("together");

        var outcomes = await Ledger.Gateway.Send(article,
            [(Draft(), By("draft")), (Revise("Otrais."), By()), (Draft(), By("again")), (Revise("Otrais."), By()), (Revise("Trešais."), By(expectedVersion: 2))],
            null);

        Assert.Equal((1, 1), Place(outcomes[0]));
        Assert.Equal((2, 2), Place(outcomes[1]));
        Assert.Equal("ARTICLE_ALREADY_EXISTS", Assert.IsType<CommandOutcome.Refused>(outcomes[2]).Rejection.Code);
        Assert.Equal((2, 0), Place(outcomes[3]));
        Assert.Equal((3, 3), Place(outcomes[4]));
        Assert.Equal([1L, 2, 3], (await All()).Select(e => e.Recorded.Version));
        Assert.Equal(new StoredCommand(2, 2, 2, 2), await Store.FindCommand(article.ToString(), (await All())[1].Recorded.Metadata.CommandId.Value));
        await Store.Verify();
    }

    [Fact]
    public async Task Of_the_same_command_twice_together_the_second_has_the_firsts_outcome()
    {
        var (first, then) = (By("same"), By());

        var outcomes = await Ledger.Gateway.Send(Article("twice"), [(Draft(), first), (Draft(), first), (Revise("Otrais."), then)], null);

        Assert.Equal((1, 1), Place(outcomes[0]));
        Assert.True(Assert.IsType<CommandOutcome.Committed>(outcomes[1]).Repeated);
        Assert.Equal((2, 2), Place(outcomes[2]));
    }

    [Fact]
    public async Task What_follows_a_write_that_is_refused_is_refused()
    {
        await Store.Append(Pending("s", 1));
        var refused = Pending("s", 1);
        var follows = Pending("s", 2) with { Follows = refused };

        var stored = new[] { Store.Append(refused), Store.Append(follows) };

        foreach (var write in stored)
            await Assert.ThrowsAnyAsync<Exception>(() => write);
        Assert.Equal(1, Store.Head.Size);
    }

    private static (long Version, long Position) Place(CommandOutcome outcome) =>
        outcome is CommandOutcome.Committed committed ? (committed.Version, committed.LastPosition) : throw new InvalidOperationException($"{outcome}");
}
