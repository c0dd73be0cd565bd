using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.ReadModels;
using EventKb.ReadModels.KnowledgeArticles;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.Integration.Tests.ReadModels;

public sealed partial class ReadingArticles
{
    private const string One = "RIGA/knowledge-article/1";
    private const string Two = "RIGA/knowledge-article/2";
    private static readonly Viewer Operator = Viewer.LocalOperator;
    private readonly MemoryLedger _ledger = new();

    [Fact]
    public async Task A_published_article_is_served_while_the_next_revision_is_drafted()
    {
        var first = _ledger.Append(One, new Drafted(ArticleKind.Faq, "lv"), new Content { Title = "Pirmais", Body = "a" });
        _ledger.Append(One, new SubmittedForReview(1));
        _ledger.Append(One, new Approved(1, "c"), person: "RIGA/person/berta");
        _ledger.Append(One, new Published(1, new DateOnly(2027, 1, 1)));
        var second = _ledger.Append(One, new Revised(2), new Content { Title = "Otrais", Body = "b" });
        await using var models = new ReadModelFolder(_ledger);
        await using var session = await models.Read();
        var pin = session.Head(_ledger.Now);
        var article = (await ArticleQueries.ById(session, Operator, pin, One))!;
        Assert.Equal((ArticleState.Published, "Pirmais", 5L), (article.Facts.State, article.Title, article.Version));
        Assert.Equal((2, second, 1, first), (article.Facts.LatestRevision, article.Facts.LatestPosition, article.Facts.PublishedRevision,
            article.Facts.PublishedPosition));
        var revisions = (await RevisionQueries.List(session, Operator, article, 10)).Items;
        Assert.Equal([("Pirmais", "a", Content.Sha256("a")), ("Otrais", "b", Content.Sha256("b"))],
            revisions.Select(r => (r.Title!, r.Body!, r.BodySha256!)));
        Assert.Equal(["Otrais"], (await RevisionQueries.List(session, Operator, article, 10, 1, texts: false)).Items.Select(r => r.Title));
        Assert.Equal([("RIGA/person/berta", RevisionStep.Approved)],
            (await RevisionQueries.Steps(session, Operator, article, 1)).Where(s => s.Step == RevisionStep.Approved).Select(s => (s.Person, s.Step)));
        Assert.Equal([first, second], (await RevisionQueries.ByPositions(session, Operator, [first, second, 99])).Keys.Order());

        var drafted = (await ArticleQueries.ById(session, Operator, (await session.PinAt(_ledger.Now, position: 2))!, One))!;
        Assert.Equal((ArticleState.InReview, 2L), (drafted.Facts.State, drafted.Version));
        Assert.Equal(3, (await ArticleQueries.AtVersion(session, Operator, pin, One, 3))?.Version);
        Assert.Null(await ArticleQueries.AtVersion(session, Operator, pin, One, 6));
        Assert.Null(await ArticleQueries.ById(session, Operator, (await session.PinAt(_ledger.Now, position: 0))!, One));
        Assert.Null(await ArticleQueries.ById(session, Operator, pin, Two));
    }

    [Fact]
    public async Task A_lapsed_fix_gives_way_to_what_was_served_before()
    {
        var first = _ledger.Append(One, new Drafted(ArticleKind.Faq, "lv"), new Content { Title = "a" });
        _ledger.Append(One, new Published(1));
        _ledger.Append(One, new Revised(2), new Content { Title = "b" });
        var lapses = _ledger.Now.AddHours(72);
        _ledger.Append(One, new ProvisionallyPublished(2, lapses));
        _ledger.Append(Two, new Drafted(ArticleKind.Faq, "lv"));
        _ledger.Append(Two, new PublicationScheduled(1, lapses.AddHours(-1)));
        await using var models = new ReadModelFolder(_ledger);
        await using (var session = await models.Read())
        {
            var pin = session.Head(_ledger.Now);
            Assert.True((await ArticleQueries.ById(session, Operator, pin, One))!.Facts.IsProvisional);
            Assert.Equal([One], (await ArticleQueries.List(session, Operator, pin, new() { Provisional = true }, 10)).Items.Select(a => a.Id));
            Assert.Empty(await ScheduledWork.DueLapses(session, lapses.AddTicks(-10), 10));
            Assert.Equal([(One, 2)], (await ScheduledWork.DueLapses(session, lapses, 10)).Select(d => (d.Stream, d.Revision)));
            Assert.Equal([(Two, 1)], (await ScheduledWork.DuePublications(session, lapses, 10)).Select(d => (d.Stream, d.Revision)));
        }

        _ledger.Append(One, new ProvisionLapsed(2));
        await using var after = await models.Read();
        var facts = (await ArticleQueries.ById(after, Operator, after.Head(_ledger.Now), One))!.Facts;
        Assert.Equal((1, first, null), (facts.PublishedRevision, facts.PublishedPosition, facts.LapsesAt));
    }

