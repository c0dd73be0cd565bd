namespace EventKb.ReadModels.KnowledgeArticles;

/// <summary>An article as it is at one version.</summary>
/// <param name="FirstPosition">Position of its first event: its place in every list, and the cursor.</param>
/// <param name="Id">Its stream id.</param>
/// <param name="Institution">Code of the institution it belongs to.</param>
/// <param name="Version">Version of the stream.</param>
/// <param name="Position">Position that recorded this version.</param>
/// <param name="ValidFrom">From when this version holds.</param>
/// <param name="Title">Title of the revision in use, or else of the newest; null when erased.</param>
/// <param name="Facts">What holds about it.</param>
public sealed record ArticleRow(
    long FirstPosition,
    string Id,
    string Institution,
    long Version,
    long Position,
    DateTimeOffset ValidFrom,
    string? Title,
    ArticleFacts Facts)
{
    /// <summary>The point on both axes at which this version is the answer, with what it was related and attached to then.</summary>
    internal Pin At => new(Position, ValidFrom, AtHead: false);
}
