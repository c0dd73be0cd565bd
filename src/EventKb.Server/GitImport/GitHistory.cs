using System.Runtime.CompilerServices;
using System.Text;
using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Server.Imports;

namespace EventKb.Server.GitImport;

/// <summary>
/// What a repository's first-parent line says about articles: which file is which article through renames, deletions and
/// re-creations, and when each row became true. Keeps only the live paths in memory.
/// </summary>
/// <param name="repository">The repository.</param>
/// <param name="order">What is imported, and as whose.</param>
/// <param name="line">The part of the line that is read.</param>
/// <param name="known">The files that are there where it begins.</param>
internal sealed class GitHistory(
    GitRepository repository, ImportOrder order, GitLine line, Dictionary<string, LiveFile> known)
{
    private readonly Dictionary<string, LiveFile> _live = known;
    private string? _commit;
    private int _ordinal;

    /// <summary>Number of articles that the history has shown so far, deleted ones included.</summary>
    public int Articles { get; private set; }

    /// <summary>The rows, oldest first.</summary>
    public async IAsyncEnumerable<ImportRow> Rows([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var blobs = new GitBlobs(repository);
        await foreach (var change in line.Read(repository, cancellation))
        {
            if (change.IsNothing)
                continue;
            StartRow(change.Commit);
            foreach (var row in await Interpret(change, blobs, cancellation))
                yield return row;
        }
    }

    /// <summary>
    /// The rows that bring what is here to what the end of the line has, where the line does not go through the commit that was read last.
    /// </summary>
    public async IAsyncEnumerable<ImportRow> RowsOfRewritten(string former, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var blobs = new GitBlobs(repository);
        var tree = await RewrittenTree.Read(repository, line, former, cancellation);
        foreach (var change in tree.Changes(_live.Keys))
        {
            StartRow(change.Commit);
            var known = _live.ContainsKey(change.OldPath.Text) ? change : change.AsNew();
            foreach (var row in await Interpret(known, blobs, cancellation, repository.Head))
                yield return row with { Rewritten = repository.Head };
        }
    }

    private void StartRow(GitCommit commit)
    {
        if (_commit != commit.Hash)
            (_commit, _ordinal) = (commit.Hash, 0);
        _ordinal++;
    }

    private async Task<IReadOnlyList<ImportRow>> Interpret(GitChange change, GitBlobs blobs, CancellationToken cancellation, string? madeBy = null)
    {
        var before = change.Kind == ImportChange.Added ? null : _live.GetValueOrDefault(change.OldPath.Text);
        _live.Remove(change.OldPath.Text);
        if (change.Kind == ImportChange.Deleted)
            return before is null ? [] : [before.IsTaken ? Row(change, before.Article) : Settled(change, change.OldPath)];
        if (before is null)
            Articles++;
        var article = before?.Article ?? KnowledgeArticle.IdFromGit(order.Institution, madeBy ?? change.Commit.Hash, change.NewPath.Text).Id;
        var row = await Read(Row(change, article), change, before, blobs, cancellation);
        _live[change.NewPath.Text] = new(article, row.HasArticle);
        return before is { IsTaken: false } && (row.HasArticle || change.Kind == ImportChange.Renamed)
            ? [row, Settled(change, change.OldPath)] : [row];
    }

    /// <summary>The row with its file's text, or with why that cannot be taken.</summary>
    private async Task<ImportRow> Read(ImportRow row, GitChange change, LiveFile? before, GitBlobs blobs, CancellationToken cancellation)
    {
        var (size, bytes) = await blobs.Read(change.NewBlob, Limits.BodyBytes, cancellation);
        ImportRefusal refusal;
        if (bytes is null)
            refusal = new("body-too-large",
                $"The file has {size} bytes, more than the {Limits.BodyBytes} that an article's body may have; split it.", size);
        else if (Decode(bytes) is not { } body)
            refusal = new("not-utf8", "The file's text is not UTF-8; convert it in the repository.", size);
        else
        {
            var about = MarkdownFile.Read(body, row.Path, order.Language, order.Map);
            var taken = By(row, about.Author) with
            {
                File = new ImportFile(body, about.Title, about.Kind, about.Language, about.Steward, about.NextReviewOn,
                    SameBody: before is { IsTaken: true } && change.OldBlob == change.NewBlob),
            };
            if (RowCommand.WhyNot(taken) is not { } wrong)
                return taken;
            refusal = wrong with { Bytes = size };
        }

        return row with { NotTaken = refusal, HasArticle = before is { IsTaken: true } };
    }

    private ImportRow Row(GitChange change, string article) => new(change.Kind, change.Commit.Hash, _ordinal, change.Path.Text, article,
        change.Commit.AuthorName, change.Commit.AuthorEmail, change.Commit.AuthorTime ?? change.Commit.Latest, change.Commit.Latest)
    {
        AuthorGroup = order.Map.Groups.GetValueOrDefault(change.Commit.AuthorEmail.Trim()),
        Message = change.Commit.Message,
        Blob = change.Kind == ImportChange.Deleted ? null : change.NewBlob,
        PathBytes = change.Path.Bytes,
    };

    /// <summary>The row with the author that its file names, and with the group where that is a shared mailbox.</summary>
    private ImportRow By(ImportRow row, string? author)
    {
        var (name, email) = author is null ? (row.AuthorName, row.AuthorEmail)
            : author.Split('<', 2) is [var who, var mail] ? (who.Trim(), mail.TrimEnd().TrimEnd('>').Trim())
            : author.Contains('@', StringComparison.Ordinal) ? ("", author) : (author, "");
        return row with { AuthorName = name, AuthorEmail = email, AuthorGroup = order.Map.Groups.GetValueOrDefault(email.Trim()) };
    }

    private ImportRow Settled(GitChange change, GitText path) =>
        Row(change, "") with { Change = ImportChange.Settled, Path = path.Text, PathBytes = path.Bytes, Blob = null, HasArticle = false };

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
}

/// <summary>A file of the tree: its article's id, and whether a text of it was ever taken, without which there is no article yet.</summary>
internal sealed record LiveFile(string Article, bool IsTaken);
