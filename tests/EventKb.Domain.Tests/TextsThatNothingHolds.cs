using EventKb.Domain.Catalogue;
using EventKb.Domain.Governance;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Domain.Losses;

namespace EventKb.Domain.Tests;

/// <summary>NUL and half a surrogate pair cannot be stored everywhere, so no decider takes them; control characters show nowhere.</summary>
public sealed class TextsThatNothingHolds
{
    private static readonly DateOnly Day = new(2026, 1, 1);

    private static readonly Dictionary<string, Func<string, Command>> Texts = new()
    {
        ["title"] = text => new KnowledgeArticleCommand.Draft(ArticleKind.Faq, "lv", new Content { Title = text }),
        ["summary"] = text => new KnowledgeArticleCommand.Draft(ArticleKind.Faq, "lv", new Content { Title = "t", Summary = text }),
        ["body"] = text => new KnowledgeArticleCommand.Draft(ArticleKind.Faq, "lv", new Content { Title = "t", Body = text }),
        ["sections"] = text => new KnowledgeArticleCommand.Draft(ArticleKind.Faq, "lv",
            new Content { Title = "t", Sections = new Dictionary<string, string> { ["cause"] = text } }),
        ["sourcePath"] = text => new KnowledgeArticleCommand.ImportRevision(
            ArticleKind.Faq, "lv", text, "v", Spec.Day, new Content { Title = "t", Body = "b" }),
        ["group"] = text => new KnowledgeArticleCommand.ImportRevision(
            ArticleKind.Faq, "lv", "p", "v", Spec.Day, new Content { Title = "t", Body = "b" }, StewardGroup: text),
        ["name"] = text => new InstitutionCommand.Register(text, Day, null),
        ["name "] = text => new CatalogueEntryCommand.Register(EntryKind.Service, "c", text, null, Day),
        ["summary "] = text => new CatalogueEntryCommand.Register(EntryKind.Service, "c", "n", text, Day),
        ["title "] = text => new ControlCommand.Perform(Duty.ServiceOwner, null, Day, Day.AddDays(1), [], text, null),
        ["summary  "] = text => new ControlCommand.Perform(Duty.ServiceOwner, null, Day, Day.AddDays(1), [], "t", text),
        ["title  "] = text => new KnowledgeProcessCommand.Adopt(
            new Document("1", Day, new string('a', 64)), Day, Scope.Institution, new ProcessRules(), text),
        ["origin"] = text => new LedgerLossCommand.Accept(text, 1, 0, null),
    };

    public static TheoryData<string> Fields => [.. Texts.Keys];

    [Theory]
    [MemberData(nameof(Fields))]
    public void Are_refused(string field)
    {
        foreach (var text in new[] { "a\0b", "a\ud800", "\udc00a", "\ud800\ud800" })
            Assert.Equal(("INVALID_INPUT", field.Trim()), Refused(Texts[field](text), "reason"));
        Assert.IsType<Accepted>(Decide(Texts[field]("ķēde 🔗"), "reason"));
    }

    [Fact]
    public void Are_refused_as_a_reason() => Assert.All(new[] { "a\0b", "a\u001bb", "a\ud800" }, text =>
        Assert.Equal(("INVALID_INPUT", "reason"), Refused(Texts["name"]("Rīga"), text)));

    [Theory]
    [InlineData("title")]
    [InlineData("name")]
    [InlineData("name ")]
    [InlineData("title ")]
    [InlineData("title  ")]
    public void Are_refused_as_names_and_titles_of_two_lines(string field) => Assert.All(new[] { "a\nb", "a\tb" }, text =>
        Assert.Equal(("INVALID_INPUT", field.Trim()), Refused(Texts[field](text), "reason")));

    private static (string, string?) Refused(Command command, string reason)
    {
        var rejection = Assert.IsType<Rejection>(Decide(command, reason));
        return (rejection.Code, rejection.Field);
    }

    private static Decision Decide(Command command, string reason)
    {
        var decider = Deciders.All.Single(one => one.Takes(command));
        return decider.Decide(decider.Initial, command, new CommandContext(
            new CommandId("c"), Spec.Day, Spec.Day, Spec.Anna, Spec.Institution, Via.Api, "c", "c")
        {
            ReasonText = reason,
        });
    }
}
