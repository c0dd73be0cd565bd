namespace EventKb.ReadModels.Sources;

/// <summary>A knowledge source as it stands at a pin.</summary>
/// <param name="Id">Stream of the source.</param>
/// <param name="Institution">Institution whose source it is.</param>
/// <param name="Version">Version of the stream at the pin.</param>
/// <param name="Repository">The repository's name.</param>
/// <param name="Ref">Branch, tag or commit that was read; null before anything was.</param>
/// <param name="Commit">The last commit imported.</param>
/// <param name="Through">Latest author time of the line up to it.</param>
/// <param name="Rewritten">True where the last import accepted a rewritten history.</param>
/// <param name="ImportedAt">When it was imported.</param>
public sealed record SourceRow(string Id, string Institution, long Version, string Repository, string? Ref, string? Commit,
    DateTimeOffset? Through, bool Rewritten, DateTimeOffset? ImportedAt);

/// <summary>A file of a source that could not be taken and has no article.</summary>
/// <param name="Path">Its path; bytes that are not UTF-8 as %XX.</param>
/// <param name="PathBytes">The path's bytes, base64; null where they are the text's.</param>
/// <param name="Commit">The commit that has it.</param>
/// <param name="Blob">Git's id of its bytes.</param>
/// <param name="Bytes">Their number.</param>
/// <param name="Reason">Why, as a code.</param>
/// <param name="Article">Stream of the article that it will be when it can be taken.</param>
public sealed record MissingFileRow(string Path, string? PathBytes, string Commit, string? Blob, long Bytes, string Reason, string Article);

/// <summary>Which sources are asked for; what is null asks nothing.</summary>
public sealed record KnowledgeSourceFilter
{
    /// <summary>Institution whose source it is.</summary>
    public string? Institution { get; init; }
}
