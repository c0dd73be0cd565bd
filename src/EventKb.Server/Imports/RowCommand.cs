using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Domain.Sources;
using EventKb.Ledger;

namespace EventKb.Server.Imports;

/// <summary>What a row asks of its stream; a text that cannot be taken stops neither the article's move nor what comes later.</summary>
/// <param name="Command">The command.</param>
/// <param name="Refusal">Why the row's text is not in it; null where it is, or where there is none.</param>
internal sealed record RowCommand(Command Command, ImportRefusal? Refusal = null)
{
    public static RowCommand Of(InstitutionCode institution, string repository, ImportRow row)
    {
        if (row.Change == ImportChange.Settled)
            return new(new KnowledgeSourceCommand.SettleFile(repository, row.Path, row.Commit));
        if ((row.NotTaken ?? Mismatch(row) ?? WhyNot(row)) is { } refusal)
            return new(row.HasArticle
                ? new KnowledgeArticleCommand.SkipRevision(row.Path, row.Commit, row.Blob, refusal.Bytes, refusal.Code)
                : new KnowledgeSourceCommand.ReportFile(repository, row.Path, row.PathBytes, row.Commit, row.Blob, refusal.Bytes, refusal.Code,
                    row.ArticleOf(institution).Text), refusal);
        return new(row.File is { } file ? Import(row, file, repository)
            : new KnowledgeArticleCommand.RetireImported(row.Path, row.Commit));
    }

    /// <summary>Why what a row's file says can never be taken; null where it can.</summary>
    public static ImportRefusal? WhyNot(ImportRow row) =>
        row.File is { } file && KnowledgeArticle.CheckImport(Import(row, file, null)) is { } wrong
            ? new("invalid-text", wrong.Words, file.Body.Length)
            : null;

    /// <summary>What is said of the row to whoever sent it.</summary>
    public ImportAcknowledgement Acknowledge(ImportRow row, StreamId stream, CommandId id, CommandOutcome outcome)
    {
        var said = Of(row.Commit, row.Ordinal, row.Path, stream, id, outcome);
        return Refusal is null || said.Code is not null ? said
            : said with { Code = Refusal.Name, Reason = Refusal.Reason };
    }

    /// <summary>An outcome as it is told to an importer; what was refused has to be tried again.</summary>
    public static ImportAcknowledgement Of(string commit, int ordinal, string path, StreamId stream, CommandId id, CommandOutcome outcome) =>
        (ImportAcknowledgement)new ImportAcknowledgement(commit, ordinal, path, stream.Text)
        { CommandId = id.Value, IsOpen = outcome is CommandOutcome.Refused }.With(outcome);

    /// <summary>Whoever reads a text out of git by its id need not be asked; whoever sends one may have another.</summary>
    private static ImportRefusal? Mismatch(ImportRow row) =>
        row is { File: { } file, Blob: { } blob } && !GitBlobId.IsOf(blob, file.Body)
            ? new("blob-mismatch", "The text is not the one that its id names.", file.Body.Length)
            : null;

    private static KnowledgeArticleCommand.ImportRevision Import(ImportRow row, ImportFile file, string? repository) => new(
        file.Kind, file.Language, row.Path, row.Commit, row.SourceTime, new Content { Title = file.Title, Body = file.Body },
        StewardGroup: file.Steward, NextReviewOn: file.NextReviewOn, SameBody: file.SameBody, Blob: row.Blob, Repository: repository);
}
