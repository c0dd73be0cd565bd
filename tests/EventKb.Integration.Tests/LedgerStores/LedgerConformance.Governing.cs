using EventKb.Domain;
using EventKb.Domain.Governance;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Ledger;

namespace EventKb.Integration.Tests.LedgerStores;

public abstract partial class LedgerConformance
{
    private static readonly ProcessRules Strict = new() { Source = "RIGA/knowledge-process/p@1" };
    private static readonly StreamId Process = KnowledgeProcess.StreamOf(Riga);

    [Fact]
    public async Task What_was_decided_by_rules_that_changed_meanwhile_is_decided_again()
    {
        var asked = await DraftWhile(KnowledgeProcess.Category, () => Commit(Process, Adopt()));

        Assert.Equal([0, 1], asked);
        Assert.Equal(["knowledge-process.adopted/1", "knowledge-article.drafted/1"], (await All()).Select(e => e.Type));
        Assert.Equal(Strict.Source, (await All())[1].Recorded.Metadata.Rule);
    }

    [Fact]
    public async Task Who_does_not_say_what_changes_the_rules_gets_what_was_read()
    {
        Assert.Equal([0], await DraftWhile(null, () => Commit(Process, Adopt())));
        Assert.Equal(ProcessRules.Default.Source, (await All())[1].Recorded.Metadata.Rule);
    }

    [Fact]
    public async Task Another_category_makes_nobody_decide_again()
    {
        Assert.Equal([0], await DraftWhile(KnowledgeProcess.Category, () => Commit(Article("b"), ImportOf("b"), By() with { Via = Via.Import })));
        Assert.Equal(2, Store.Head.Size);
    }

    [Fact]
    public async Task What_was_recorded_before_counts_after_opening_again()
    {
        await Commit(Process, Adopt());
        Assert.Equal([1], await DraftWhile(KnowledgeProcess.Category, () => Task.CompletedTask));
    }

    [Fact]
    public async Task Rules_that_never_settle_end_at_the_deadline()
    {
        var id = 0;
        await Restart(new LedgerOptions
        {
            CommandDeadline = TimeSpan.FromMilliseconds(200),
            RulesFrom = ["p"],
            Rules = async (_, since, _, _) =>
            {
                await Store.Append(Pending($"RIGA/p/{++id}", 1));
                return new RulesRead(ProcessRules.Default, since);
            },
        });

        await Assert.ThrowsAsync<LedgerUnavailableException>(() => Ledger.Gateway.Send(Article("a"), Draft(), By()));
        Assert.Equal(0, await Store.HighestVersion(Article("a").ToString()));
    }

    [Fact]
    public async Task An_outdated_write_is_refused_alone_and_the_last_of_a_category_is_known()
    {
        await Store.Append(Pending("RIGA/p/1", 1));
        var governing = Store.Append(Pending("RIGA/p/1", 2, previous: 1));
        var outdated = Store.Append(Pending("a", 1) with { DecidedBy = [new ReadAt(["p"], 1)] });
        var innocent = Store.Append(Pending("b", 1) with { DecidedBy = [new ReadAt(["q"], 0)] });

        await Task.WhenAll(governing, innocent);
        await Assert.ThrowsAsync<AppendRefusedException>(() => outdated);
        Assert.Equal((2, 0), (await Store.LastOf("p"), await Store.LastOf("P")));
        await Store.Append(Pending("a", 1) with { DecidedBy = [new ReadAt(["p"], 2)] });
        await Restart();
        Assert.Equal((2, 0), (await Store.LastOf("p"), await Store.LastOf("q")));
        await Store.Verify();
    }

    /// <summary>Drafts an article; something happens between the reading of the rules and the draft. Gives since when rules were asked.</summary>
    private async Task<IReadOnlyList<long>> DraftWhile(string? rulesFrom, Func<Task> happens)
    {
        var asked = new List<long>();
        await Restart(new LedgerOptions
        {
            RulesFrom = rulesFrom is null ? [] : [rulesFrom],
            Rules = async (_, since, _, _) =>
            {
                var read = new RulesRead(since == 0 ? ProcessRules.Default : Strict, since);
                asked.Add(since);
                if (asked.Count == 1)
                    await happens();
                return read;
            },
        });
        await Commit(Article("a"), Draft());
        return asked;
    }

    private static KnowledgeProcessCommand.Adopt Adopt() => new(
        new Document("1-5/8", new DateOnly(2026, 1, 1), new string('a', 64)), new DateOnly(2026, 1, 1), Scope.Institution, Strict, "Process");

    private static KnowledgeArticleCommand.ImportRevision ImportOf(string text) => new(ArticleKind.Faq, "lv",
        $"{text}.md", "c1", DateTimeOffset.UnixEpoch, new Content { Title = text, Body = text });
}
