using System.IO.Pipelines;
using System.Text;
using CliWrap;

namespace EventKb.Server.GitImport;

/// <summary>Where a commit stands to the line of a head.</summary>
internal enum PlaceOnLine
{
    /// <summary>On it.</summary>
    On,

    /// <summary>The head is older than the commit, which has it among its ancestors.</summary>
    Ahead,

    /// <summary>The line does not go through it: history was rewritten, or it is another one's.</summary>
    Off,
}

/// <content>Questions about lines and trees.</content>
internal sealed partial class GitRepository
{
    /// <summary>Where a commit stands to the first-parent line of the head.</summary>
    public async Task<PlaceOnLine> PlaceOf(string commit, CancellationToken cancellation)
    {
        if (commit == Head)
            return PlaceOnLine.On;
        if (await Resolve(GitFolder, commit, cancellation) is not { } found)
            return PlaceOnLine.Off;
        var (oldest, problems) = ((string?)null, new StringBuilder());
        var listed = await Git.Run("--git-dir", GitFolder, "rev-list", "--first-parent", "--parents", $"{found}..{Head}")
            .WithStandardOutputPipe(PipeTarget.ToDelegate(line => oldest = line))
            .WithStandardErrorPipe(PipeTarget.ToStringBuilder(problems)).ExecuteAsync(cancellation);
        if (!listed.IsSuccess)
            throw CannotGoOn.BadInput($"git cannot read the history: {problems.ToString().Trim()}");
        if (oldest?.Split(' ') is [_, var parent, ..] && parent == found)
            return PlaceOnLine.On;
        var older = await Git.Ask(Git.Run("--git-dir", GitFolder, "merge-base", "--is-ancestor", Head!, found), cancellation);
        return older.IsSuccess ? PlaceOnLine.Ahead : PlaceOnLine.Off;
    }

    /// <summary>Ids of the files' bytes by path, as a commit has them; null where the repository does not have it any more.</summary>
    public async Task<IReadOnlyDictionary<string, string>?> Tree(string commit, CancellationToken cancellation)
    {
        if (await Resolve(GitFolder, commit, cancellation) is not { } found)
            return null;
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        var listed = await Git.Run("--git-dir", GitFolder, "ls-tree", "-r", "-z", "--full-tree", "--format=%(objectname)%x00%(path)", found)
            .WithStandardOutputPipe(PipeTarget.Create((output, token) => Read(output, files, token))).ExecuteAsync(cancellation);
        return listed.IsSuccess ? files : null;
    }

    private static async Task Read(Stream output, Dictionary<string, string> files, CancellationToken cancellation)
    {
        var fields = new NulFields(PipeReader.Create(output));
        while (await fields.Next(cancellation) is { } blob)
            files[(await fields.Expect(cancellation, isPath: true)).Text] = blob.Text;
    }
}
