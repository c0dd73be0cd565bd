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
    GitCommit Commit, char Status, string OldMode, string NewMode, string OldBlob, string NewBlob, GitText OldPath,
        GitText NewPath);

/// <summary>A text as git has it; in a path, bytes that are no text are written as %XX.</summary>
internal readonly record struct GitText(string Text)
{
    /// <summary>True for the files that become articles.</summary>
    public bool IsMarkdown =>
        Text.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
            || Text.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase);
}
