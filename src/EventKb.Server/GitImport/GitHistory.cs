using System.Runtime.CompilerServices;
using System.Text;
using EventKb.Domain;
using EventKb.Server.Imports;

namespace EventKb.Server.GitImport;

/// <summary>
/// What a repository's first-parent line says about articles: which file is which article through renames, deletions and
/// re-creations, and when each row became true. Keeps only the live paths in memory.
/// </summary>
/// <param name="repository">The repository.</param>
/// <param name="language">Language of files that do not name theirs.</param>
/// <param name="now">The time of the import.</param>
/// <param name="warned">Told what git says beside the history.</param>
internal sealed class GitHistory(GitRepository repository, string language, DateTimeOffset now, Action<string>? warned = null)
{
    private const string RegularFile = "100";
    private readonly Dictionary<string, LiveFile> _live = new(StringComparer.Ordinal);
    private string? _commit;
    private int _ordinal;

    /// <summary>Number of articles that the history has shown so far, deleted ones included.</summary>
    public int Articles { get; private set; }

    /// <summary>The rows, oldest first.</summary>
    public async IAsyncEnumerable<HistoryRow> Rows([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var blobs = new GitBlobs(repository);
        await foreach (var change in GitLog.Read(repository, now, warned ?? (_ => { }), cancellation))
        {
            var (before, after) = (IsArticle(change.OldMode, change.OldPath), IsArticle(change.NewMode, change.NewPath));
            if ((!before && !after) || IsOnlyMode(change, before && after))
                continue;
            StartRow(change.Commit);
            var (kind, path) = (before, after) switch
            {
                (true, true) when change.OldPath != change.NewPath => (ImportChange.Renamed, change.NewPath),
                (true, true) => (ImportChange.Modified, change.NewPath),
                (false, _) => (ImportChange.Added, change.NewPath),
                _ => (ImportChange.Deleted, change.OldPath),
            };
            yield return await Interpret(change, kind, path, blobs, cancellation);
        }
    }

    private static bool IsArticle(string mode, GitText path) =>
        mode.StartsWith(RegularFile, StringComparison.Ordinal) && path.IsMarkdown;

    /// <summary>A file whose permissions alone changed says nothing about the article.</summary>
    private static bool IsOnlyMode(GitChange change, bool article) =>
        article && change.OldPath == change.NewPath && change.OldBlob == change.NewBlob;

    private void StartRow(GitCommit commit)
    {
        if (_commit != commit.Hash)
            (_commit, _ordinal) = (commit.Hash, 0);
        _ordinal++;
    }

    private async Task<HistoryRow> Interpret(
        GitChange change, ImportChange kind, GitText path, GitBlobs blobs, CancellationToken cancellation)
    {
        var file = Follow(change, kind, path.Text);
        if (kind == ImportChange.Deleted)
            return Importable(change, kind, path, file);
        var (size, bytes) = await blobs.Read(change.NewBlob, Limits.BodyBytes, cancellation);
        if (bytes is null)
            return NotTaken(change, kind, path, file, size, "body-too-large",
                $"The file has {size} bytes, more than the {Limits.BodyBytes} that an article's body may have; split it.");
        if (Decode(bytes) is not { } body)
            return NotTaken(change, kind, path, file, size, "not-utf8", "The file's text is not UTF-8; convert it in the repository.");
        _live[path.Text] = file with { TakenBlob = change.NewBlob };
        var about = MarkdownFile.Read(body, file.TitlePath, language);
        return Importable(change, kind, path, file, new ImportFile(body, about.Title, about.Kind, about.Language, about.Steward,
            about.NextReviewOn, file.TakenBlob == change.NewBlob));
    }

    /// <summary>
    /// Which article the row is about; a rename that leaves the text alone also leaves the path that stands in for a title.
    /// </summary>
    private LiveFile Follow(GitChange change, ImportChange kind, string path)
    {
        var known = kind == ImportChange.Added ? null : _live.GetValueOrDefault(change.OldPath.Text);
        if (known is null && kind != ImportChange.Deleted)
            Articles++;
        var file = known ?? new LiveFile(change.Commit.Hash, path, path);
        if (change.OldBlob != change.NewBlob)
            file = file with { TitlePath = path };
        if (kind is ImportChange.Deleted or ImportChange.Renamed)
            _live.Remove(change.OldPath.Text);
        if (kind != ImportChange.Deleted)
            _live[path] = file;
        return file;
    }

    private HistoryRow.Importable Importable(GitChange change, ImportChange kind, GitText path, LiveFile file, ImportFile? taken = null) =>
        new(new ImportRow(kind, change.Commit.Hash, _ordinal, path.Text, file.CreationCommit, file.CreationPath,
            change.Commit.AuthorName, change.Commit.AuthorEmail, change.Commit.AuthorTime ?? change.Commit.Latest, change.Commit.Latest, taken)
        {
            Message = change.Commit.Message,
            Blob = kind == ImportChange.Deleted ? null : change.NewBlob,
        });

    /// <summary>An article whose text cannot be taken still moves and says so; a file that has no article yet only counts.</summary>
    private HistoryRow NotTaken(GitChange change, ImportChange kind, GitText path, LiveFile file, long bytes, string code, string why) =>
        file.TakenBlob is null
            ? new HistoryRow.Unusable(new RejectedRow(change.Commit.Hash, path.Text, code.Replace('-', '_').ToUpperInvariant(), why))
            : new HistoryRow.Importable(Importable(change, kind, path, file).Row with { NotTaken = new(code, why, bytes) });

    private static string? Decode(byte[] bytes)
    {
        try
        {
            return Git.StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>A file of the tree, with the blob of its last row that could be taken.</summary>
    private sealed record LiveFile(string CreationCommit, string CreationPath, string TitlePath, string? TakenBlob = null);
}
