using System.ComponentModel;
using System.Globalization;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading.Channels;
using CliWrap;
using EventKb.Domain;

namespace EventKb.Server.GitImport;

/// <summary>The first-parent line of a repository, or its end, oldest first, streamed from git without ever holding it whole.</summary>
/// <param name="now">An author time after it counts as this, since nothing occurs in the future.</param>
/// <param name="warned">Told what git says beside the history.</param>
/// <param name="after">Commit after which it is read; null = from its beginning.</param>
/// <param name="through">Latest author time of the line up to there.</param>
internal sealed class GitLine(DateTimeOffset now, Action<string> warned, string? after = null, DateTimeOffset? through = null)
{
    private static readonly long First = new DateTimeOffset(Limits.FirstDay, default, default).ToUnixTimeSeconds();
    private static readonly long AfterLast = new DateTimeOffset(Limits.LastDay.AddDays(1), default, default).ToUnixTimeSeconds();

    private const int Ahead = 256;

    /// <summary>Latest author time of the line as far as it is read; a commit without one counts as made then.</summary>
    public DateTimeOffset Through { get; private set; } = through ?? new(Limits.FirstDay, default, default);

    /// <summary>Every changed file of every commit, in git's order; renames are git's own.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="cancellation">Stops it.</param>
    public async IAsyncEnumerable<GitChange> Read(GitRepository repository, [EnumeratorCancellation] CancellationToken cancellation)
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

    private async Task Run(GitRepository repository, ChannelWriter<GitChange> changes, CancellationToken cancellation)
    {
        var problems = new StringBuilder();
        try
        {
            var ended = await Git.Run(
                    "--git-dir", repository.GitFolder, "log", "--reverse", "--first-parent", "--diff-merges=first-parent",
                    "--raw", "-z", "-M", "-l0", "--no-abbrev", "--no-ext-diff", "--no-show-signature", "--format=%H%x00%at%x00%an%x00%ae%x00%B",
                    after is null ? repository.Head! : $"{after}..{repository.Head}")
                .WithStandardOutputPipe(PipeTarget.Create((output, token) => Parse(output, changes, token)))
                .WithStandardErrorPipe(PipeTarget.ToStringBuilder(problems))
                .ExecuteAsync(cancellation);
            foreach (var line in problems.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                warned(line);
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

    /// <summary>Reads NUL-separated output: five fields a commit, then for each file its line and one or two paths.</summary>
    internal async Task Parse(Stream output, ChannelWriter<GitChange> changes, CancellationToken cancellation)
    {
        var fields = new NulFields(PipeReader.Create(output));
        GitCommit? commit = null;
        while (await fields.Next(cancellation) is { } field)
        {
            var text = field.Text.TrimStart('\n');
            if (text is not [':', ..])
            {
                var (time, name, email) = (ReadTime((await fields.Expect(cancellation)).Text), await fields.Expect(cancellation),
                    await fields.Expect(cancellation));
                var made = time < now ? time.Value : time is null ? Through : now;
                Through = made > Through ? made : Through;
                commit = new GitCommit(text, time, name.Text, email.Text, (await fields.Expect(cancellation)).Text, Through);
                continue;
            }

            var parts = text[1..].Split(' ');
            if (parts is not [var oldMode, var newMode, var oldBlob, var newBlob, [var status, ..]] || commit is null)
                throw new InvalidDataException($"git log printed '{text}', which is not its raw format.");
            var first = await fields.Expect(cancellation, isPath: true);
            var second = status is 'R' or 'C' ? await fields.Expect(cancellation, isPath: true) : first;
            await changes.WriteAsync(new(commit, status, oldMode, newMode, oldBlob, newBlob, first, second), cancellation);
        }
    }

    /// <summary>A time so far away that nothing may be dated then is none.</summary>
    private static DateTimeOffset? ReadTime(string seconds) =>
        long.TryParse(seconds, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var unix)
            && unix >= First && unix < AfterLast
            ? DateTimeOffset.FromUnixTimeSeconds(unix)
            : null;
}
