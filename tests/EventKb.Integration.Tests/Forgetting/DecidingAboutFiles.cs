using System.Text;
using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Integration.Tests.LedgerStores;
using EventKb.Integration.Tests.ReadModels;
using EventKb.Ledger.Files;
using EventKb.ReadModels;
using EventKb.ReadModels.Attachments;
using static EventKb.Domain.KnowledgeArticles.KnowledgeArticleEvent;

namespace EventKb.Integration.Tests.Forgetting;

/// <summary>Which file goes with an erased text: the one it named, unless something else needs it; never one that is only as long.</summary>
public sealed class DecidingAboutFiles : IAsyncLifetime
{
    private readonly LedgerFolder _folder = new();
    private readonly MemoryLedger _ledger = new();
    private AttachmentStore _files = null!;
    private ReadModelStore _store = null!;
    private ProjectionRunner _runner = null!;
    private bool _failing;
    private int _articles;

    public Task InitializeAsync()
    {
        _files = new AttachmentStore(_folder.Path);
        _store = ReadModelStore.Open(_folder.Path);
        Start();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task An_upload_as_long_as_the_erased_file_stays()
    {
        var (erased, upload) = (await Save("erased"), await Save("upload"));
        var position = Attach(erased);
        await _runner.CatchUp();

        _ledger.Erase(position);
        await _runner.CatchUp();

        Assert.Equal((false, true), (_files.Contains(erased), _files.Contains(upload)));
        Assert.Equal(6, _files.Used);
        Assert.Empty(Traces.Of(erased, _folder.Path));
    }

    [Fact]
    public async Task A_crash_before_the_file_is_gone_does_not_lose_which_one_it_is()
    {
        var (erased, upload) = (await Save("erased"), await Save("upload"));
        var position = Attach(erased);
        await _runner.CatchUp();
        _ledger.Erase(position);
        _failing = true;
        await Assert.ThrowsAsync<IOException>(() => _runner.CatchUp());
        Assert.True(_files.Contains(erased));

        await Restart();

        Assert.Equal((false, true), (_files.Contains(erased), _files.Contains(upload)));
        Assert.Empty(Traces.Of(erased, _folder.Path));
    }

    [Fact]
    public async Task Rows_that_never_saw_the_text_go_by_length_and_spare_what_was_uploaded_since()
    {
        var (erased, upload) = (await Save("erased"), await Save("upload"));
        var position = Attach(erased);
        _ledger.Erase(position);
        Keep(erased, _ledger.Now.AddHours(-1));
        Keep(upload, _ledger.Now.AddHours(1));

        await _runner.CatchUp();

        Assert.Equal((false, true), (_files.Contains(erased), _files.Contains(upload)));
    }

    [Fact]
    public async Task A_file_that_was_there_and_is_uploaded_again_counts_as_uploaded_just_now()
    {
        var sha256 = await Save("again");
        Keep(sha256, _ledger.Now.AddYears(-1));
        await Save("again");
        Assert.True(_files.LastKept(sha256) > DateTimeOffset.UtcNow.AddDays(-1));
    }

    [Fact]
    public async Task A_file_that_is_being_attached_elsewhere_stays()
    {
        var file = await Save("shared");
        var position = Attach(file);
        await _runner.CatchUp();
        using (_files.Hold(file))
        {
            _ledger.Erase(position);
            await _runner.CatchUp();
            Attach(file);
        }

        await Restart();

        Assert.True(_files.Contains(file));
    }

    [Fact]
    public async Task A_file_whose_attaching_came_to_nothing_goes()
    {
        var file = await Save("held");
        var position = Attach(file);
        await _runner.CatchUp();
        using (_files.Hold(file))
        {
            _ledger.Erase(position);
            await _runner.CatchUp();
            Assert.True(_files.Contains(file));
        }

        await Restart();

        Assert.False(_files.Contains(file));
        Assert.Null(_files.Hold(file));
    }

    [Fact]
    public async Task A_file_cannot_be_held_while_it_goes_and_its_upload_meanwhile_keeps_it()
    {
        var file = await Save("going");
        Assert.True(await _files.DeleteUnless(file, async () =>
        {
            Assert.Null(_files.Hold(file));
            await Save("going");
            return false;
        }));
        Assert.NotNull(_files.Hold(file));
    }

    [Fact]
    public async Task Rows_that_are_behind_the_ledger_do_not_decide()
    {
        var file = await Save("late");
        var position = Attach(file);
        _ledger.Erase(position);
        await _runner.CatchUp();
        file = await Save("late");
        Attach(file);

        Assert.Empty(await new ErasedFiles(FileRows.Of(_store), _ledger, _files).Delete([file]));
        Assert.True(_files.Contains(file));
    }

    public async Task DisposeAsync()
    {
        await _runner.DisposeAsync();
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    private void Start()
    {
        var erased = new ErasedFiles(FileRows.Of(_store), _ledger, _files);
        _runner = new ProjectionRunner(_store, _ledger)
        {
            AfterErasure = (named, cancellation) => _failing ? throw new IOException("The disk fails.") : erased.Delete(named, cancellation),
        };
    }

    /// <summary>What is tried again within a second is tried at once after a start.</summary>
    private async Task Restart()
    {
        await _runner.DisposeAsync();
        _failing = false;
        Start();
        await _runner.CatchUp();
    }

    private async Task<string> Save(string text) => (await _files.Save(new MemoryStream(Encoding.UTF8.GetBytes(text)))).Sha256;

    private void Keep(string sha256, DateTimeOffset at) =>
        File.SetLastWriteTimeUtc(Path.Combine(_folder.Path, "files", sha256[..2], sha256), at.UtcDateTime);

    private long Attach(string sha256)
    {
        var article = $"RIGA/knowledge-article/a{++_articles}";
        _ledger.Append(article, new Drafted(ArticleKind.Faq, "lv"), new Content { Title = "T", Body = "B" });
        return _ledger.Append(article, new Attached(1, 6, "text/plain"), new Content { FileName = "f", FileSha256 = sha256 });
    }
}
