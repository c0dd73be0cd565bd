using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleCommand;

namespace EventKb.Domain.Tests.KnowledgeArticles;

/// <summary>A time at the end of the calendar is a mistake, and days that follow from it would not be there.</summary>
public sealed class TimesFarAway
{
    private static readonly DateTimeOffset Last = new(9999, 12, 31, 23, 59, 59, TimeSpan.Zero);

    public static TheoryData<string> Fields => ["from", "until", "at", "nextReviewOn", "sourceTime", "import's nextReviewOn"];

    [Theory]
    [MemberData(nameof(Fields))]
    public void Are_refused(string field) => (field switch
    {
        "from" => Article.Draft.When(new ChangeValidity(DateTimeOffset.MinValue, null)),
        "until" => Article.Draft.When(new ChangeValidity(null, Last)),
        "at" => Article.Approved.When(new SchedulePublication(1, Last)),
        "sourceTime" => Article.Empty.When(Article.Import("a.md", Article.Text(1)) with { SourceTime = Last }),
        "import's nextReviewOn" => Article.Empty.When(Article.Import("a.md", Article.Text(1)) with { NextReviewOn = DateOnly.MaxValue }),
        _ => Article.Published.When(new ReviewUnchanged(1, DateOnly.MaxValue)),
    }).ThenRejected("INVALID_INPUT", field.Split(' ')[^1]);
}
