using EventKb.Domain.KnowledgeArticles;
using EventKb.ReadModels;
using EventKb.ReadModels.KnowledgeArticles;

namespace EventKb.Integration.Tests.ReadModels.OneFold;

/// <summary>At each version of any history the rows of an article say what its state says.</summary>
public sealed class ArticleRowsAndState
{
    private static readonly Viewer Operator = Viewer.LocalOperator;

    [Fact]
    public async Task Rows_say_what_the_state_says()
    {
        for (var seed = 1; seed <= 30; seed++)
        {
            var history = RandomHistory.Of(KnowledgeArticle.Category, seed);
            await using var models = new ReadModelFolder(history.Ledger);
            await using var session = await models.Read();
            for (var version = 1; version < history.States.Count; version++)
            {
                var row = (await ArticleQueries.AtVersion(session, Operator, session.Head(history.Ledger.Now), history.Stream, version))!;
                var state = (KnowledgeArticleState)history.States[version];
                Assert.Equal((seed, version, Said(state)), (seed, version, Said(row.Facts)));
                Assert.Equal((seed, version, Kept(state)), (seed, version, await Kept(session, row)));
            }
        }
    }

    private static string Said(KnowledgeArticleState s) => string.Join(' ', s.Lifecycle, s.Kind, s.Language, s.Template, s.Latest.Number,
        s.Latest.Position, s.Latest.Stage, s.InReview, s.Published, s.IsProvisional ? s.Provision!.LapsesAt : null, s.IsProvisional ? s.Provision!.Before : null,
        s.Scheduled?.Revision, s.Scheduled?.At, s.End?.Instead, s.End?.Position, s.Accountable, s.Steward.Person, s.Steward.Group?.At, s.Source?.Path,
        s.Source?.Version, s.Validity.From, s.Validity.Until, s.NextReviewOn, s.OpenFlags.Count, Words(s.Classification), Words(s.Audience?.Audience),
        s.Audience?.Sections?.Count);

    private static string Said(ArticleFacts f) => string.Join(' ', f.State, f.Kind, f.Language, f.Template, f.LatestRevision,
        f.LatestPosition, f.LatestStage, f.InReviewRevision, f.PublishedRevision, f.LapsesAt, f.BeforeRevision,
        f.ScheduledRevision, f.ScheduledAt, f.Successor, f.EndPosition, f.Accountable, f.StewardPerson, f.StewardAt, f.SourcePath,
        f.SourceVersion, f.AppliesFrom, f.AppliesUntil, f.NextReviewOn, f.OpenFlags, Words(f.Classification ?? new()), Words(f.Audience),
        f.SectionAudiences?.Count);

    private static string Words(Classification about) => string.Join(',', [.. about.Services, .. about.Keywords]);

    private static string? Words(Audience? audience) => audience is null ? null : $"{string.Join(',', audience.SupportLevels)}{audience.Staff}";

    private static string Kept(KnowledgeArticleState s) => string.Join(' ',
        s.OpenFlags.Select(f => $"{f.Key}@{f.Value}").Concat(s.Attachments.Values.Select(f => f.Sha256![..1]))
            .Concat(s.Relations.Select(r => $"{r.Value}:{r.Key.Type}:{r.Key.Target}").Order(StringComparer.Ordinal)));

    private static async Task<string> Kept(ReadSession session, ArticleRow row) => string.Join(' ',
        (await ArticleQueries.Flags(session, Operator, row.At, row.FirstPosition)).Select(f => $"{f.Flag}@{f.Position}")
            .Concat((await ArticleQueries.Attachments(session, Operator, row.At, row.FirstPosition, row.Facts.LatestRevision)).Select(f => f.Sha256[..1]))
            .Concat((await RelationQueries.From(session, Operator, row.At, row.Id, 100)).Items
                .Select(r => $"{r.Revision}:{r.Type}:{r.Target}").Order(StringComparer.Ordinal)));
}
