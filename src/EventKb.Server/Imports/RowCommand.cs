using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Ledger;

namespace EventKb.Server.Imports;

/// <summary>What a row asks of its article; a text that cannot be taken stops neither the article's move nor what comes later.</summary>
/// <param name="Command">The command.</param>
/// <param name="Refusal">Why the row's text is not in it; null where it is, or where there is none.</param>
internal sealed record RowCommand(KnowledgeArticleCommand Command, ImportRefusal? Refusal = null)
{
    public static RowCommand Of(ImportRow row)
    {
        if (row.NotTaken is { } refusal)
            return Skip(row, refusal);
        if (row.File is not { } file)
            return new(new KnowledgeArticleCommand.RetireImported(row.Path, row.Commit));
        if (row.Blob is { } blob && !GitBlobId.IsOf(blob, file.Body))
            return Skip(row, new("blob-mismatch", "The text is not the one that its id names.", file.Body.Length));
        var import = new KnowledgeArticleCommand.ImportRevision(
            file.Kind, file.Language, row.Path, row.Commit, row.SourceTime, new Content { Title = file.Title, Body = file.Body },
            StewardGroup: file.Steward, NextReviewOn: file.NextReviewOn, SameBody: file.SameBody, Blob: row.Blob);
        return KnowledgeArticle.CheckImport(import) is { } wrong
            ? Skip(row, new("invalid-text", $"{wrong.Fact} {wrong.Remedy}", file.Body.Length))
            : new(import);
    }

    /// <summary>What is said of the row to whoever sent it.</summary>
    public ImportAcknowledgement Acknowledge(ImportRow row, StreamId article, CommandId id, CommandOutcome outcome)
    {
        var acknowledged = new ImportAcknowledgement(row.Commit, row.Ordinal, row.Path, article.ToString(), id.Value, 0, 0, 0, false,
            Refusal?.Code.Replace('-', '_').ToUpperInvariant(), Refusal?.Reason);
        return outcome switch
        {
            CommandOutcome.Committed c => acknowledged with
            {
                Events = c.Events,
                FirstPosition = c.FirstPosition,
                LastPosition = c.LastPosition,
                Repeated = c.Repeated,
            },
            CommandOutcome.Refused when Refusal is not null => acknowledged,
            CommandOutcome.Refused r => acknowledged with { Code = r.Rejection.Code, Reason = $"{r.Rejection.Fact} {r.Rejection.Remedy}" },
            _ => throw new InvalidOperationException($"{outcome.GetType().Name} is no known outcome."),
        };
    }

    private static RowCommand Skip(ImportRow row, ImportRefusal refusal) =>
        new(new KnowledgeArticleCommand.SkipRevision(row.Path, row.Commit, row.Blob, refusal.Bytes, refusal.Code), refusal);
}
