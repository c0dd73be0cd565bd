
namespace EventKb.Server.GitImport;

/// <summary>A repository to read: a bare one, a work tree's, or a bundle's in a temporary clone that goes away again.</summary>
internal sealed partial class GitRepository : IDisposable
{
    private const string BundleMark = "# v";
    private readonly string? _temporary;

    private GitRepository(string gitFolder, (string? Commit, string? Name) head, string? temporary) =>
        (GitFolder, Head, Ref, _temporary) = (gitFolder, head.Commit, head.Name, temporary);

    /// <summary>Folder with the objects and refs.</summary>
    public string GitFolder { get; }

    /// <summary>The commit whose first-parent line is the history; null in a repository without commits.</summary>
    public string? Head { get; }

    /// <summary>Branch, tag or commit that was asked for, else the current branch; null where there is none.</summary>
    public string? Ref { get; }

    /// <summary>What the repository is called where it lies: the last part of its path, without what says that it is one.</summary>
    public static string NameOf(string path)
    {
        var whole = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var name = Path.GetFileName(whole) == ".git" ? Path.GetFileName(Path.GetDirectoryName(whole)!) : Path.GetFileName(whole);
        return Path.GetExtension(name) is ".git" or ".bundle" ? Path.GetFileNameWithoutExtension(name) : name;
    }

    /// <summary>Opens what is at a path, or says why it cannot be read.</summary>
    public static async Task<GitRepository> Open(string path, string? named, CancellationToken cancellation)
    {
        var whole = Path.GetFullPath(path);
        if (File.Exists(whole))
            return await OpenBundle(whole, named, cancellation);
        if (!Directory.Exists(whole))
            throw CannotGoOn.BadInput($"There is no {path}. Give a git repository, a work tree or a bundle.");
        var folder = await GitFolderOf(whole, cancellation)
            ?? throw CannotGoOn.BadInput($"{path} is not a git repository. Give a bare repository, a work tree or a bundle.");
        return new GitRepository(folder, await HeadOf(folder, path, named, cancellation), null);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_temporary is not null)
            Remove(_temporary);
    }

    private static async Task<string?> GitFolderOf(string folder, CancellationToken cancellation)
    {
        // Without a ceiling, git would take the repository around a folder that is none.
        var around = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder)) ?? folder;
        var found = await Git.Ask(
            Git.Run(around, ["rev-parse", "--absolute-git-dir"]).WithWorkingDirectory(folder), cancellation);
        return found.IsSuccess ? found.StandardOutput.TrimEnd('\r', '\n') : null;
    }

    private static async Task<GitRepository> OpenBundle(string file, string? named, CancellationToken cancellation)
    {
        if (!await IsBundle(file, cancellation))
            throw CannotGoOn.BadInput($"{file} is a file but not a git bundle. Give a git repository, a work tree or a bundle.");
        var temporary = Directory.CreateTempSubdirectory("eventkb-import-").FullName;
        try
        {
            var folder = Path.Combine(temporary, "bundle.git");
            var cloned = await Git.Ask(Git.Run("clone", "--quiet", "--bare", file, folder), cancellation);
            if (!cloned.IsSuccess)
                throw CannotGoOn.BadInput($"git cannot read the bundle {file}: {cloned.StandardError.Trim()}");
            return new GitRepository(folder, await HeadOf(folder, file, named, cancellation), temporary);
        }
        catch
        {
            Remove(temporary);
            throw;
        }
    }

    private static async Task<bool> IsBundle(string file, CancellationToken cancellation)
    {
        await using var stream = File.OpenRead(file);
        var start = new byte[BundleMark.Length];
        var read = await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellation);
        return read == start.Length && System.Text.Encoding.ASCII.GetString(start) == BundleMark;
    }

    private static async Task<(string? Commit, string? Name)> HeadOf(string folder, string path, string? named, CancellationToken cancellation)
    {
        if (named is not null)
            return await Resolve(folder, named, cancellation) is { } found ? (found, named)
                : throw CannotGoOn.BadInput($"{path} has no branch, tag or commit '{named}'.");
        var current = await Git.Ask(Git.Run("--git-dir", folder, "symbolic-ref", "--quiet", "--short", "HEAD"), cancellation);
        if (await Resolve(folder, "HEAD", cancellation) is { } head)
            return (head, current.IsSuccess ? current.StandardOutput.Trim() : head);
        var branches = await Git.Ask(
            Git.Run("--git-dir", folder, "for-each-ref", "--format=%(objectname) %(refname:short)", "refs/heads"), cancellation);
        if (!branches.IsSuccess)
            throw CannotGoOn.BadInput($"git cannot read {path}: {branches.StandardError.Trim()}");
        var lines = branches.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines switch
        {
            [] => (null, null),
            [var only] => (only.Split(' ')[0], only.Split(' ')[1]),
            _ => throw CannotGoOn.BadInput(
                $"{path} names no current branch (HEAD) and has {lines.Length}; name the one to import with --ref."),
        };
    }

    private static async Task<string?> Resolve(string folder, string name, CancellationToken cancellation)
    {
        var found = await Git.Ask(
            Git.Run("--git-dir", folder, "rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}"), cancellation);
        return found.IsSuccess ? found.StandardOutput.Trim() : null;
    }

    private static void Remove(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            File.SetAttributes(file, FileAttributes.Normal); // git's objects are read-only, which Windows would not delete
        Directory.Delete(folder, recursive: true);
    }
}
