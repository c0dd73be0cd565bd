using EventKb.Domain;
using EventKb.Ledger.Files;

namespace EventKb.Integration.Tests.Files;

public sealed class KeepingFiles : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("eventkb-files-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_file_is_kept_once_under_its_hash()
    {
        var store = new AttachmentStore(_folder);
        var stored = await store.Save(Text("abc"));
        Assert.Equal(new StoredFile(Content.Sha256("abc"), 3), stored);
        Assert.Equal(stored, await store.Save(Text("abc")));
        Assert.Equal(3, store.Used);
        using var reader = new StreamReader(store.Open(stored.Sha256)!);
        Assert.Equal("abc", await reader.ReadToEndAsync());
        Assert.Equal([Path.Combine(_folder, "files", stored.Sha256[..2], stored.Sha256)],
            Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories));
        Assert.Equal(3, new AttachmentStore(_folder).Used);
    }

    [Fact]
    public async Task A_file_over_the_quota_or_the_size_is_refused_and_leaves_nothing()
    {
        var store = new AttachmentStore(_folder, quota: 5);
        await store.Save(Text("abc"));
        Assert.Equal("ATTACHMENT_QUOTA_EXCEEDED", (await Assert.ThrowsAsync<AttachmentRefusedException>(() => store.Save(Text("defg")))).Code);
        Assert.Equal(3, store.Used);
        var roomy = new AttachmentStore(_folder);
        using var large = new MemoryStream(new byte[AttachmentStore.MostBytes + 1]);
        Assert.Equal("ATTACHMENT_TOO_LARGE", (await Assert.ThrowsAsync<AttachmentRefusedException>(() => roomy.Save(large))).Code);
        Assert.Equal(3, roomy.Used);
        Assert.Single(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void What_is_no_hash_is_no_path()
    {
        var store = new AttachmentStore(_folder);
        File.WriteAllText(Path.Combine(_folder, "secret"), "x");
        Assert.Null(store.Open("../../secret"));
        Assert.Null(store.Open(new string('A', 64)));
        Assert.False(store.Contains(Content.Sha256("never kept")));
    }

    private static MemoryStream Text(string text) => new(System.Text.Encoding.UTF8.GetBytes(text));
}
