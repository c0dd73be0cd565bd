using EventKb.Domain.Catalogue;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Domain.Tests.KnowledgeArticles;

namespace EventKb.Domain.Tests;

/// <summary>What stands in an event's structure cannot be erased, so it has no room for what names a person by a code or an address.</summary>
public sealed class WordsThatStay
{
    [Theory]
    [InlineData("ORA-01555: snapshot too old")]
    [InlineData("2024-01-15/12345")]
    [InlineData("90000013771")]
    [InlineData("VPN")]
    [InlineData("0x80070005 1234567890123")]
    public void Are_taken_as_they_are(string word) => Article.Draft.When(Keyword(word))
        .Then(new KnowledgeArticleEvent.Classified(new Classification { Keywords = [word] }));

    [Theory]
    [InlineData("010203-12345")]
    [InlineData("p.k. 32010212345")]
    [InlineData("anna@example.invalid")]
    [InlineData("two\nlines")]
    public void Are_refused_with_a_personal_code_an_address_or_a_line_break(string word)
    {
        Article.Draft.When(Keyword(word)).ThenRejected("INVALID_INPUT", "keywords");
        new Spec(CatalogueEntry.Decider).When(new CatalogueEntryCommand.Register(EntryKind.Service, word, "Nosaukums", null, new(2026, 1, 1)))
            .ThenRejected("INVALID_INPUT", "code");
    }

    [Theory]
    [InlineData("Jānis lūdza")]
    [InlineData("")]
    [InlineData("-")]
    public void Are_codes_where_they_are_a_reasons_code(string code) =>
        Article.Draft.For(code).When(Keyword("VPN")).ThenRejected("INVALID_INPUT", "reasonCode");

    private static KnowledgeArticleCommand.Classify Keyword(string word) => new(new Classification { Keywords = [word] });
}
