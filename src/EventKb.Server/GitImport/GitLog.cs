using System.ComponentModel;
using System.Globalization;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading.Channels;
using CliWrap;
using EventKb.Server.CommandLine;

namespace EventKb.Server.GitImport;

/// <summary>The first-parent line of a repository, oldest first, streamed from git without ever holding it whole.</summary>
internal static class GitLog
{
    private const int Ahead = 256;

    /// <summary>Every changed file of every commit, in git's order; renames are git's own.</summary>
    public static async IAsyncEnumerable<GitChange> Read(
        GitRepository repository, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (repository.Head is null)
            yield break;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var changes = Channel.CreateBounded<GitChange>(new BoundedChannelOptions(Ahead)
        {
            SingleReader = true,
            SingleWriter = true
        });
        var running = Run(repository, changes.Writer, stop.Token);
        try
        {
            await foreach (var change in changes.Reader.ReadAllAsync(cancellation))
                yield return change;
        }
        finally
        {
            await stop.CancelAsync();
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task Run(GitRepository repository, ChannelWriter<GitChange> changes, CancellationToken cancellation)
    {
        var problems = new StringBuilder();
        try
        {
            var ended = await Git.Run(
                    "--git-dir", repository.GitFolder, "log", "--reverse", "--first-parent", "--diff-merges=first-parent",
                        "--raw", "-z",
                    "-M", "-l5000", "--no-abbrev", "--no-ext-diff", "--no-show-signature", "--format=%H%x00%at%x00%an%x00%ae",
                    repository.Head!)
                .WithStandardOutputPipe(PipeTarget.Create((output, token) => Parse(output, changes, token)))
                .WithStandardErrorPipe(PipeTarget.ToStringBuilder(problems))
                .ExecuteAsync(cancellation);
            changes.Complete(ended.IsSuccess ? null
                : CannotGoOn.BadInput($"git cannot read the history: {problems.ToString().Trim()}"));
        }
        catch (Win32Exception)
        {
            changes.Complete(Git.Missing());
        }
        catch (Exception failure)
        {
            changes.Complete(failure);
        }
    }

    /// <summary>Reads NUL-separated output: four fields a commit, then for each file its line and one or two paths.</summary>
    internal static async Task Parse(Stream output, ChannelWriter<GitChange> changes, CancellationToken cancellation)
    {
        var fields = new NulFields(PipeReader.Create(output));
        GitCommit? commit = null;
        while (await fields.Next(cancellation) is { } field)
        {
            var text = field.Text.TrimStart('\n');
            if (text is not [':', ..])
            {
                var (time, name, email) = (await fields.Expect(cancellation), await fields.Expect(cancellation),
                    await fields.Expect(cancellation));
                commit = new GitCommit(text, ReadTime(time.Text), name.Text, email.Text);
                continue;
            }

            var parts = text[1..].Split(' ');
            if (parts is not [var oldMode, var newMode, var oldBlob, var newBlob, [var status, ..]] || commit is null)
                throw new InvalidDataException($"git log printed '{text}', which is not its raw format.");
            var first = await fields.Expect(cancellation);
            var second = status is 'R' or 'C' ? await fields.Expect(cancellation) : first;
            await changes.WriteAsync(new(commit, status, oldMode, newMode, oldBlob, newBlob, first, second), cancellation);
        }
    }

    private static DateTimeOffset? ReadTime(string seconds) =>
        long.TryParse(seconds, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var unix)
            && unix >= DateTimeOffset.MinValue.ToUnixTimeSeconds() && unix <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(unix)
            : null;
}
