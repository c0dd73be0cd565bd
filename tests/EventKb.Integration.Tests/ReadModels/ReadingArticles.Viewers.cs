using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.ReadModels;
using EventKb.ReadModels.KnowledgeArticles;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.Integration.Tests.ReadModels;

/// <content>What who is not signed in, and level 0, is served.</content>
public sealed partial class ReadingArticles
{
    [Fact]
    public async Task Someone_not_signed_in_sees_only_what_is_open_to_all_at_the_head()
    {
        _ledger.Append(One, new Drafted(ArticleKind.Faq, "lv"), new Content { Title = "a" });
        _ledger.Append(One, new AudienceSet(new Audience { SupportLevels = [0] }));
        var published = _ledger.Append(One, new Published(1));
        _ledger.Append(Two, new Drafted(ArticleKind.Faq, "lv"), new Content { Title = "b" });
        await using var models = new ReadModelFolder(_ledger);
        await using (var session = await models.Read())
        {
            Assert.Equal([One], (await ArticleQueries.List(session, Viewer.Public, session.Head(_ledger.Now), new(), 10)).Items.Select(a => a.Id));
            Assert.Single(await RevisionQueries.ByPositions(session, Viewer.Public, [1, 4]));
        }

        _ledger.Append(One, new Withdrawn(null));
        await using var after = await models.Read();
        var then = (await after.PinAt(_ledger.Now, position: published))!;
        Assert.Null(await ArticleQueries.ById(after, Viewer.Public, then, One));
        Assert.NotNull(await ArticleQueries.ById(after, Operator, then, One));
    }

    [Fact]
    public async Task Level_0_goes_on_being_served_what_was_approved_while_a_fix_is_provisional()
    {
        _ledger.Append(One, new Drafted(ArticleKind.Faq, "lv"), new Content { Title = "a" });
        _ledger.Append(One, new AudienceSet(new Audience { SupportLevels = [0, 1] }));
        _ledger.Append(One, new Published(1));
        _ledger.Append(One, new Revised(2), new Content { Title = "b" });
        _ledger.Append(One, new ProvisionallyPublished(2, _ledger.Now.AddHours(72)));
        Assert.Equal(("b", 2, true), await Served(Operator));
        Assert.Equal(("a", 1, false), await Served(Viewer.Public));
        _ledger.Append(One, new Approved(2, "c"));
        Assert.Equal(("b", 2, false), await Served(Operator));
        Assert.Equal(("b", 2, false), await Served(Viewer.Public));

        async Task<(string?, int?, bool)> Served(Viewer viewer)
        {
            await using var models = new ReadModelFolder(_ledger);
            await using var session = await models.Read();
            var found = (await ArticleQueries.List(session, viewer, session.Head(_ledger.Now), new() { SupportLevel = 0 }, 10)).Items;
            var article = Assert.Single(found);
            return (article.Title, article.Facts.PublishedRevision, article.Facts.IsProvisional);
        }
    }

    [Fact]
    public async Task Level_0_is_not_served_a_fix_that_nothing_approved_stands_behind()
    {
        _ledger.Append(One, new Drafted(ArticleKind.Faq, "lv"), new Content { Title = "a" });
        _ledger.Append(One, new AudienceSet(new Audience { SupportLevels = [0] }));
        _ledger.Append(One, new ProvisionallyPublished(1, _ledger.Now.AddHours(72)));
        await using var models = new ReadModelFolder(_ledger);
        await using var session = await models.Read();
        foreach (var viewer in new[] { Operator, Viewer.Public })
            Assert.Empty((await ArticleQueries.List(session, viewer, session.Head(_ledger.Now), new() { SupportLevel = 0 }, 10)).Items);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2999-01-01")]
    [InlineData("2000-01-01")] // over, but nobody has said yet that everyone may see it
    public async Task Someone_not_signed_in_sees_what_was_restricted_only_when_somebody_has_opened_it(string? until)
    {
        var open = new Audience { SupportLevels = [0] };
        var day = until is null ? (DateOnly?)null : DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture);
        _ledger.Append(One, new Drafted(ArticleKind.Faq, "lv"), new Content { Title = "a" });
        _ledger.Append(One, new Published(1));
        var opened = _ledger.Append(One, new AudienceSet(open));
        _ledger.Append(One, new AudienceSet(open with { RestrictedBasis = "IAL 5. pants", RestrictedUntil = day }));
        await using (var models = new ReadModelFolder(_ledger))
        await using (var session = await models.Read())
        {
            var head = session.Head(_ledger.Now);
            Assert.NotNull(await ArticleQueries.ById(session, Operator, head, One));
            Assert.Null(await ArticleQueries.ById(session, Viewer.Public, head, One));
            Assert.Null(await ArticleQueries.ById(session, Viewer.Public, (await session.PinAt(_ledger.Now, position: opened))!, One));
            Assert.Empty((await ArticleQueries.List(session, Viewer.Public, head, new(), 10)).Items);
            Assert.Empty(await RevisionQueries.ByPositions(session, Viewer.Public, [1]));
        }

        _ledger.Append(One, new AudienceSet(open));
        await using var after = new ReadModelFolder(_ledger);
        await using var later = await after.Read();
        Assert.NotNull(await ArticleQueries.ById(later, Viewer.Public, later.Head(_ledger.Now), One));
    }
}
