using EventKb.Domain.KnowledgeArticles;
using EventKb.Domain.ServiceRecords;
using EventKb.Domain.Tests.ServiceRecords;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleCommand;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.Domain.Tests.KnowledgeArticles;

public sealed class DraftingFromARecord
{
    private static readonly ExactVersion Version = new(Incident.Other, 3, 9);
    private static readonly Classification About = new() { Services = [Article.Service] };
    private static readonly Content Text = new() { Title = "t", Body = "b" };

    private static DraftFromRecord Draft => new(Version, ArticleKind.IncidentResolution, "lv", Text, About);

    [Fact]
    public void Says_from_which_version_it_comes_and_what_it_is_about() => Article.Empty.When(Draft).Then(
        new Drafted(ArticleKind.IncidentResolution, "lv"), new Related(1, RelationType.DerivedFrom, Version), new Classified(About),
        new AccountabilitySet(Article.Service));

    [Fact]
    public void Says_nothing_of_a_service_that_the_record_does_not_name() => Article.Empty.When(Draft with { Classification = new() })
        .Then(new Drafted(ArticleKind.IncidentResolution, "lv"), new Related(1, RelationType.DerivedFrom, Version));

    [Fact]
    public void Is_drafted_once_and_from_a_record_alone()
    {
        Article.Draft.When(Draft).ThenRejected("ARTICLE_ALREADY_EXISTS");
        Article.Empty.When(Draft with { Record = Article.Other }).ThenRejected("INVALID_INPUT", "record");
        Article.Empty.When(Draft with { Text = Text with { Title = "" } }).ThenRejected("INVALID_INPUT", "title");
    }

    [Fact]
    public void Rests_on_a_record_or_comes_from_one_and_nothing_else()
    {
        Article.Draft.When(new Relate(1, RelationType.Evidence, Version)).Then(new Related(1, RelationType.Evidence, Version));
        Article.Draft.When(new Relate(1, RelationType.DerivedFrom, Version)).Then(new Related(1, RelationType.DerivedFrom, Version));
        Article.Draft.When(new Relate(1, RelationType.Replaces, Version)).ThenRejected("INVALID_INPUT", "type");
        Article.Draft.When(new Relate(1, RelationType.DerivedFrom, Article.Other)).ThenRejected("INVALID_INPUT", "type");
        Article.Draft.When(new Relate(1, RelationType.Evidence, Version with { Number = 0 })).ThenRejected("INVALID_INPUT", "target");
    }

    [Fact]
    public void Names_a_version_that_the_record_has()
    {
        var record = Incident.Known.Given(Incident.Stated(Incident.New)).State;
        Assert.True(Named(2, 2));
        Assert.False(Named(2, 1));
        Assert.False(Named(3, 3));

        bool Named(int version, long position) =>
            RecordVersionReference.To("record", new ExactVersion(Incident.Other, version, position))!.IsIn(record, new DateOnly(2026, 3, 2));
    }
}
