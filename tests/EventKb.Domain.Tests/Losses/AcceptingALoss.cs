using EventKb.Domain.KnowledgeArticles;
using EventKb.Domain.Losses;
using static EventKb.Domain.Losses.LedgerLossCommand;

namespace EventKb.Domain.Tests.Losses;

public sealed class AcceptingALoss
{
    private static readonly string Root = new('a', 64);

    private static Spec Spec => new Spec(LedgerLoss.Decider).Because("Disks sabojājās.");

    [Fact]
    public void Records_what_is_gone_and_why() =>
        Spec.When(new Accept("a.example/ledger", 21, 30, Root)).Then(new LedgerLossEvent.Accepted("a.example/ledger", 21, 30, Root))
            .ThenContent(new Content { Reason = "Disks sabojājās." });

    [Fact]
    public void Records_that_nobody_knows_what_is_gone() =>
        Spec.When(new Accept(null, 1, 0, null)).Then(new LedgerLossEvent.Accepted(null, 1, 0, null));

    [Fact]
    public void Happens_once() =>
        Spec.Given(new LedgerLossEvent.Accepted("a.example/ledger", 21, 30, Root)).When(new Accept("a.example/ledger", 21, 30, Root)).ThenNothing();

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void Takes_a_reason_in_words(string? reason) =>
        Spec.Because(reason).When(new Accept(null, 1, 0, null)).ThenRejected("INVALID_INPUT", "reason");

    [Theory]
    [InlineData(0, 30, 64, "lastPosition")]
    [InlineData(21, 20, 64, "lastPosition")]
    [InlineData(21, 30, 63, "rootHash")]
    public void Is_refused_when_the_input_is_wrong(long first, long last, int digits, string field) =>
        Spec.When(new Accept("a.example/ledger", first, last, new string('a', digits))).ThenRejected("INVALID_INPUT", field);

    [Fact]
    public void Has_a_stream_for_each_loss() => Assert.NotEqual(
        LedgerLoss.StreamOf(Tests.Spec.Institution, new Accept("a", 21, 30, Root)),
        LedgerLoss.StreamOf(Tests.Spec.Institution, new Accept("a", 21, 31, Root)));

    [Fact]
    public void Throws_on_an_event_that_it_does_not_know() =>
        Assert.Throws<InvalidOperationException>(() => Spec.Given(new KnowledgeArticleEvent.Restored()));
}
