using EventKb.Domain.KnowledgeArticles;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleCommand;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.Domain.Tests.KnowledgeArticles;

public sealed class ImportingAnArticle
{
    private const string Path = "runbooks/disk.md";
    private const string NewPath = "runbooks/storage/disk.md";
    private const string Gone = KnowledgeArticle.SourceDeleted;

    [Fact]
    public void Makes_a_published_article_without_inventing_an_approval()
    {
        var spec = Article.Empty.When(Article.Import(Path, Article.Text(1)))
            .Then(Article.ImportedRevision(1, Path)).ThenContent(Article.Text(1));
        Assert.Equal((ArticleState.Published, 1), (spec.Article().Lifecycle, spec.Article().Published));
        Assert.Equal(ReviewStage.Draft, spec.Article().Latest.Stage);
    }

    [Fact]
    public void Takes_an_empty_file_as_it_is() =>
        Article.Empty.When(Article.Import(Path, Article.Text(1) with { Body = "" })).Then(Article.ImportedRevision(1, Path));

    [Fact]
    public void Keeps_the_steward_and_the_review_date_that_the_file_names() => Article.Empty
        .When(Article.Import(Path, Article.Text(1)) with { StewardGroup = "Serveri", NextReviewOn = new(2020, 1, 1) })
        .Then(Article.ImportedRevision(1, Path) with { NextReviewOn = new(2020, 1, 1) }, new StewardSet(null, Group: true))
        .ThenContent(Article.Text(1), new Content { Steward = "Serveri" });

    [Fact]
    public void Adds_nothing_when_path_and_body_are_the_same() =>
        Article.Imported.When(Article.Import(Path, Article.Text(1))).ThenNothing();

    [Fact]
    public void Makes_a_revision_of_another_body()
    {
        var spec = Article.Imported.When(Article.Import(Path, Article.Text(2))).Then(Article.ImportedRevision(2, Path));
        Assert.Equal(2, spec.Article().Published);
    }

    [Fact]
    public void Only_moves_when_a_rename_leaves_the_body_alone()
    {
        var spec = Article.Imported.When(Article.Import(NewPath, Article.Text(1) with { Title = "storage/disk" }))
            .Then(new Moved(Path, NewPath));
        spec.When(Article.Import(NewPath, Article.Text(1))).ThenNothing();
    }

    [Fact]
    public void Moves_first_when_a_rename_changes_the_body() => Article.Imported.When(Article.Import(NewPath, Article.Text(2)))
        .Then(new Moved(Path, NewPath), Article.ImportedRevision(2, NewPath));

    [Fact]
    public void Sets_another_steward_only()
    {
        var import = Article.Import(Path, Article.Text(1)) with { StewardPerson = Spec.Berta };
        var spec = Article.Imported.When(import).Then(new StewardSet(Spec.Berta, Group: false));
        spec.When(import).ThenNothing();
        spec.When(Article.Import(Path, Article.Text(1))).ThenNothing();
    }

    [Fact]
    public void Names_an_erased_steward_again_only_with_a_file_that_has_changed()
    {
        var erased = Article.Imported.GivenErased(new StewardSet(null, Group: true), new Content { Steward = "Anna" });
        erased.When(Article.Import(Path, Article.Text(1)) with { StewardGroup = "Anna" }).ThenNothing();
        erased.When(Article.Import(Path, Article.Text(2)) with { StewardGroup = "Anna" })
            .Then(Article.ImportedRevision(2, Path), new StewardSet(null, Group: true));
    }

    [Fact]
    public void Takes_the_file_again_when_its_texts_here_were_erased() => Article.Empty
        .GivenErased(Article.ImportedRevision(1, Path), Article.Text(1))
        .When(Article.Import(Path, Article.Text(1))).Then(Article.ImportedRevision(2, Path));

    [Fact]
    public void Does_not_bring_back_an_erased_text_when_its_source_says_that_it_is_the_same()
    {
        var erased = Article.Empty.GivenErased(Article.ImportedRevision(1, Path), Article.Text(1));
        var spec = erased.When(Article.Import(NewPath, Article.Text(1)) with { SameBody = true }).Then(new Moved(Path, NewPath));
        spec.When(Article.Import(NewPath, Article.Text(1)) with { SameBody = true }).ThenNothing();
    }

    [Fact]
    public void Makes_an_article_even_when_its_source_says_that_the_row_before_had_the_same_text() =>
        Article.Empty.When(Article.Import(Path, Article.Text(1)) with { SameBody = true }).Then(Article.ImportedRevision(1, Path));

    [Fact]
    public void Is_refused_on_an_article_written_here()
    {
        Article.Draft.When(Article.Import(Path, Article.Text(2))).ThenRejected("ARTICLE_NOT_IMPORTED");
        Article.Draft.For(Gone).When(new RetireImported(Path, "c0ffee")).ThenRejected("ARTICLE_NOT_IMPORTED");
    }

    [Fact]
    public void Records_but_does_not_put_into_use_what_is_retired_or_withdrawn_here()
    {
        foreach (var end in new KnowledgeArticleEvent[] { new Retired(null), new Withdrawn(null) })
        {
            var spec = Article.Imported.Given(end).When(Article.Import(Path, Article.Text(2)))
                .Then(Article.ImportedRevision(2, Path));
            Assert.Null(spec.Article().Published);
            Assert.NotEqual(ArticleState.Published, spec.Article().Lifecycle);
        }
    }

