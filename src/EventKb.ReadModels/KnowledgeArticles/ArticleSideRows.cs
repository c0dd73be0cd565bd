using System.Globalization;
using EventKb.Domain.KnowledgeArticles;

namespace EventKb.ReadModels.KnowledgeArticles;

/// <summary>Rows beside an article's versions: tags, attachments, flags; written where the state changed, however much it holds.</summary>
internal static class ArticleSideRows
{
    public static void Write(StreamStep step, KnowledgeArticleState before, KnowledgeArticleState after, ReadModelWriter rows)
    {
        if (before.Classification != after.Classification || !Equals(before.Audience, after.Audience))
            Tags(step, before, after, rows);
        foreach (var file in after.Attachments.ChangedSince(before.Attachments))
            if (after.Attachments.TryGetValue(file, out var attached))
                Attach(step, file, attached, rows);
            else
                Detach(step, file, after.Latest.Number, rows);
        foreach (var flag in after.OpenFlags.ChangedSince(before.OpenFlags))
            if (after.OpenFlags.ContainsKey(flag))
                Flag(step, flag, rows);
            else
                Close("article_flags", "flag = @what", flag, step, rows);
    }

    internal static void Close(string table, string which, object what, StreamStep by, ReadModelWriter rows) => rows.Execute(
        $"UPDATE {table} SET rec_to = @recTo, valid_to = @validTo WHERE born = @born AND rec_to = {Micros.Open} AND {which}",
        ("@recTo", by.Position), ("@validTo", by.After.ValidFrom), ("@born", by.After.FirstPosition), ("@what", what));

    private static void Attach(StreamStep step, int file, Attachment attached, ReadModelWriter rows) => rows.Insert("article_attachments",
        ("position", step.Position), ("born", step.After.FirstPosition), ("file", file), ("bytes", attached.Bytes),
        ("media_type", attached.MediaType), ("person", step.Recorded.Metadata.Person.Value), ("revision", attached.Revision),
        ("rec_to", Micros.Open), ("valid_from", step.After.ValidFrom), ("valid_to", Micros.Open));

    private static void Detach(StreamStep step, int file, int revision, ReadModelWriter rows)
    {
        rows.Execute($"UPDATE article_attachments SET until_revision = @revision WHERE born = @born AND rec_to = {Micros.Open} AND file = @file",
            ("@revision", revision), ("@born", step.After.FirstPosition), ("@file", file));
        Close("article_attachments", "file = @what", file, step, rows);
    }

    private static void Flag(StreamStep step, int flag, ReadModelWriter rows) => rows.Insert("article_flags",
        ("position", step.Position), ("born", step.After.FirstPosition), ("flag", flag), ("person", step.Recorded.Metadata.Person.Value),
        ("occurred_at", Micros.From(step.Recorded.OccurredAt)), ("reason_code", step.Recorded.Metadata.ReasonCode),
        ("rec_to", Micros.Open), ("valid_from", step.After.ValidFrom), ("valid_to", Micros.Open));

    private static void Tags(StreamStep step, KnowledgeArticleState before, KnowledgeArticleState after, ReadModelWriter rows)
    {
        var (old, now) = (TagsOf(before), TagsOf(after));
        foreach (var (kind, value) in old.Except(now))
            rows.Execute(
                $"""
                UPDATE article_tags SET rec_to = @recTo, valid_to = @validTo
                WHERE kind = @kind AND value = @value AND born = @born AND rec_to = {Micros.Open}
                """,
                ("@recTo", step.Position), ("@validTo", step.After.ValidFrom), ("@kind", kind),
                ("@value", value), ("@born", step.After.FirstPosition));
        foreach (var (kind, value) in now.Except(old))
            rows.Insert("article_tags", ("kind", kind), ("value", value), ("born", step.After.FirstPosition), ("rec_from", step.Position),
                ("rec_to", Micros.Open), ("valid_from", step.After.ValidFrom), ("valid_to", Micros.Open));
    }

    private static HashSet<(string Kind, string Value)> TagsOf(KnowledgeArticleState article)
    {
        var about = article.Classification;
        return
        [
            .. about.Services.Select(v => (ArticleTag.Service, v)), .. about.Resources.Select(v => (ArticleTag.Resource, v)),
            .. about.LifeSituations.Select(v => (ArticleTag.LifeSituation, v)), .. about.Territories.Select(v => (ArticleTag.Territory, v)),
            .. about.ErrorCodes.Select(v => (ArticleTag.ErrorCode, v)), .. about.Keywords.Select(v => (ArticleTag.Keyword, v)),
            .. (article.Audience?.Audience.SupportLevels ?? []).Select(v => (ArticleTag.SupportLevel, v.ToString(CultureInfo.InvariantCulture))),
        ];
    }
}
