using System.Security.Cryptography;
using System.Text;
using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Server;
using EventKb.Server.GitImport;
using EventKb.Server.Imports;

namespace EventKb.Integration.Tests.GitImport;

public sealed class ReadingAHistory : IDisposable
{
    private readonly ScratchRepository _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [SharedDataFact]
    public async Task Of_the_real_bundles_gives_exactly_gits_rows()
    {
        foreach (var name in new[] { "openshift", "prometheus" })
        {
            var expected = SharedData.History(name);
            var rows = (await ScratchRepository.Read(SharedData.Bundle(name)));
            Assert.Equal(
                expected.Select(e => (e.Commit, e.AuthorTime, e.Author, e.Status, Path: e.Status == 'D' ? e.OldPath : e.NewPath)),
                rows.Select(r => (r.Commit, r.SourceTime, r.AuthorName, r.Change.ToString()[0], r.Path)));
            Assert.Equal(expected.Select(e => e.Status == 'D' ? null : e.NewBlob),
                rows.Select(r => r.File is { } f ? BlobId(f.Body) : null));
            Assert.Equal(RunningMaximum(expected.Select(e => e.AuthorTime)), rows.Select(r => r.OccurredAt));
        }
    }

    [Fact]
    public async Task Keeps_an_article_through_renames_and_starts_another_after_a_deletion()
    {
        await _scratch.Write("a.md", "# One\n\ntext that stays the same for long enough\n");
        var created = await _scratch.Commit(0);
        await _scratch.Move("a.md", "pamācības/Ūdens avārija.md");
        await _scratch.Commit(1, "Bērziņa");
        await _scratch.Remove("pamācības/Ūdens avārija.md");
        await _scratch.Commit(2);
        await _scratch.Write("a.md", "# Again\n");
        var again = await _scratch.Commit(3);

        var rows = (await _scratch.Rows());

        Assert.Equal(
            [
                (ImportChange.Added, "a.md", MadeBy(created)),
                (ImportChange.Renamed, "pamācības/Ūdens avārija.md", MadeBy(created)),
                (ImportChange.Deleted, "pamācības/Ūdens avārija.md", MadeBy(created)),
                (ImportChange.Added, "a.md", MadeBy(again)),
            ],
            rows.Select(r => (r.Change, r.Path, r.ArticleOf(ScratchRepository.Institution))));
        Assert.Equal("Bērziņa", rows[1].AuthorName);
    }

    [Fact]
    public async Task Keeps_the_bytes_of_every_text()
    {
        string[] texts = ["\uFEFF# With a mark\r\nline\r\n", "", "no line feed", "---\ntitle: [unclosed\n---\nbody\n", "ģņķļ 😀\n"];
        foreach (var (i, text) in texts.Index())
            await _scratch.Write($"{i}.md", text);
        await _scratch.Commit(0);

        Assert.Equal(texts, (await _scratch.Rows()).Select(r => r.File!.Body));
    }

    [Fact]
    public async Task Lists_what_cannot_be_imported_and_goes_on()
    {
        await _scratch.Write("latin1.md", [0x23, 0x20, 0xC4, 0x0A]);
        await _scratch.Write("large.md", new string('x', Limits.BodyBytes + 1));
        await _scratch.Write("largest.md", new string('x', Limits.BodyBytes));
        await _scratch.Commit(0);

        var rows = await _scratch.Rows();

        Assert.Equal([("large.md", "body-too-large", false), ("largest.md", null, true), ("latin1.md", "not-utf8", false)],
            rows.Select(r => (r.Path, r.NotTaken?.Code, r.HasArticle)));
    }

    [Fact]
    public async Task Follows_the_first_parent_and_leaves_other_files_alone()
    {
        await _scratch.Write("a.md", "# A\n");
        await _scratch.Write("picture.png", "no text");
        await _scratch.Commit(0);
        await _scratch.Git("checkout", "--quiet", "-b", "side");
        await _scratch.Write("b.markdown", "# first of two\n");
        await _scratch.Commit(1, "Side");
        await _scratch.Write("b.markdown", "# B\n");
        await _scratch.Commit(2, "Side");
        await _scratch.Git("checkout", "--quiet", "main");
        await _scratch.Git("-c", "user.name=Merger", "-c", "user.email=m@example.invalid", "merge", "--quiet", "--no-ff", "-m",
            "merge", "side");

        var rows = (await _scratch.Rows());

        Assert.Equal([("a.md", "Anna", "# A\n"), ("b.markdown", "Merger", "# B\n")],
            rows.Select(r => (r.Path, r.AuthorName, r.File!.Body)));
    }

