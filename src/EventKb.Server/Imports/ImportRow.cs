using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;

namespace EventKb.Server.Imports;

/// <summary>One row of another knowledge base's history: what one command brings into the ledger.</summary>
/// <param name="Change">What happened to the file.</param>
/// <param name="Commit">The commit, full object id.</param>
/// <param name="Ordinal">Place among the commit's rows, from 1.</param>
/// <param name="Path">The file's path after the change; for a deletion, the one it had.</param>
/// <param name="CreationCommit">Commit that created the article's file.</param>
/// <param name="CreationPath">Path at which it was created.</param>
/// <param name="AuthorName">The author's name, as the source has it.</param>
/// <param name="AuthorEmail">The author's e-mail, as the source has it.</param>
/// <param name="SourceTime">The author's time.</param>
/// <param name="OccurredAt">Running maximum of the author times along the history.</param>
/// <param name="File">The file after the change; null for a deletion.</param>
internal sealed record ImportRow(
    ImportChange Change,
    string Commit,
    int Ordinal,
    string Path,
    string CreationCommit,
    string CreationPath,
    string AuthorName,
    string AuthorEmail,
    DateTimeOffset SourceTime,
    DateTimeOffset OccurredAt,
    ImportFile? File = null)
{
    /// <summary>Git's id of the file's bytes; null for a deletion.</summary>
    public string? Blob { get; init; }

    /// <summary>Why the file's text is not given, where it cannot be taken.</summary>
    public ImportRefusal? NotTaken { get; init; }

    /// <summary>The author's own account of the change: the commit's whole message.</summary>
    public string? Message { get; init; }

    /// <summary>Stream of the article that the row is about: the one whose file the commit of its creation made.</summary>
    public StreamId ArticleOf(InstitutionCode institution) =>
        KnowledgeArticle.IdFromGit(institution, CreationCommit, CreationPath);
}

/// <summary>A file's text and what it says about itself.</summary>
/// <param name="Body">The text.</param>
/// <param name="Title">Its title.</param>
/// <param name="Kind">Kind of the article.</param>
/// <param name="Language">Its language.</param>
/// <param name="Steward">Who keeps it up, where it says so.</param>
/// <param name="NextReviewOn">When it is to be reviewed, where it says so.</param>
/// <param name="SameBody">True where the article's row before this one had the same text.</param>
internal sealed record ImportFile(string Body, string Title, ArticleKind Kind, string Language, string? Steward = null,
    DateOnly? NextReviewOn = null, bool SameBody = false);

/// <summary>Why a text cannot be taken.</summary>
/// <param name="Code">The reason as a code, lower-case words joined by hyphens.</param>
/// <param name="Reason">The reason in words.</param>
/// <param name="Bytes">Size of the text.</param>
internal sealed record ImportRefusal(string Code, string Reason, long Bytes);

/// <summary>What happened to a file.</summary>
internal enum ImportChange
{
    /// <summary>It appeared.</summary>
    Added,

    /// <summary>Its text changed.</summary>
    Modified,

    /// <summary>It was deleted.</summary>
    Deleted,

    /// <summary>Its path changed, and perhaps its text.</summary>
    Renamed,
}

/// <summary>What became of a row: recorded, recorded before, or refused.</summary>
/// <param name="Commit">The row's commit.</param>
/// <param name="Ordinal">Its place among the commit's rows.</param>
/// <param name="Path">Its path.</param>
/// <param name="Article">Stream of the article.</param>
/// <param name="CommandId">The command that the row became.</param>
/// <param name="Events">Events that are in the ledger because of it; 0 where there was nothing new to say.</param>
/// <param name="FirstPosition">Position of the first of them; 0 where there is none.</param>
/// <param name="LastPosition">Position of the last of them; 0 where there is none.</param>
/// <param name="Repeated">True where an earlier run had recorded it.</param>
/// <param name="Code">Why it was not taken, or not its text; null where it was taken.</param>
/// <param name="Reason">The same in words.</param>
internal sealed record ImportAcknowledgement(
    string Commit,
    int Ordinal,
    string Path,
    string Article,
    string CommandId,
    int Events,
    long FirstPosition,
    long LastPosition,
    bool Repeated,
    string? Code = null,
    string? Reason = null);

/// <summary>Where an import stands in the ledger afterwards.</summary>
internal sealed record ImportHead(string Origin, long Size, string RootHash);
