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
        Spec.When(new EraseContent(7, Article, "VDAR 17. pants")).When(new EraseContent(7, Article, "cits pamats")).ThenNothing();

    [Theory]
    [InlineData(0, Article, "VDAR", "position")]
    [InlineData(7, "abc", "VDAR", "stream")]
    [InlineData(7, "RIGA/erasure/7", "VDAR", "stream")]
    [InlineData(7, Article, " ", "legalBasis")]
    public void Is_refused_when_the_input_is_wrong(long position, string stream, string basis, string field) =>
        Spec.When(new EraseContent(position, stream, basis)).ThenRejected("INVALID_INPUT", field);

    [Fact]
    public void Is_refused_when_the_legal_basis_is_too_long() =>
        Spec.When(new EraseContent(7, Article, new string('x', Limits.Tag + 1))).ThenRejected("INVALID_INPUT", "legalBasis");

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