    [Fact]
    public async Task Counts_a_file_as_new_or_deleted_where_a_rename_changes_what_it_is()
    {
        await _scratch.Write("notes.txt", "a text long enough for git to see that it is the same\n");
        await _scratch.Commit(0);
        await _scratch.Move("notes.txt", "notes.md");
        await _scratch.Commit(1);
        await _scratch.Move("notes.md", "notes.txt");
        await _scratch.Commit(2);

        Assert.Equal([ImportChange.Added, ImportChange.Deleted], (await _scratch.Rows()).Select(r => r.Change));
    }

    [Fact]
    public async Task Counts_the_time_of_commits_that_change_no_article()
    {
        await _scratch.Write("a.md", "# A\n");
        await _scratch.Commit(0);
        await _scratch.Write("picture.png", "no text");
        await _scratch.Commit(20);
        await _scratch.Commit(40, message: "nothing at all");
        await _scratch.Write("a.md", "# B\n");
        await _scratch.Commit(10);

        Assert.Equal([ScratchRepository.Start, ScratchRepository.Start.AddMinutes(40)], (await _scratch.Rows()).Select(r => r.OccurredAt));
    }

    [Fact]
    public async Task Follows_renames_and_changes_in_one_commit_however_many_files_it_has()
    {
        const int Files = 300;
        for (var i = 0; i < Files; i++)
            await _scratch.Write($"old/{i}.md", $"# {i}\n" + string.Concat(Enumerable.Range(0, 12).Select(line => $"{i * 31} line {line * i}\n")));
        await _scratch.Commit(0);
        for (var i = 0; i < Files; i++)
        {
            await _scratch.Move($"old/{i}.md", $"new/{i}.md");
            await File.AppendAllTextAsync(Path.Combine(_scratch.Folder, $"new/{i}.md"), "more\n");
        }

        await _scratch.Commit(1);
        // What a user's own limit would do; the importer's git has none.
        await _scratch.Git("config", "diff.renameLimit", "10");

        Assert.Equal(Files, (await _scratch.Rows()).Count(r => r.Change == ImportChange.Renamed));
    }

    [Fact]
    public async Task Gives_a_file_that_is_nothing_but_an_ending_its_name_as_title_and_an_odd_language_the_imports()
    {
        await _scratch.Write(".md", "no heading\n");
        await _scratch.Write("a.md", "---\nlang: English\n---\n# A\n");
        await _scratch.Commit(0, at: DateTimeOffset.UnixEpoch);

        Assert.Equal([(".md", "en"), ("A", "en")], (await _scratch.Rows()).Select(r => (r.File!.Title, r.File!.Language)));
    }

    [Fact]
    public async Task Never_goes_back_in_time_nor_into_the_future()
    {
        foreach (var (i, minutes) in new double[] { 10, 5, 60 * 24 * 365 * 50, 20 }.Index())
        {
            await _scratch.Write("a.md", $"# {i}\n");
            await _scratch.Commit(minutes);
        }

        var times = (await _scratch.Rows()).Select(r => r.OccurredAt).ToList();

        Assert.Equal([ScratchRepository.Start.AddMinutes(10), ScratchRepository.Start.AddMinutes(10)], times[..2]);
        Assert.InRange(times[2], DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow);
        Assert.Equal(times[2], times[3]);
    }

    [Fact]
    public async Task Says_why_a_path_cannot_be_read()
    {
        Directory.CreateDirectory(Path.Combine(_scratch.Folder, "inside"));
        await _scratch.Write("no.bundle", "plain");
        foreach (var path in new[] { "inside", "no.bundle", "absent" })
        {
            var refused = await Assert.ThrowsAsync<CannotGoOn>(() =>
                GitRepository.Open(Path.Combine(_scratch.Folder, path), null, default));
            Assert.Equal(ExitCode.BadInput, refused.Code);
        }
    }

    [Fact]
    public async Task Of_a_repository_without_commits_has_no_rows() => Assert.Empty(await _scratch.Rows());

    private static StreamId MadeBy(string commit) => KnowledgeArticle.IdFromGit(ScratchRepository.Institution, commit, "a.md");

    private static string BlobId(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
#pragma warning disable CA5350 // git names contents by SHA-1
        return Convert.ToHexStringLower(SHA1.HashData([.. Encoding.ASCII.GetBytes($"blob {bytes.Length}\0"), .. bytes]));
#pragma warning restore CA5350
    }

    private static IEnumerable<DateTimeOffset> RunningMaximum(IEnumerable<DateTimeOffset> times)
    {
        var latest = DateTimeOffset.MinValue;
        foreach (var time in times)
            yield return latest = time > latest ? time : latest;
    }
}
