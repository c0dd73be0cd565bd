using System.Text;
using CliWrap;
using EventKb.Domain;
using EventKb.Server.GitImport;

namespace EventKb.Integration.Tests.GitImport;

/// <summary>
/// A repository written with <c>git fast-import</c>, and what follows for its articles from what was written, without asking git. In a path
/// <c>é</c> stands for the byte E9, which is no UTF-8.
/// </summary>
internal sealed class GeneratedHistory : IDisposable
{
    private readonly Dictionary<string, Article> _files = new(StringComparer.Ordinal);
    private readonly MemoryStream _script = new();
    private DateTimeOffset _latest = DateTimeOffset.MinValue;

    public GeneratedHistory() => Server.GitImport.Git.Run("init", "--quiet", "--bare", "--initial-branch=main", Folder).ExecuteAsync().Task.Wait();

    public string Folder { get; } = Directory.CreateTempSubdirectory("eventkb-test-").FullName;

    /// <summary>Every article of the main line, in order of the first row that was taken.</summary>
    public List<Article> Articles { get; } = [];

    /// <summary>Paths of files without article.</summary>
    public IEnumerable<string> Missing => _files.Where(file => file.Value.Rows.Count == 0).Select(file => Shown(file.Key)).Order(StringComparer.Ordinal);

    /// <summary>Text digests by path of the files that have an article.</summary>
    public SortedDictionary<string, string> Tree => new(_files.Where(file => file.Value.Rows.Count > 0)
        .ToDictionary(file => Shown(file.Key), file => file.Value.Rows[^1].Sha!), StringComparer.Ordinal);

    /// <summary>A commit of the main line.</summary>
    public void Commit(DateTimeOffset at, string author, IEnumerable<Edit> edits, string? from = null, string? merge = null)
    {
        Write("main", at, author, edits, from, merge);
        _latest = at > _latest ? at : _latest;
        var email = author.Split('<', '>')[1].ToLowerInvariant();
        foreach (var edit in edits)
            Take(edit, new Row('?', "", null, email, _latest));
    }

    /// <summary>A commit beside it.</summary>
    public void CommitBeside(string branch, DateTimeOffset at, string author, IEnumerable<Edit> edits, string? from = null) =>
        Write(branch, at, author, edits, from, null);

    /// <summary>Hands everything written since the last time to git, also where it takes a branch elsewhere.</summary>
    public async Task Store()
    {
        _script.Position = 0;
        var stored = await Git.Run("--git-dir", Folder, "fast-import", "--quiet", "--force")
            .WithStandardInputPipe(PipeSource.FromStream(_script)).ExecuteAsync();
        Assert.True(stored.IsSuccess);
        _script.SetLength(0);
    }

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
            File.SetAttributes(file, FileAttributes.Normal);
        Directory.Delete(Folder, recursive: true);
        _script.Dispose();
    }

    private void Take(Edit edit, Row row)
    {
        if (!edit.Path.EndsWith(".md", StringComparison.Ordinal))
            return;
        var article = _files.GetValueOrDefault(edit.From ?? edit.Path) ?? new Article();
        var (isKnown, isRefused) = (article.Rows.Count > 0, edit.Text is [0xFF, ..]);
        var sha = edit.Text is null || isRefused ? null : Content.Sha256(Encoding.UTF8.GetString(edit.Text));
        _files.Remove(edit.From ?? edit.Path);
        if (!edit.IsGone)
            _files[edit.Path] = article;
        if (!isKnown && sha is null)
            return;
        if (!isKnown)
            Articles.Add(article);
        article.Rows.Add(row with
        {
            Status = edit.IsGone ? 'D' : edit.From is not null ? 'R' : isKnown ? 'M' : 'A',
            Path = Shown(edit.Path),
            Said = isRefused ? "refused" : sha ?? "-",
            Sha = sha ?? article.Rows[^1].Sha,
        });
    }

    private void Write(string branch, DateTimeOffset at, string author, IEnumerable<Edit> edits, string? from, string? merge)
    {
        var time = at.ToUnixTimeSeconds();
        Line($"commit refs/heads/{branch}\nauthor {author} {time} +0000\ncommitter c <c@example.invalid> {time} +0000\ndata 1\nx");
        foreach (var (word, commit) in new[] { ("from", from), ("merge", merge) })
            if (commit is not null)
                Line($"{word} {commit}");
        foreach (var edit in edits)
            if (edit.Text is { } text)
            {
                Line($"M 100644 inline {edit.Path}\ndata {text.Length}");
                _script.Write(text);
                Line("");
            }
            else
                Line(edit.IsGone ? $"D {edit.Path}" : $"R {edit.From} {edit.Path}");
    }

    private void Line(string line) => _script.Write(Encoding.Latin1.GetBytes(line + "\n"));

    private static string Shown(string path) => path.Replace("é", "%E9", StringComparison.Ordinal);

    /// <summary>One file written, moved or removed.</summary>
    public sealed record Edit(string Path, byte[]? Text = null, string? From = null, bool IsGone = false)
    {
        public static Edit Put(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

        public static Edit Spoil(string path) => new(path, [0xFF, .. Encoding.Latin1.GetBytes(path)]);

        public static Edit Move(string from, string path) => new(path, From: from);

        public static Edit Remove(string path) => new(path, IsGone: true);
    }

    /// <summary>An article with what its rows must be.</summary>
    public sealed class Article
    {
        public List<Row> Rows { get; } = [];

        /// <summary>The row that holds at a moment; null = there is none yet.</summary>
        public Row? At(DateTimeOffset moment) => Rows.LastOrDefault(row => row.At <= moment);

        public override string ToString() => string.Join('\n', Rows.Select(row => $"{row.Status} {row.Path} {row.Said} {row.Email} {row.At:O}"));
    }

    /// <summary>What a commit did to an article; <c>Sha</c> is what is in use after it.</summary>
    public sealed record Row(char Status, string Path, string? Sha, string Email, DateTimeOffset At)
    {
        public string Said { get; init; } = "";
    }
}
