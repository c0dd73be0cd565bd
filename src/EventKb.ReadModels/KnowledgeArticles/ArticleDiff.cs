namespace EventKb.ReadModels.KnowledgeArticles;

/// <summary>A fact that differs; a value taken away has no after, one that came has no before.</summary>
/// <param name="Path">Which: for example <c>accountable</c>, <c>classification.services</c>, <c>audience.supportLevels</c>, <c>relations</c>.</param>
/// <param name="Before">Value in the first.</param>
/// <param name="After">Value in the second.</param>
public sealed record FactChange(string Path, string? Before, string? After);

/// <summary>A section compared.</summary>
public sealed record SectionDiff(string Name, TextDiff Text);

/// <summary>Two revisions compared: texts by line, and links, owners and rights as they last were while each was the newest.</summary>
public sealed record ArticleDiff(RevisionRow From, RevisionRow To, TextDiff Title, TextDiff Summary, TextDiff Body,
    IReadOnlyList<SectionDiff> Sections, IReadOnlyList<FactChange> Facts);

/// <summary>Compares revisions of one article or of two, of any institutions.</summary>
public static class ArticleDiffs
{
    /// <summary>Compares two revisions; null where one of them is not there. Erased texts compare as absent (the rows say so).</summary>
    public static async Task<ArticleDiff?> Between(ReadSession session, Viewer viewer, ArticleRow from, int fromRevision, ArticleRow to,
        int toRevision)
    {
        if (await RevisionQueries.One(session, viewer, from, fromRevision) is not { } old
            || await RevisionQueries.One(session, viewer, to, toRevision) is not { } now)
            return null;
        return new ArticleDiff(old, now, TextDiff.Of(old.Title, now.Title), TextDiff.Of(old.Summary, now.Summary),
            TextDiff.Of(old.Body, now.Body), Sections(old, now),
            FactChanges.Between(await FactsOf(session, viewer, from, fromRevision), await FactsOf(session, viewer, to, toRevision)));
    }

    private static List<SectionDiff> Sections(RevisionRow old, RevisionRow now) =>
        [.. (old.Sections?.Keys ?? []).Union(now.Sections?.Keys ?? [])
            .Select(name => new SectionDiff(name, TextDiff.Of(old.Sections?.GetValueOrDefault(name), now.Sections?.GetValueOrDefault(name))))
            .Where(section => section.Text.Lines.Count > 0)];

    private static async Task<FactsAtRevision> FactsOf(ReadSession session, Viewer viewer, ArticleRow article, int revision)
    {
        var then = revision == article.Facts.LatestRevision ? article : await ArticleQueries.WhenNewest(session, viewer, article, revision);
        return new FactsAtRevision(then.Facts, await ArticleQueries.Attachments(session, viewer, then.At, then.FirstPosition, revision),
            (await RelationQueries.From(session, viewer, then.At, then.Id, 1_000)).Items);
    }
}

/// <summary>Everything but texts, as it was last while a revision was the newest.</summary>
internal sealed record FactsAtRevision(ArticleFacts Facts, IReadOnlyList<AttachmentRow> Attachments, IReadOnlyList<RelationRow> Relations);
