using EventKb.Domain.KnowledgeArticles;
using static EventKb.Domain.Erasure.ErasureCommand;
using static EventKb.Domain.Erasure.ErasureEvent;

namespace EventKb.Domain.Tests.Erasure;

public sealed class ErasingContent
{
    private const string Article = "RIGA/knowledge-article/abc";

    private static Spec Spec => new(Domain.Erasure.Erasure.Decider);

    [Fact]
    public void Records_the_position_stream_and_legal_basis() =>
        Spec.When(new EraseContent(7, Article, "VDAR 17. pants")).Then(new ContentErased(7, Article, "VDAR 17. pants"));

    [Fact]
    public void Happens_once() =>
        Spec.When(new EraseContent(7, Article, "VDAR 17. pants")).When(new EraseContent(7, Article, "GDPR art. 17 (3)")).ThenNothing();

    [Theory]
    [InlineData(0, Article, "VDAR", "position")]
    [InlineData(7, "abc", "VDAR", "stream")]
    [InlineData(7, Article, " ", "legalBasis")]
    [InlineData(7, Article, "Jāņa Bērziņa lūgums", "legalBasis")]
    [InlineData(7, Article, "VDAR 010203-12345", "legalBasis")]
    [InlineData(7, Article, "VDAR 17\n", "legalBasis")]
    [InlineData(7, Article, null, "legalBasis")]
    public void Is_refused_when_the_input_is_wrong(long position, string stream, string? basis, string field) =>
        Spec.When(new EraseContent(position, stream, basis!)).ThenRejected("INVALID_INPUT", field);

    [Fact]
    public void Reaches_the_reason_of_an_erasure_too() =>
        Spec.When(new EraseContent(9, "RIGA/erasure/7", "VDAR")).Then(new ContentErased(9, "RIGA/erasure/7", "VDAR"));

    [Fact]
    public void Is_refused_on_the_stream_of_another_erasure() =>
        Spec.Given(new ContentErased(7, Article, "VDAR")).When(new EraseContent(8, Article, "VDAR"))
            .ThenRejected("ERASURE_OF_ANOTHER_EVENT");

    [Fact]
    public void Has_a_stream_named_by_the_position() =>
        Assert.Equal("RIGA/erasure/42", Domain.Erasure.Erasure.StreamOf(Tests.Spec.Institution, 42).ToString());

    [Fact]
    public void Throws_on_an_event_that_it_does_not_know() =>
        Assert.Throws<InvalidOperationException>(() => Spec.Given(new KnowledgeArticleEvent.Restored()));
}
