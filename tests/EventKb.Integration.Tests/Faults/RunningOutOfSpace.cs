using System.Net;
using EventKb.Faults;

namespace EventKb.Integration.Tests.Faults;

/// <summary>A real <c>eventkb serve</c> whose writes fail (EFBIG) beyond a file size, as on a full or failing disk.</summary>
public sealed class RunningOutOfSpace : IDisposable
{
    private const int Articles = 60;
    private const int NotArticles = 2; // the operator and the institution
    private const int FileBytes = 1024 * 1024;
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "eventkb.dll");
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);
    private readonly string _folder = Directory.CreateTempSubdirectory("eventkb-test-").FullName;
    private readonly Dictionary<int, long> _acknowledged = [];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [LinuxFact]
    public async Task Fails_with_a_code_goes_on_reading_and_takes_everything_once_there_is_space()
    {
        // What a shell ignores stays ignored in what it becomes: a write beyond the limit then fails instead of killing.
        var (process, url) = await EventKbProcess.Serve(Program, _folder, before: "trap '' XFSZ");
        using (process)
        using (var client = new SmallClient(url))
        {
            await client.Register();
            Assert.Null(await Take(client, 0));
            Assert.Equal("Raksts 0", await client.TitleOfFirst()); // the views have it, so that it is the ledger that has no space next
            FileSizeLimit.Set(process.Id, FileBytes / 16);
            Assert.Equal("LEDGER_UNAVAILABLE", await Take(client, 1));
            await IsFullButReads(client);
            await Upload(client, HttpStatusCode.InsufficientStorage, "ATTACHMENT_NOT_STORED");

            FileSizeLimit.Set(process.Id, null);
            Assert.Equal("ready", await client.Until("ready", Soon));
            FileSizeLimit.Set(process.Id, LedgerBytes() + (FileBytes / 8));
            Assert.Equal("LEDGER_UNAVAILABLE", await Fill(client));
            Assert.InRange(_acknowledged.Count, 2, Articles - 1);

            FileSizeLimit.Set(process.Id, null);
            Assert.Equal("ready", await client.Until("ready", Soon));
            await TakesEverythingOnce(client);
            await Upload(client, HttpStatusCode.Created, "sha256");
            Assert.False(process.HasExited);
            await process.Kill();
        }

        await IsAllThere();
    }

    private long LedgerBytes() => new FileInfo(Path.Combine(_folder, "ledger.db-wal")).Length;

    private async Task<string?> Take(SmallClient client, int article)
    {
        var (code, position) = await client.Draft(article);
        if (code is null)
            _acknowledged[article] = position;
        return code;
    }

    /// <summary>Drafts until one is refused because the ledger or the read models have no space, and gives the code.</summary>
    private async Task<string?> Fill(SmallClient client)
    {
        for (var next = 1; next < Articles; next++)
            if (await Take(client, next) is { } code)
                return code;
        return null;
    }

    private async Task IsFullButReads(SmallClient client)
    {
        Assert.Contains("not ready: Nothing can be stored", await client.Until("not ready: Nothing", Soon), StringComparison.Ordinal);
        Assert.Equal($"{_acknowledged.Values.Max()}", await client.Size());
        Assert.Equal("Raksts 0", await client.TitleOfFirst());
    }

    private async Task Upload(SmallClient client, HttpStatusCode status, string says)
    {
        var answer = await client.Upload(4 * FileBytes);
        Assert.Equal(status, answer.Status);
        Assert.Contains(says, answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(_folder, answer.Body, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_folder, "files", "incoming")));
        Assert.Equal(status == HttpStatusCode.Created ? 1 : 0,
            Directory.EnumerateFiles(Path.Combine(_folder, "files"), "*", SearchOption.AllDirectories).Count());
    }

    private async Task TakesEverythingOnce(SmallClient client)
    {
        var before = _acknowledged.ToDictionary();
        for (var article = 0; article < Articles; article++)
            Assert.Null(await Take(client, article));
        Assert.All(before, was => Assert.Equal(was.Value, _acknowledged[was.Key]));
        Assert.Equal(Articles, _acknowledged.Values.Distinct().Count());
        Assert.Equal(Articles, await client.Articles());
    }

    /// <summary>After a kill, so that nothing is put right by an orderly end.</summary>
    private async Task IsAllThere()
    {
        using var verify = EventKbProcess.Start(Program, "verify", "--data", _folder);
        Assert.Equal(0, await verify.End());
        var stored = await StoredEvents.Read(_folder);
        Assert.Equal(Articles + NotArticles, stored.Count);
        Assert.Empty(Lost(stored));
        Assert.Single(Lost(stored.Skip(NotArticles + 1))); // the check itself finds one that is not there
    }

    private IEnumerable<long> Lost(IEnumerable<Stored> stored) =>
        _acknowledged.Values.Except(stored.Select(s => s.Position));
}
