using System.Globalization;
using EventKb.Domain.KnowledgeArticles;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleCommand;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.Domain.Tests.KnowledgeArticles;

public sealed class FlaggingAnArticle
{
    [Fact]
    public void Makes_a_new_flag_each_time()
    {
        var spec = Article.Published.When(new Flag("Komanda novecojusi")).Then(new Flagged(1))
            .ThenContent(new Content { Comment = "Komanda novecojusi" });
        spec.When(new Flag("Komanda novecojusi")).Then(new Flagged(2));
    }

    [Fact]
    public void Ends_when_the_flag_is_dealt_with()
    {
        var spec = Article.Published.Given(new Flagged(1)).When(new ResolveFlag(1, "Izlabots")).Then(new FlagResolved(1))
            .ThenContent(new Content { Comment = "Izlabots" });
        spec.When(new ResolveFlag(1, "Izlabots")).ThenNothing();
        spec.When(new Flag("Vēl viens")).Then(new Flagged(2));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Cannot_deal_with_a_flag_that_does_not_exist(int flag) =>
        Article.Published.Given(new Flagged(1)).When(new ResolveFlag(flag, "x")).ThenRejected("FLAG_NOT_FOUND", "flag");

    [Fact]
    public void Is_refused_without_words()
    {
        Article.Published.When(new Flag("")).ThenRejected("INVALID_INPUT", "comment");
        Article.Published.Given(new Flagged(1)).When(new ResolveFlag(1, "")).ThenRejected("INVALID_INPUT", "comment");
    }

    [Fact]
    public void Is_refused_when_too_many_are_open()
    {
        var spec = Article.Published;
        for (var flag = 1; flag <= Limits.Items; flag++)
            spec.Given(new Flagged(flag));
        spec.When(new Flag("x")).ThenRejected("TOO_MANY_FLAGS");
        spec.When(new ResolveFlag(5, "x")).When(new Flag("x")).Then(new Flagged(Limits.Items + 1));
    }
}

public sealed class AttachingFiles
{
    private static readonly Attach Scheme = new(new string('a', 64), 2048, "image/svg+xml", "shēma.svg");

    [Fact]
    public void Numbers_the_files_and_keeps_their_sha256_among_the_texts()
    {
        var spec = Article.Draft.When(Scheme).Then(new Attached(1, 2048, "image/svg+xml", 1))
            .ThenContent(new Content { FileName = "shēma.svg", FileSha256 = Scheme.Sha256 });
        spec.When(Scheme).ThenNothing();
        spec.When(new Detach(Scheme.Sha256)).Then(new Detached(1, 1));
        spec.When(new Detach(Scheme.Sha256)).ThenRejected("ATTACHMENT_NOT_FOUND", "sha256");
        spec.When(Scheme).Then(new Attached(2, 2048, "image/svg+xml", 1));
    }

    [Fact]
    public void Is_for_the_revision_that_is_being_written()
    {
        Article.InReview.When(Scheme).ThenRejected("NOT_A_DRAFT", "revision");
        Article.Approved.When(Scheme).ThenRejected("NOT_A_DRAFT", "revision");
        Article.Published.When(Scheme).ThenRejected("NOT_A_DRAFT", "revision");
        Article.ProvisionallyPublished.When(Scheme).ThenRejected("NOT_A_DRAFT", "revision");
        Article.Imported.When(Scheme).ThenRejected("ARTICLE_IMPORTED");
        var spec = Article.PublishedWithDraft.When(Scheme).Then(new Attached(1, 2048, "image/svg+xml", 2));
        spec.When(new SubmitForReview(2)).When(new Detach(Scheme.Sha256)).ThenRejected("NOT_A_DRAFT", "revision");
    }

    [Fact]
    public void Is_approved_with_the_texts_by_the_numbers_that_were_read()
    {
        var spec = Article.Draft.When(Scheme).When(Scheme with { Sha256 = new string('b', 64) }).When(new SubmitForReview(1)).By(Spec.Berta);
        var read = new Approve(1, Article.CommitmentOf(1));
        spec.When(read).ThenRejected("CONTENT_MISMATCH", "files");
        spec.When(read with { Files = [1] }).ThenRejected("CONTENT_MISMATCH", "files");
        spec.When(read with { Files = [2, 1] }).Then(new Approved(1, read.Commitment, [1, 2]));
        Article.InReview.By(Spec.Berta).When(read with { Files = [1] }).ThenRejected("CONTENT_MISMATCH", "files");
    }

