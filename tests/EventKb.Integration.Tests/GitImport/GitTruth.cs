using System.Text;
using CliWrap.Buffered;
using EventKb.Domain;
using EventKb.Server.GitImport;

namespace EventKb.Integration.Tests.GitImport;

/// <summary>
/// What git says of a bundle: read from its history file and from its objects, by other means than the importer's.
/// </summary>
internal sealed class GitTruth
{
    private readonly Dictionary<string, string> _texts;

    private GitTruth(string name, IReadOnlyList<HistoryLine> lines, Dictionary<string, string> texts) =>
        (Name, Lines, _texts) = (name, lines, texts);

    public string Name { get; }

    public IReadOnlyList<HistoryLine> Lines { get; }

    public static async Task<GitTruth> Read(string name)
    {
        using var repository = await GitRepository.Open(SharedData.Bundle(name), null, default);
        var lines = SharedData.History(name);
        var texts = new Dictionary<string, string>();
        foreach (var blob in lines.Where(l => l.Status != 'D').Select(l => l.NewBlob).Distinct())
            texts[blob] = Content.Sha256((await Git.Run("--git-dir", repository.GitFolder, "cat-file", "blob", blob)
                .ExecuteBufferedAsync(new UTF8Encoding(false))).StandardOutput);
        return new GitTruth(name, lines, texts);
    }

    /// <summary>Rows of each article that the history shows, articles in order of creation.</summary>
    public List<List<TruthRow>> Trails()
    {
        var (live, all) = (new Dictionary<string, List<TruthRow>>(), new List<List<TruthRow>>());
        foreach (var (line, at) in Timed())
        {
            if (line.Status == 'A')
                all.Add(live[line.NewPath] = []);
            var trail = live[line.Status == 'A' ? line.NewPath : line.OldPath];
            if (line.Status is 'D' or 'R')
                live.Remove(line.OldPath);
            if (line.Status == 'R')
                live[line.NewPath] = trail;
            var text = line.Status == 'D' || line.OldBlob == line.NewBlob ? null : _texts[line.NewBlob];
            trail.Add(new(at, line.Author, line.Status, line.Status == 'D' ? line.OldPath : line.NewPath, text));
        }

        return all;
    }

    /// <summary>
    /// Path and text digest of every file at a moment: after the last commit whose running maximum is not later.
    /// </summary>
    public SortedDictionary<string, string> TreeAt(DateTimeOffset moment)
    {
        var tree = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (line, _) in Timed().TakeWhile(l => l.At <= moment))
        {
            if (line.Status is 'D' or 'R')
                tree.Remove(line.OldPath);
            if (line.Status != 'D')
                tree[line.NewPath] = _texts[line.NewBlob];
        }

        return tree;
    }

    public IEnumerable<(HistoryLine Line, DateTimeOffset At)> Timed()
    {
        var latest = DateTimeOffset.MinValue;
        foreach (var line in Lines)
        {
            latest = line.AuthorTime > latest ? line.AuthorTime : latest;
            yield return (line, latest);
        }
    }
}

/// <summary>A row of an article's trail; the text is the new one's SHA-256, null where the text stays.</summary>
internal sealed record TruthRow(DateTimeOffset At, string Author, char Status, string Path, string? Text);