    [Fact]
    public async Task Filters_and_cursors_narrow_the_list()
    {
        for (var i = 1; i <= 7; i++)
            _ledger.Append($"RIGA/knowledge-article/{i}", new Drafted(i % 2 == 0 ? ArticleKind.Faq : ArticleKind.KnownError, "lv"),
                new Content { Title = $"{i}" }, institution: "RIGA");
        _ledger.Append(Two, new Classified(new Classification { Services = ["RIGA/catalogue-entry/s"], Keywords = ["VPN"] }));
        _ledger.Append(One, new Classified(new Classification { Services = ["RIGA/catalogue-entry/s"] }));
        _ledger.Append(One, new AudienceSet(new Audience { SupportLevels = [0, 1] }));
        _ledger.Append(One, new Flagged(1), new Content { Comment = "?" });
        _ledger.Append(One, new StewardSet(null, Group: true), new Content { Steward = "tīkli" });
        _ledger.Append(One, new AccountabilitySet("RIGA/catalogue-entry/s"));
        var classified = _ledger.Append(Two, new Classified(new Classification { Keywords = ["VPN"] }));
        await using var models = new ReadModelFolder(_ledger);
        await using var session = await models.Read();
        var head = session.Head(_ledger.Now);
        var before = (await session.PinAt(_ledger.Now, position: classified - 1))!;

        Assert.Equal(["1", "2", "3"], (await ArticleQueries.List(session, Operator, head, new(), 3)).Items.Select(a => a.Title!));
        Assert.Equal(["4", "5", "6"], (await ArticleQueries.List(session, Operator, head, new(), 3, 3)).Items.Select(a => a.Title!));
        await Gives(new() { Kind = ArticleKind.Faq }, "2,4,6", "2,4,6");
        await Gives(new() { Service = "RIGA/catalogue-entry/s" }, "1", "1,2");
        await Gives(new() { Keyword = "VPN" }, "2", "2");
        await Gives(new() { SupportLevel = 0, State = [ArticleState.Draft, ArticleState.Published] }, "1", "1");
        await Gives(new() { Flagged = true, Steward = "tīkli", Accountable = "RIGA/catalogue-entry/s" }, "1", "1");
        await Gives(new() { PositionFrom = classified }, "2", "");
        await Gives(new() { Institution = "NO" }, "", "");

        async Task Gives(ArticleFilter filter, string atHead, string atPin)
        {
            foreach (var (pin, expected) in new[] { (head, atHead), (before, atPin) })
            {
                var page = (await ArticleQueries.List(session, Operator, pin, filter, 10)).Items;
                Assert.Equal(expected, string.Join(',', page.Select(a => a.Title)));
                Assert.Equal(page.Count, await (await ArticleQueries.List(session, Operator, pin, filter, 1)).Count());
            }
        }
    }

    [Fact]
    public async Task A_path_names_the_article_that_has_it_now()
    {
        Import(One, 1, "docs/a.md");
        Import(Two, 1, "docs/b.md");
        _ledger.Append(One, new Retired(null));
        _ledger.Append(Two, new Moved("docs/b.md", "docs/a.md"));
        await using var models = new ReadModelFolder(_ledger);
        await using var session = await models.Read();
        var head = session.Head(_ledger.Now);
        Assert.Equal(Two, (await ArticleQueries.BySource(session, Operator, head, "RIGA", "docs/a.md"))?.Id);
        Assert.Null(await ArticleQueries.BySource(session, Operator, head, "RIGA", "docs/b.md"));
        var before = (await session.PinAt(_ledger.Now, position: 3))!;
        Assert.Equal(One, (await ArticleQueries.BySource(session, Operator, before, "RIGA", "docs/a.md"))?.Id);
        Assert.Equal(Two, (await ArticleQueries.BySource(session, Operator, before, "RIGA", "docs/b.md"))?.Id);
        Assert.Equal(2, await (await ArticleQueries.List(session, Operator, head, new() { Path = "docs/" }, 1)).Count());
        Assert.Equal(1, await (await ArticleQueries.List(session, Operator, head, new() { Path = "docs/", State = [ArticleState.Published] }, 1)).Count());
    }

