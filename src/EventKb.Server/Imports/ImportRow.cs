using System.Text.Json.Serialization;
using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Domain.Sources;

namespace EventKb.Server.Imports;

/// <summary>One row of another knowledge base's history: what one command brings into the ledger.</summary>
/// <param name="Change">What happened to the file.</param>
/// <param name="Commit">The commit, full object id.</param>
/// <param name="Ordinal">Place among the commit's rows, from 1.</param>
/// <param name="Path">The file's path after the change; for a deletion, the one it had.</param>
/// <param name="Article">The article's id among its institution's.</param>
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
    string Article,
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

    /// <summary>False for a file that cannot be taken and has no article yet: then its source says so.</summary>
    public bool HasArticle { get; init; } = true;

    /// <summary>The path's bytes as base64; null where they are the text's.</summary>
    public string? PathBytes { get; init; }

    /// <summary>Head of the rewritten line that the row was read from; null = it follows the rows before.</summary>
    public string? Rewritten { get; init; }

    /// <summary>The group whose shared mailbox the author's e-mail is; null = the author is a person.</summary>
    public string? AuthorGroup { get; init; }

    /// <summary>Stream of the article that the row is about.</summary>
    public StreamId ArticleOf(InstitutionCode institution) => new(institution, KnowledgeArticle.Category, Article);

    /// <summary>Stream that takes the row.</summary>
    public StreamId StreamIn(InstitutionCode institution, string repository) =>
        HasArticle ? ArticleOf(institution) : KnowledgeSource.StreamOf(institution, repository);
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
internal sealed record ImportRefusal(string Code, Wording Reason, long Bytes)
{
    /// <summary>The reason as reports name it.</summary>
    [JsonIgnore]
    public string Name => Code.Replace('-', '_').ToUpperInvariant();
}

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

    /// <summary>No row of the history: what could not be taken under that path was taken, or is gone from there.</summary>
    Settled,
}

/// <summary>What became of a row.</summary>
/// <param name="Commit">The row's commit.</param>
/// <param name="Ordinal">Its place among the commit's rows.</param>
/// <param name="Path">Its path.</param>
/// <param name="Article">Stream of the article, or of the source where there is no article.</param>
internal sealed record ImportAcknowledgement(string Commit, int Ordinal, string Path, string Article) : ImportAnswer
{
    /// <summary>True where the ledger does not tell of it, so that it has to be tried again.</summary>
    public bool IsOpen { get; init; }
}

/// <summary>Where an import stands in the ledger afterwards.</summary>
internal sealed record ImportHead(string Origin, long Size, string RootHash);
