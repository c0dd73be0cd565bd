using EventKb.Server.Imports;

namespace EventKb.Server.GitImport;

/// <summary>A commit of the first-parent line.</summary>
/// <param name="Hash">Its full object id.</param>
/// <param name="AuthorTime">When its author made it; null where the commit does not say.</param>
/// <param name="AuthorName">Name of the author, as written in the commit.</param>
/// <param name="AuthorEmail">E-mail of the author, as written in the commit.</param>
/// <param name="Message">The whole message.</param>
/// <param name="Latest">Latest author time of the line up to here, commits that change no article included.</param>
internal sealed record GitCommit(string Hash, DateTimeOffset? AuthorTime, string AuthorName, string AuthorEmail, string Message,
    DateTimeOffset Latest);

/// <summary>One file that a commit changed, as <c>git log --raw</c> has it.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="Status">A, M, D, R or T.</param>
/// <param name="OldMode">File mode before, 000000 = not there.</param>
/// <param name="NewMode">File mode after, 000000 = not there.</param>
/// <param name="OldBlob">Object id of the content before.</param>
/// <param name="NewBlob">Object id of the content after.</param>
/// <param name="OldPath">Path before; equal to the new one unless it was renamed.</param>
/// <param name="NewPath">Path after.</param>
internal sealed record GitChange(
    GitCommit Commit, char Status, string OldMode, string NewMode, string OldBlob, string NewBlob, GitText OldPath, GitText NewPath)
{
    /// <summary>The mode of a file that is not there.</summary>
    public const string NoMode = "000000";

    /// <summary>The mode of a file.</summary>
    public const string FileMode = "100644";

    private const string RegularFile = "100";

    /// <summary>True where no article was or is there, or a file's permissions alone changed.</summary>
    public bool IsNothing => (!WasArticle && !IsArticle) || (WasArticle && IsArticle && OldPath == NewPath && OldBlob == NewBlob);

    /// <summary>What happened to the article; a file that becomes one, or is one no more, appears and goes.</summary>
    public ImportChange Kind => (WasArticle, IsArticle) switch
    {
        (true, true) => OldPath == NewPath ? ImportChange.Modified : ImportChange.Renamed,
        (false, _) => ImportChange.Added,
        _ => ImportChange.Deleted,
    };

    /// <summary>Path after the change; of what is gone, the one it had.</summary>
    public GitText Path => Kind == ImportChange.Deleted ? OldPath : NewPath;

    /// <summary>True where an article is there after the change.</summary>
    public bool IsArticle => Is(NewMode, NewPath);

    /// <summary>True where an article was there before it.</summary>
    public bool WasArticle => Is(OldMode, OldPath);

    /// <summary>The same file, as if it had not been there before.</summary>
    public GitChange AsNew() => this with { OldMode = NoMode, OldPath = NewPath };

    private static bool Is(string mode, GitText path) => mode.StartsWith(RegularFile, StringComparison.Ordinal) && path.IsMarkdown;
}

/// <summary>A text as git has it; in a path, bytes that are no text are written as %XX.</summary>
/// <param name="Text">The text.</param>
/// <param name="Bytes">A path's bytes as base64; null where they are the text's.</param>
internal readonly record struct GitText(string Text, string? Bytes = null)
{
    /// <summary>True for the files that become articles.</summary>
    public bool IsMarkdown =>
        Text.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
            || Text.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase);
}