    [Fact]
    public async Task A_revision_keeps_its_files_while_the_next_one_is_written()
    {
        _ledger.Append(One, new Drafted(ArticleKind.Faq, "lv"), new Content { Title = "a" });
        _ledger.Append(One, new Attached(1, 3, "text/plain", 1), new Content { FileName = "viens", FileSha256 = "f1" });
        _ledger.Append(One, new Attached(2, 3, "text/plain", 1), new Content { FileName = "divi", FileSha256 = "f2" });
        _ledger.Append(One, new Published(1));
        _ledger.Append(One, new Revised(2), new Content { Title = "b" });
        _ledger.Append(One, new Attached(3, 3, "text/plain", 2), new Content { FileName = "trīs", FileSha256 = "f3" });
        var detached = _ledger.Append(One, new Detached(1, 2));
        var again = _ledger.Append(One, new Attached(4, 3, "text/plain", 2), new Content { FileName = "četri", FileSha256 = "f4" });
        _ledger.Append(One, new Detached(4, 2));
        await using var models = new ReadModelFolder(_ledger);
        await using var session = await models.Read();

        Assert.Equal([1, 2], await Files(_ledger.Size, revision: 1));
        Assert.Equal([2, 3], await Files(_ledger.Size, revision: 2));
        Assert.Equal([1, 2, 3], await Files(detached - 1, revision: 2));
        Assert.Equal([1, 2], await Files(detached - 1, revision: 1));
        Assert.Equal([2, 3, 4], await Files(again, revision: 2));

        async Task<IEnumerable<int>> Files(long position, int revision) => (await ArticleQueries.Attachments(session, Operator,
            (await session.PinAt(_ledger.Now, position: position))!, 1, revision)).Select(file => file.Number);
    }

    [Fact]
    public async Task What_an_article_carries_holds_for_its_interval()
    {
        _ledger.Append(One, new Drafted(ArticleKind.Faq, "lv"), new Content { Title = "a" });
        _ledger.Append(Two, new Drafted(ArticleKind.Faq, "lv"), new Content { Title = "b" });
        var attached = _ledger.Append(One, new Attached(1, 3, "text/plain"), new Content { FileName = "piezīmes.txt", FileSha256 = "ff" });
        var related = _ledger.Append(One, new Related(1, RelationType.Replaces, new ExactVersion(Two, 1, 2)));
        _ledger.Append(One, new Flagged(1), new Content { Comment = "Nedarbojas" });
        _ledger.Append(One, new Detached(1));
        _ledger.Append(One, new Unrelated(RelationType.Replaces, new ExactVersion(Two, 1, 2)));
        await using var models = new ReadModelFolder(_ledger);
        await using var session = await models.Read();
        var (head, then) = (session.Head(_ledger.Now), (await session.PinAt(_ledger.Now, position: related))!);
        Assert.Empty(await ArticleQueries.Attachments(session, Operator, head, 1, revision: 1));
        Assert.Equal([(attached, "piezīmes.txt")], (await ArticleQueries.Attachments(session, Operator, then, 1, revision: 1)).Select(f => (f.Position, f.FileName!)));
        Assert.Equal(["Nedarbojas"], (await ArticleQueries.Flags(session, Operator, head, 1)).Select(f => f.Comment!));
        Assert.Equal("text/plain", await ArticleQueries.MediaTypeOf(session, Operator, "ff"));
        Assert.Empty((await RelationQueries.From(session, Operator, head, One, 10)).Items);
        Assert.Equal([related], (await RelationQueries.From(session, Operator, then, One, 10)).Items.Select(r => r.Position));
        Assert.Equal([One], (await RelationQueries.To(session, Operator, then, Two, 10)).Items.Select(r => r.Article));
        Assert.Equal(new ExactVersion(One, 1, 1), (await RelationQueries.ReplacedBy(session, Operator, then, [One, Two]))[Two]);
        Assert.Empty(await RelationQueries.ReplacedBy(session, Operator, head, [One, Two]));
    }

    private void Import(string stream, int revision, string path) => _ledger.Append(stream,
        new RevisionImported(revision, ArticleKind.ResourceInstruction, "en", path, "abc", MemoryLedger.Start), new Content { Title = path, Body = "x" });
}
