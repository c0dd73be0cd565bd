using System.Text;
using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Ledger;

namespace EventKb.Integration.Tests.LedgerStores;

/// <summary>An export comes back as it was or not at all.</summary>
public sealed class RestoringAnExport : IDisposable
{
    private static readonly InstitutionCode Riga = new("RIGA");
    private readonly LedgerFolder _folder = new();
    private readonly LedgerFolder _other = new();

    [Fact]
    public async Task An_export_comes_back_with_root_texts_commands_and_pseudonyms()
    {
        var archive = await Exported(events: 300);
        await EmbeddedLedger.Restore(_other.Path, archive);

        await using var before = await EmbeddedLedger.Open(_folder.Path, new LedgerOptions { References = false });
        await using var after = await EmbeddedLedger.Open(_other.Path, new LedgerOptions { References = false });
        Assert.Equal(before.Store.Head, after.Store.Head);
        var (was, isNow) = (await before.Feed.Read(0, 999), await after.Feed.Read(0, 999));
        Assert.Equal(was.Select(e => (e.Recorded.EventId, e.Content, e.Recorded.Content)),
            isNow.Select(e => (e.Recorded.EventId, e.Content, e.Recorded.Content)));
        Assert.Equal(before.Pseudonyms.Of(Riga, "git", "a@b.lv"), after.Pseudonyms.Of(Riga, "git", "a@b.lv"));
        var repeated = Assert.IsType<CommandOutcome.Committed>(await after.Gateway.Send(Stream(3), Revise(3), Context(3)));
        Assert.True(repeated.Repeated);
        Assert.Equal(await before.Store.RootAt(257), await after.Store.RootAt(257));
    }

    [Fact]
    public async Task An_export_goes_only_into_an_empty_ledger()
    {
        var archive = await Exported(events: 3);
        await Assert.ThrowsAsync<RestoreRefusedException>(() => EmbeddedLedger.Restore(_folder.Path, archive));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.99)]
    public async Task An_export_cut_short_is_refused_and_leaves_nothing(double part)
    {
        var whole = await Exported(events: 50);
        var cut = new MemoryStream(whole.ToArray()[..(int)(whole.Length * part)]);

        await Assert.ThrowsAsync<RestoreRefusedException>(() => EmbeddedLedger.Restore(_other.Path, cut));

        await using var empty = await EmbeddedLedger.Open(_other.Path, new LedgerOptions { References = false });
        Assert.Equal(0, empty.Store.Head.Size);
    }

    [Fact]
    public async Task An_export_with_another_root_is_refused()
    {
        var lines = Unpack(await Exported(events: 5));
        var forged = lines.Replace("\"occurredAt\":1", "\"occurredAt\":2", StringComparison.Ordinal);
        Assert.NotEqual(lines, forged);

        var refused = await Assert.ThrowsAsync<RestoreRefusedException>(() => EmbeddedLedger.Restore(_other.Path, Pack(forged)));
        Assert.Contains("root", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9a-f]{64}", refused.Message);
    }

    [Fact]
    public async Task An_export_without_a_text_that_nobody_erased_is_refused()
    {
        var lines = Unpack(await Exported(events: 5));
        var stripped = System.Text.RegularExpressions.Regex.Replace(lines, ",\"content\":\\{[^}]*\\}", "");
        Assert.NotEqual(lines, stripped);

        var refused = await Assert.ThrowsAsync<RestoreRefusedException>(() => EmbeddedLedger.Restore(_other.Path, Pack(stripped)));
        Assert.Contains("no erasure explains it", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_with_an_edited_text_is_refused()
    {
        var lines = Unpack(await Exported(events: 5)).Split('\n');
        var row = System.Text.Json.Nodes.JsonNode.Parse(lines[3])!;
        var text = row["event"]!["content"]!["bytes"]!.GetValue<string>();
        var edited = Encoding.UTF8.GetString(Convert.FromBase64String(text)).Replace("Teksts", "Zeksts", StringComparison.Ordinal);
        row["event"]!["content"]!["bytes"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(edited));
        lines[3] = row.ToJsonString();

        var refused = await Assert.ThrowsAsync<RestoreRefusedException>(() =>
            EmbeddedLedger.Restore(_other.Path, Pack(string.Join('\n', lines))));

        Assert.Contains("position 3", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_that_does_not_come_to_the_root_kept_elsewhere_is_refused()
    {
        var archive = await Exported(events: 5);
        await Assert.ThrowsAsync<RestoreRefusedException>(() => EmbeddedLedger.Restore(_other.Path, archive, new string('0', 64)));
        Assert.Empty(Directory.GetFiles(_other.Path, "ledger*"));

        var root = (await EmbeddedLedger.Verify(_folder.Path)).RootHash;
        archive.Position = 0;
        await EmbeddedLedger.Restore(_other.Path, archive, root);
        Assert.Equal(root, (await EmbeddedLedger.Verify(_other.Path)).RootHash);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _other.Dispose();
    }

    private async Task<MemoryStream> Exported(int events)
    {
        await Fill(_folder, events);
        await using var ledger = await EmbeddedLedger.Open(_folder.Path, new LedgerOptions { References = false });
        var archive = new MemoryStream();
        await ledger.Export(archive);
        archive.Position = 0;
        return archive;
    }

    private static string Unpack(Stream archive)
    {
        using var reader = new StreamReader(new System.IO.Compression.GZipStream(archive,
            System.IO.Compression.CompressionMode.Decompress));
        return reader.ReadToEnd();
    }

    private static MemoryStream Pack(string lines)
    {
        var packed = new MemoryStream();
        using (var writer = new StreamWriter(new System.IO.Compression.GZipStream(packed,
            System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true)))
            writer.Write(lines);
        packed.Position = 0;
        return packed;
    }

    private static async Task Fill(LedgerFolder folder, int events)
    {
        await using var ledger = await EmbeddedLedger.Open(folder.Path, new LedgerOptions { References = false, Origin = "test.example" });
        for (var i = 1; i <= events; i++)
            Assert.IsType<CommandOutcome.Committed>(await ledger.Gateway.Send(Stream(i),
                i <= 2 ? new KnowledgeArticleCommand.Draft(ArticleKind.ServiceInstruction, "lv",
                    new Content { Title = "T", Body = "Teksts" })
                : Revise(i), Context(i)));
    }

    private static StreamId Stream(int i) => new(Riga, "knowledge-article", $"{i % 2}");

    private static KnowledgeArticleCommand.Revise Revise(int i) => new(new Content { Title = "T", Body = $"Teksts {i}" });

    private static CommandContext Context(int i) =>
        new(CommandId.From($"{i}"), DateTimeOffset.UtcNow, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        new PersonId("p-1"), Riga, Via.Import, "c", "c");
}
