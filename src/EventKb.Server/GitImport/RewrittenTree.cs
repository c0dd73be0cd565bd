namespace EventKb.Server.GitImport;

/// <summary>The files at the end of a rewritten line, each with the change that made it what it is.</summary>
internal sealed class RewrittenTree
{
    private readonly Dictionary<string, (GitChange Change, long Place)> _files = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, string>? _before;
    private GitChange? _last;

    private RewrittenTree(IReadOnlyDictionary<string, string>? before) => _before = before;

    /// <summary>Reads a line from its beginning.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="line">The line.</param>
    /// <param name="former">The last commit of the former line.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<RewrittenTree> Read(GitRepository repository, GitLine line, string former, CancellationToken cancellation)
    {
        var (tree, place) = (new RewrittenTree(await repository.Tree(former, cancellation)), 0L);
        await foreach (var change in line.Read(repository, cancellation))
        {
            tree._last = change;
            if (change.IsNothing)
                continue;
            tree._files.Remove(change.OldPath.Text);
            if (change.IsArticle)
                tree._files[change.NewPath.Text] = (change, place++);
        }

        return tree;
    }

    /// <summary>What is there, in the order of the line, then what is gone of the files that were here.</summary>
    public IEnumerable<GitChange> Changes(IEnumerable<string> here)
    {
        var gone = here.Where(path => !_files.ContainsKey(path)).Order(StringComparer.Ordinal).ToList();
        foreach (var (change, _) in _files.Values.OrderBy(file => file.Place))
            yield return change with { OldMode = change.NewMode, OldPath = change.NewPath, OldBlob = BlobBefore(change) };
        foreach (var path in gone)
            if (_last is { } last)
                yield return last with { OldMode = GitChange.FileMode, NewMode = GitChange.NoMode, OldPath = new(path), NewPath = new(path) };
    }

    /// <summary>Where git no longer has what was there before, an erased text must not come back with a file that may be the same.</summary>
    private string BlobBefore(GitChange change) =>
        _before is null ? change.NewBlob : _before.GetValueOrDefault(change.NewPath.Text, "");
}
