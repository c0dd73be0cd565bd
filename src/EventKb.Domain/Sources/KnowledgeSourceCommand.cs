namespace EventKb.Domain.Sources;

/// <summary>Commands of an importer on its source.</summary>
/// <param name="Repository">The source's name.</param>
public abstract record KnowledgeSourceCommand(string Repository) : Command
{
    /// <inheritdoc/>
    public override StreamId? Home(InstitutionCode institution) => KnowledgeSource.StreamOf(institution, Repository);

    /// <summary>Everything up to a commit is imported.</summary>
    /// <param name="Repository">The source's name.</param>
    /// <param name="Ref">Branch, tag or commit that was read.</param>
    /// <param name="Commit">The last commit read, full object id.</param>
    /// <param name="Through">Latest author time of the line up to it.</param>
    /// <param name="After">Commit up to which it had been imported before; null = never.</param>
    /// <param name="Rewritten">True where the line no longer has that one, which was accepted.</param>
    public sealed record RecordImport(string Repository, string Ref, string Commit, DateTimeOffset Through, string? After, bool Rewritten)
        : KnowledgeSourceCommand(Repository);

    /// <summary>A file cannot be taken and has no article yet.</summary>
    /// <param name="Repository">The source's name.</param>
    /// <param name="Path">Its path; bytes that are not UTF-8 as %XX.</param>
    /// <param name="PathBytes">Its path's bytes, base64; null where they are the text's UTF-8.</param>
    /// <param name="Commit">The commit that has it.</param>
    /// <param name="Blob">Git's id of its bytes.</param>
    /// <param name="Bytes">Their number.</param>
    /// <param name="Reason">Why, as a code.</param>
    /// <param name="Article">Stream of the article that it will be when it can be taken.</param>
    public sealed record ReportFile(string Repository, string Path, string? PathBytes, string Commit, string? Blob, long Bytes, string Reason,
        string Article) : KnowledgeSourceCommand(Repository);

    /// <summary>A file that could not be taken was taken, or is gone from that path.</summary>
    public sealed record SettleFile(string Repository, string Path, string Commit) : KnowledgeSourceCommand(Repository);
}
