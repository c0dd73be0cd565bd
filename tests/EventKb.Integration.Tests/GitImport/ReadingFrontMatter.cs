using EventKb.Domain.KnowledgeArticles;
using EventKb.Server.GitImport;

namespace EventKb.Integration.Tests.GitImport;

public sealed class ReadingFrontMatter
{
    private static readonly DateOnly Day = new(2026, 9, 30);

    [Theory]
    [InlineData("---\ntitle: 'Ūdens avārija'\nsteward: night shift\nreview_date: 2026-09-30\nkind: problem-analysis\nlang: lv\n---\n# Other\n")]
    [InlineData("---\r\ntags: [a, b]\r\nnested:\r\n  title: no\r\ntitle: Ūdens avārija\r\nOwner: night shift\r\nnext-review: 2026-09-30T10:00:00Z\r\ntype: ProblemAnalysis\r\nlanguage: lv\r\n---\r\n")]
    [InlineData("\uFEFF+++\ntitle = \"Ūdens avārija\"\nmaintainer = \"night shift\"\nreviewDate = 2026-09-30\nkind = \"problem-analysis\"\nlanguage = \"lv\"\n[x]\ntitle = 1\n+++\n")]
    public void Takes_what_it_says(string text) =>
        Assert.Equal(new MarkdownFile("Ūdens avārija", ArticleKind.ProblemAnalysis, "lv", "night shift", Day),
            MarkdownFile.Read(text, "file.md", "en"));

    [Theory]
    [InlineData("---\ntitle: [unclosed\n---\n# Heading #\n", "Heading")]
    [InlineData("+++\ntitle = \n+++\n# Heading\n", "Heading")]
    [InlineData("---\ntitle: never closed\n", "file name")]
    [InlineData("```\n# a comment\n```\n# Heading\n", "Heading")]
    [InlineData("\uFEFF# Heading\r\n", "Heading")]
    [InlineData("#\n#no heading\ntext\n", "file name")]
    [InlineData("", "file name")]
    [InlineData("---\nreview: 1066-10-14\n---\n# Heading\n", "Heading")]
    public void Falls_back_to_the_heading_and_then_to_the_name(string text, string title) =>
        Assert.Equal(new MarkdownFile(title, ArticleKind.IncidentResolution, "en", null, null),
            MarkdownFile.Read(text, "folder/file name.md", "en"));

    [Theory]
    [InlineData("---\n", "\n---\n", "[")]
    [InlineData("---\n", "\n---\n", "{a: ")]
    [InlineData("+++\na = ", "\n+++\n", "[")]
    public void Survives_a_head_nested_without_end(string start, string end, string nest) =>
        Assert.Equal("file", MarkdownFile.Read(start + string.Concat(Enumerable.Repeat(nest, 16_000 / nest.Length)) + end,
            "file.md", "en").Title);

    [Fact]
    public void Cuts_a_title_that_is_too_long_at_a_whole_character()
    {
        var title = MarkdownFile.Read("# " + string.Concat(Enumerable.Repeat("😀", 400)) + "\n", "file.md", "en").Title;
        Assert.InRange(title.Length, 298, 300);
        Assert.EndsWith("😀…", title, StringComparison.Ordinal);
    }
}
