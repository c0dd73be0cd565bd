using EventKb.Domain.Losses;
using EventKb.Domain.Sources;
using static EventKb.Domain.Sources.KnowledgeSourceCommand;
using static EventKb.Domain.Sources.KnowledgeSourceEvent;

namespace EventKb.Domain.Tests.Sources;

public sealed class ImportingASource
{
    private static readonly string Article = "RIGA/knowledge-article/1";
    private static readonly RecordImport First = new("runbooks", "main", "c1", Spec.Day, After: null, Rewritten: false);
    private static readonly RecordImport Second = First with { Commit = "c2", After = "c1" };
    private static readonly ReportFile Bad = new("runbooks", "bad.md", null, "c1", "ab", 7, "not-utf8", Article);

    private static Spec Empty => new(KnowledgeSource.Decider);

    private static Spec Read => Empty.Given(new Imported("runbooks", "main", "c1", Spec.Day, false));

    private static Spec WithBad => Read.Given(FileOf(Bad));

    [Fact]
    public void Records_how_far_it_was_read() => Empty.When(First).Then(new Imported("runbooks", "main", "c1", Spec.Day, false));

    [Fact]
    public void Goes_on_from_there() => Read.When(Second).Then(new Imported("runbooks", "main", "c2", Spec.Day, false));

    [Fact]
    public void Says_nothing_twice() => Read.When(First).ThenNothing();

    [Fact]
    public void Names_another_ref_of_the_same_commit() =>
        Read.When(Second with { Commit = "c1", Ref = "release" }).Then(new Imported("runbooks", "release", "c1", Spec.Day, false));

    [Fact]
    public void Says_that_the_line_was_rewritten() => Read.When(Second with { Rewritten = true })
        .Then(new Imported("runbooks", "main", "c2", Spec.Day, true));

    [Fact]
    public void Is_refused_when_another_import_came_in_between()
    {
        Read.When(Second with { After = "c0" }).ThenRejected("IMPORTED_MEANWHILE", "after");
        Read.When(Second with { After = null }).ThenRejected("IMPORTED_MEANWHILE", "after");
        Empty.When(Second).ThenRejected("IMPORTED_MEANWHILE", "after");
    }

    [Fact]
    public void Names_a_file_that_has_no_article_once()
    {
        Empty.When(Bad).Then(FileOf(Bad));
        WithBad.When(Bad with { Commit = "c2" }).ThenNothing();
        WithBad.When(Bad with { Commit = "c2", Blob = "cd" }).Then(FileOf(Bad with { Commit = "c2", Blob = "cd" }));
    }

    [Fact]
    public void Keeps_the_bytes_of_a_path_that_is_no_text() =>
        Empty.When(Bad with { PathBytes = "Y2Fm6Q==" }).Then(FileOf(Bad with { PathBytes = "Y2Fm6Q==" }));

    [Fact]
    public void Settles_a_file_that_had_no_article()
    {
        var settled = WithBad.When(new SettleFile("runbooks", "bad.md", "c2")).Then(new FileSettled("bad.md", "c2"));
        settled.When(new SettleFile("runbooks", "bad.md", "c3")).ThenNothing();
        settled.When(Bad with { Commit = "c3" }).Then(FileOf(Bad with { Commit = "c3" }));
    }

    [Fact]
    public void Keeps_a_bounded_number_of_files_without_article()
    {
        var full = Enumerable.Range(0, Limits.MissingFiles).Aggregate(Read, (spec, i) => spec.Given(FileOf(Bad with { Path = $"{i}.md" })));
        full.When(Bad).ThenRejected("LIMIT_REACHED", null);
        full.When(Bad with { Path = "7.md", Blob = "cd" }).Then(FileOf(Bad with { Path = "7.md", Blob = "cd" }));
    }

    [Theory]
    [InlineData("repository")]
    [InlineData("path")]
    [InlineData("pathBytes")]
    [InlineData("commit")]
    [InlineData("blob")]
    [InlineData("reason")]
    [InlineData("article")]
    [InlineData("bytes")]
    public void Refuses_a_malformed_file(string field) => Empty.When(field switch
    {
        "repository" => Bad with { Repository = "anna@example.invalid" },
        "path" => Bad with { Path = new string('x', Limits.SourcePath + 1) },
        "pathBytes" => Bad with { PathBytes = "?" },
        "commit" => Bad with { Commit = "" },
        "blob" => Bad with { Blob = "A b" },
        "reason" => Bad with { Reason = "Not UTF-8" },
        "article" => Bad with { Article = "RIGA/control/1" },
        _ => Bad with { Bytes = -1 },
    }).ThenRejected("INVALID_INPUT", field);

    [Theory]
    [InlineData("ref")]
    [InlineData("commit")]
    [InlineData("after")]
    [InlineData("through")]
    public void Refuses_a_malformed_import(string field) => Read.When(field switch
    {
        "ref" => Second with { Ref = "" },
        "commit" => Second with { Commit = "a\nb" },
        "after" => Second with { After = "" },
        _ => Second with { Through = new DateTimeOffset(1899, 12, 31, 0, 0, 0, TimeSpan.Zero) },
    }).ThenRejected("INVALID_INPUT", field);

    [Fact]
    public void Has_a_stream_for_each_repository_of_an_institution() => Assert.NotEqual(
        KnowledgeSource.StreamOf(Spec.Institution, "runbooks"), KnowledgeSource.StreamOf(Spec.Institution, "handbook"));

    [Fact]
    public void Throws_on_an_event_that_it_does_not_know() =>
        Assert.Throws<InvalidOperationException>(() => Empty.Given(new LedgerLossEvent.Accepted(null, 1, 0, null)));

    private static FileNotImported FileOf(ReportFile c) =>
        new(c.Repository, c.Path, c.PathBytes, c.Commit, c.Blob, c.Bytes, c.Reason, c.Article);
}
