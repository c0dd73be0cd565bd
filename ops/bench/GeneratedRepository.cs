using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace EventKb.Bench;

/// <summary>A generated knowledge base in git: every article is written once and revised a few times, in commits of a thousand rows.</summary>
internal static class GeneratedRepository
{
    private const int RowsPerCommit = 1_000;

    public static async Task Create(string path, int articles, int revisions)
    {
        await Git(path, null, "init", "--quiet", "--bare", path);
        await Git(path, stream => Write(stream, articles, revisions), "-C", path, "fast-import", "--quiet");
    }

    private static async Task Write(Stream stream, int articles, int revisions)
    {
        await using var text = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\n" };
        for (var row = 0; row < revisions; row++)
        {
            if (row % RowsPerCommit == 0)
                await Commit(text, row / RowsPerCommit);
            var (article, revision) = (row % articles, row / articles);
            var body = Body(article, revision);
            await text.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"M 100644 inline alerts/{article % 100:00}/article-{article}.md\n"));
            await text.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"data {Encoding.UTF8.GetByteCount(body)}\n{body}\n"));
        }
    }

    private static Task Commit(StreamWriter text, int commit)
    {
        var time = 1_600_000_000 + (commit * 3_600);
        return text.WriteAsync(string.Create(CultureInfo.InvariantCulture,
            $"commit refs/heads/main\ncommitter Author {commit % 40} <author{commit % 40}@example.org> {time} +0200\ndata 7\nrevise\n"));
    }

    private static string Body(int article, int revision)
    {
        var body = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"# Alert {article}\n\nRevision {revision}.\n\n## Meaning\n\n"));
        for (var line = 0; line < 12; line++)
            body.Append(CultureInfo.InvariantCulture,
                $"Step {line}: check the service {article * 31 % 977} and its dependency {(article + line) % 503}.\n");
        return body.ToString();
    }

    private static async Task Git(string path, Func<Stream, Task>? input, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { RedirectStandardInput = input is not null };
        using var git = Process.Start(start) ?? throw new InvalidOperationException("git did not start.");
        if (input is not null)
            await input(git.StandardInput.BaseStream);
        await git.WaitForExitAsync();
        if (git.ExitCode != 0)
            throw new InvalidOperationException($"git failed on {path} with exit code {git.ExitCode}.");
    }
}
