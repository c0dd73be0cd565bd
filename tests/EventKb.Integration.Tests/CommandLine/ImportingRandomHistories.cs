using EventKb.Domain;
using EventKb.Faults;
using EventKb.Integration.Tests.GitImport;
using EventKb.Ledger;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.Integration.Tests.CommandLine;

/// <summary>
/// Repositories in which files are written, moved over each other, swapped, linked and deleted at random, imported now and then
/// as they grow: in the end the articles are the files that git has.
/// </summary>
public sealed class ImportingRandomHistories : IDisposable
{
    private const int Commits = 12;
    private static readonly string[] Names = ["a.md", "b.md", "A.md", "d/a.md", "d/b.markdown", "c.txt", "x y/ē.md"];
    private readonly CommandLineRun _run = new();
    private readonly ScratchRepository _scratch = new();
    private readonly List<string> _done = [];

    public void Dispose()
    {
        _run.Dispose();
        _scratch.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Ends_with_the_files_that_git_has(int seed)
    {
        var random = new Random(seed);
        for (var commit = 0; commit < Commits; commit++)
        {
            for (var edits = random.Next(1, 4); edits > 0; edits--)
                await Edit(random);
            await _scratch.Commit((commit * 10) - random.Next(20), random.Next(2) == 0 ? "Anna" : "Berta");
            if (commit % 5 == 4)
                await Import();
        }

        await Import();
        await Import();
        Assert.Equal("0", _run.Said("events appended"));
        var (files, articles) = (await Files(), await Articles());
        Assert.True(files.SequenceEqual(articles),
            $"{string.Join('\n', files)}\nin git, but\n{string.Join('\n', articles)}\nafter {string.Join("; ", _done)}");

        await Import("whole");
        Assert.Equal(StoredEvents.ByStream(await StoredEvents.Read(_run.At("whole"))), StoredEvents.ByStream(await StoredEvents.Read(_run.At("data"))));
    }

    private async Task Edit(Random random)
    {
        var (kind, name, other) = (random.Next(7), Names[random.Next(Names.Length)], Any(random));
        var path = Path.Combine(_scratch.Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        switch (kind)
        {
            case 0 or 1:
                File.Delete(path);
                await _scratch.Write(name, Text(random.Next(3)));
                break;
            case 2 when IsFile(path):
                await File.AppendAllTextAsync(path, $"more {_done.Count}\n");
                break;
            case 3 when other is not null:
                File.Delete(other);
                break;
            case 4 when other is not null && other != path:
                File.Move(other, path, overwrite: true);
                break;
            case 5 when other is not null && other != path && Path.Exists(path):
                File.Move(other, other + ".swap");
                File.Move(path, other);
                File.Move(other + ".swap", path);
                break;
            case 6 when IsFile(path):
                File.Delete(path);
                File.CreateSymbolicLink(path, "c.txt");
                break;
        }

        _done.Add($"{kind} {name} {other}");
    }

    private string? Any(Random random)
    {
        var files = Names.Select(name => Path.Combine(_scratch.Folder, name))
            .Where(path => new FileInfo(path) is { LinkTarget: not null } or { Exists: true }).ToList();
        return files.Count == 0 ? null : files[random.Next(files.Count)];
    }

    private static bool IsFile(string path) => new FileInfo(path) is { Exists: true, LinkTarget: null };

    private static string Text(int number) => string.Concat(Enumerable.Range(0, 30).Select(line => $"line {line} of {number}\n"));

    private async Task Import(string data = "data") =>
        Assert.Equal(0, await _run.Run("import", "git", _scratch.Folder, "--institution", "X", "--data", _run.At(data)));

    /// <summary>Markdown files, no links, as git lists them, with digests of what they hold.</summary>
    private async Task<List<string>> Files()
    {
        var files = new List<string>();
        foreach (var line in (await _scratch.Git("ls-tree", "-r", "-z", "HEAD")).Split('\0', StringSplitOptions.RemoveEmptyEntries))
            if (line.StartsWith("100", StringComparison.Ordinal) && line.Split('\t')[1] is var path
                && Path.GetExtension(path) is ".md" or ".markdown")
                files.Add($"{path} {Content.Sha256(await File.ReadAllTextAsync(Path.Combine(_scratch.Folder, path)))}");
        return [.. files.Order(StringComparer.Ordinal)];
    }

    /// <summary>Articles that are not retired, with digests of their texts.</summary>
    private async Task<List<string>> Articles()
    {
        await using var ledger = await EmbeddedLedger.Open(_run.At("data"), new LedgerOptions());
        var articles = new Dictionary<string, (string Path, string Body)>();
        foreach (var happened in await ledger.Feed.Read(0, 10_000))
            switch (happened.Recorded.Event)
            {
                case RevisionImported imported:
                    articles[happened.Recorded.Stream.Text] = (imported.SourcePath, Content.Sha256(happened.Content!.Body!));
                    break;
                case Moved moved:
                    articles[happened.Recorded.Stream.Text] = articles[happened.Recorded.Stream.Text] with { Path = moved.ToPath };
                    break;
                case Retired:
                    articles.Remove(happened.Recorded.Stream.Text);
                    break;
            }

        return [.. articles.Values.Select(article => $"{article.Path} {article.Body}").Order(StringComparer.Ordinal)];
    }
}