    [Fact]
    public void Makes_who_does_it_one_of_the_authors()
    {
        var spec = Article.Draft.By(Spec.Berta).When(Scheme).When(new SubmitForReview(1));
        spec.When(new Approve(1, Article.CommitmentOf(1), [1])).ThenRejected("SAME_PERSON");
        spec.By(new("RIGA/person/cilda")).When(new Approve(1, Article.CommitmentOf(1), [1])).Then(new Approved(1, Article.CommitmentOf(1), [1]));
    }

    [Fact]
    public void Is_refused_when_the_file_is_wrongly_described()
    {
        Refused(Scheme with { Sha256 = new string('A', 64) }, "sha256");
        Refused(Scheme with { Sha256 = new string('a', 64) + "\n" }, "sha256");
        Refused(Scheme with { Bytes = -1 }, "bytes");
        Refused(Scheme with { MediaType = "svg" }, "mediaType");
        Refused(Scheme with { FileName = " " }, "fileName");
        Refused(Scheme with { FileName = "../a.svg" }, "fileName");
        Refused(Scheme with { FileName = new string('a', Limits.Tag + 1) }, "fileName");
    }

    [Fact]
    public void Is_refused_when_there_are_too_many()
    {
        var spec = Article.Draft;
        for (var file = 0; file < Limits.Attachments; file++)
            spec.Given(new Attached(file + 1, 1, "text/plain"), Kept(file.ToString("x64", CultureInfo.InvariantCulture)));
        spec.When(Scheme).ThenRejected("TOO_MANY_ATTACHMENTS");
    }

    [Fact]
    public void Of_an_erased_file_remembers_only_that_its_number_is_taken()
    {
        var spec = Article.Draft.GivenErased(new Attached(1, 2048, "image/svg+xml"), Kept(Scheme.Sha256));
        spec.When(new Detach(Scheme.Sha256)).ThenRejected("ATTACHMENT_NOT_FOUND", "sha256");
        spec.When(Scheme).Then(new Attached(2, 2048, "image/svg+xml", 1));
    }

    private static Content Kept(string sha256) => new() { FileName = "shēma.svg", FileSha256 = sha256 };

    private static void Refused(Attach attach, string field) => Article.Draft.When(attach).ThenRejected("INVALID_INPUT", field);
}

public sealed class RelatingArticles
{
    private static readonly Relate Replaces = new(1, RelationType.Replaces, Article.Other);

    [Fact]
    public void Is_to_an_exact_version_once()
    {
        var spec = Article.PublishedWithDraft.When(Replaces).Then(new Related(1, RelationType.Replaces, Article.Other));
        spec.When(Replaces).ThenNothing();
        spec.When(Replaces with { Revision = 2 }).Then(new Related(2, RelationType.Replaces, Article.Other));
        spec.When(Replaces with { Type = RelationType.Contradicts })
            .Then(new Related(1, RelationType.Contradicts, Article.Other));
    }

    [Fact]
    public void Can_be_taken_back()
    {
        var spec = Article.Draft.When(Replaces).When(new Unrelate(RelationType.Replaces, Article.Other))
            .Then(new Unrelated(RelationType.Replaces, Article.Other));
        spec.When(new Unrelate(RelationType.Replaces, Article.Other)).ThenRejected("RELATION_NOT_FOUND", "target");
    }

    [Fact]
    public void Is_refused_to_itself_to_no_version_and_from_no_revision()
    {
        Article.Draft.When(Replaces with { Target = new(Article.Here, 1, 1) }).ThenRejected("INVALID_INPUT", "target");
        Article.Draft.When(Replaces with { Target = new("latest", 1, 1) }).ThenRejected("INVALID_INPUT", "target");
        Article.Draft.When(Replaces with { Revision = 2 }).ThenRejected("REVISION_NOT_FOUND", "revision");
    }

    [Fact]
    public void Is_refused_when_there_are_too_many()
    {
        var spec = Article.Draft;
        for (var version = 1; version <= Limits.Relations; version++)
            spec.Given(new Related(1, RelationType.Evidence, new(Article.Other.Stream, version, version)));
        spec.When(Replaces).ThenRejected("TOO_MANY_RELATIONS");
    }
}