    [Fact]
    public void Is_refused_when_the_file_is_no_text_or_has_no_title()
    {
        Article.Empty.When(Article.Import(Path, Article.Text(1) with { Body = null })).ThenRejected("INVALID_INPUT", "body");
        Article.Empty.When(Article.Import(Path, new Content { Body = "x" })).ThenRejected("INVALID_INPUT", "title");
        Article.Empty.When(Article.Import(Path, Article.Text(1) with { Body = new string('x', Limits.BodyBytes + 1) }))
            .ThenRejected("INVALID_INPUT", "body");
    }

    [Fact]
    public void Is_refused_when_what_it_says_of_its_source_is_wrong()
    {
        var import = Article.Import(Path, Article.Text(1));
        Article.Empty.When(import with { SourcePath = "" }).ThenRejected("INVALID_INPUT", "sourcePath");
        Article.Empty.When(import with { SourcePath = new string('x', Limits.Path + 1) })
            .ThenRejected("INVALID_INPUT", "sourcePath");
        Article.Empty.When(import with { SourceVersion = " " }).ThenRejected("INVALID_INPUT", "sourceVersion");
        Article.Empty.When(import with { Language = "English" }).ThenRejected("INVALID_INPUT", "language");
        Article.Empty.When(import with { StewardGroup = "" }).ThenRejected("INVALID_INPUT", "group");
    }
}

public sealed class DeletionOfAnImportedFile
{
    private const string Path = "runbooks/disk.md";
    private static readonly RetireImported Deletion = new(Path, "c0ffee");

    private static Spec Deleted => Article.Imported.For(KnowledgeArticle.SourceDeleted).Given(new Retired(null));

    [Fact]
    public void Retires_the_article()
    {
        var spec = Article.Imported.For(KnowledgeArticle.SourceDeleted).When(Deletion).Then(new Retired(null));
        Assert.Equal(ArticleState.Retired, spec.Article().Lifecycle);
        spec.When(Deletion).ThenNothing();
    }

    [Fact]
    public void Leaves_what_was_withdrawn_here_withdrawn() => Article.Imported.Given(new Withdrawn(null))
        .For(KnowledgeArticle.SourceDeleted).When(Deletion).ThenNothing();

    [Fact]
    public void Is_for_ever_so_that_a_file_made_anew_is_another_article() =>
        Deleted.When(Article.Import(Path, Article.Text(2))).ThenRejected("ARTICLE_RETIRED");

    [Fact]
    public void Is_refused_for_another_path() => Article.Imported.For(KnowledgeArticle.SourceDeleted)
        .When(Deletion with { SourcePath = "other.md" }).ThenRejected("SOURCE_PATH_MISMATCH", "sourcePath");

    [Fact]
    public void Is_refused_without_a_reason_or_the_version_that_did_it()
    {
        Article.Imported.For(null).When(Deletion).ThenRejected("INVALID_INPUT", "reasonCode");
        Article.Imported.When(Deletion with { SourceVersion = "" }).ThenRejected("INVALID_INPUT", "sourceVersion");
    }
}

public sealed class ATextThatCannotBeTaken
{
    private static readonly SkipRevision Skip = new("runbooks/disk.md", "c1", "b10b", 600_000, "body-too-large");
    private static readonly RevisionNotImported Skipped = new("runbooks/disk.md", "c1", "b10b", 600_000, "body-too-large");

    [Fact]
    public void Shows_on_its_article_until_a_later_one_is_taken()
    {
        var spec = Article.Imported.When(Skip).Then(Skipped);
        Assert.Equal(new SourceGap("c1", "b10b", 600_000, "body-too-large"), spec.Article().Behind);
        Assert.Equal((ArticleState.Published, 1), (spec.Article().Lifecycle, spec.Article().Published));
        spec.When(Skip).ThenNothing();
        spec.When(Article.Import("runbooks/disk.md", Article.Text(2)));
        Assert.Null(spec.Article().Behind);
    }

    [Fact]
    public void Stops_neither_the_move_nor_the_deletion()
    {
        var spec = Article.Imported.When(Skip with { SourcePath = "new.md" })
            .Then(new Moved("runbooks/disk.md", "new.md"), Skipped with { SourcePath = "new.md" });
        spec.When(Skip with { SourcePath = "newer.md" }).Then(new Moved("new.md", "newer.md"));
        spec.For(KnowledgeArticle.SourceDeleted).When(new RetireImported("newer.md", "c2")).Then(new Retired(null));
        spec.When(Skip).ThenRejected("ARTICLE_RETIRED");
    }

    [Fact]
    public void Begins_no_article_and_is_nothing_to_one_that_was_written_here()
    {
        Article.Empty.When(Skip).ThenRejected("NOT_FOUND");
        Article.Draft.When(Skip).ThenRejected("ARTICLE_NOT_IMPORTED");
    }

    [Theory]
    [InlineData("reason")]
    [InlineData("blob")]
    [InlineData("bytes")]
    [InlineData("sourcePath")]
    [InlineData("sourceVersion")]
    public void Is_named_in_codes_and_numbers(string field) => Article.Imported.When(field switch
    {
        "reason" => Skip with { Reason = "Too large" },
        "blob" => Skip with { Blob = "a b" },
        "bytes" => Skip with { Bytes = -1 },
        "sourcePath" => Skip with { SourcePath = "" },
        _ => Skip with { SourceVersion = "" },
    }).ThenRejected("INVALID_INPUT", field);
}
