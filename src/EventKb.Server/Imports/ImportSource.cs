namespace EventKb.Server.Imports;

/// <summary>How far a source was imported.</summary>
/// <param name="ReadUpTo">Position at which the articles were what the source has at that commit.</param>
/// <param name="Missing">Files that have no article.</param>
/// <param name="Commit">The last commit imported; null = nothing was.</param>
/// <param name="Ref">Branch, tag or commit that was read.</param>
/// <param name="Through">Latest author time of the line up to it.</param>
internal sealed record ImportSource(
    long ReadUpTo, IReadOnlyList<SourceFile> Missing, string? Commit = null, string? Ref = null, DateTimeOffset? Through = null);

/// <summary>A file of a source and the article that it is, or will be.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Article">The article's id among its institution's.</param>
/// <param name="Repository">The source's name.</param>
internal sealed record SourceFile(string Path, string Article, string? Repository = null);

/// <summary>Everything up to a commit is imported.</summary>
/// <param name="Ref">Branch, tag or commit that was read.</param>
/// <param name="Commit">The last commit.</param>
/// <param name="Through">Latest author time of the line up to it.</param>
/// <param name="After">Commit up to which it had been imported before; null = never.</param>
/// <param name="Rewritten">True where the line no longer has that one, which was accepted.</param>
internal sealed record ImportCompletion(string Ref, string Commit, DateTimeOffset Through, string? After = null, bool Rewritten = false);
