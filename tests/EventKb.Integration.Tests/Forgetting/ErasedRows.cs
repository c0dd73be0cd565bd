using EventKb.Faults;
using EventKb.Integration.Tests.LedgerStores;
using EventKb.Ledger;
using Microsoft.Data.Sqlite;

namespace EventKb.Integration.Tests.Forgetting;

/// <summary>The row of an erased text stays, as zeros of the same size: what verification makes of it.</summary>
public sealed class ErasedRows : IDisposable
{
    private const string Zeros = "text_digest = CAST(zeroblob(64) AS TEXT), body_sha256 = NULL, salt = zeroblob(32), bytes = zeroblob(9)";
    private const string Erased = "SELECT position FROM content WHERE salt = zeroblob(32)";
    private const string Kept = "SELECT position FROM content WHERE salt <> zeroblob(32)";
    private readonly LedgerFolder _folder = new();
    private readonly LedgerFolder _restored = new();

    [Fact]
    public async Task Are_zeros_of_the_size_that_they_had()
    {
        await Filled();
        Assert.Equal(0L, Run($"""
            SELECT count(*) FROM content WHERE position IN ({Erased}) AND NOT (bytes = zeroblob(length(bytes)) AND length(bytes) > 20
                AND length(CAST(text_digest AS BLOB)) = (SELECT length(text_digest) FROM content WHERE salt <> zeroblob(32)))
            """));
        Assert.True((long)Run($"SELECT count(*) FROM ({Erased})")! > 0);
    }

    [Theory]
    [InlineData("A_text_is_overwritten_that_nothing_erases", $"UPDATE content SET {Zeros} WHERE position = ({Kept} LIMIT 1)")]
    [InlineData("Something_is_left_of_a_text", $"UPDATE content SET bytes = CAST('x' AS BLOB) WHERE position = ({Erased} LIMIT 1)")]
    [InlineData("A_digest_is_left_of_a_text", $"UPDATE content SET body_sha256 = 'x' WHERE position = ({Erased} LIMIT 1)")]
    [InlineData("A_salt_is_left_of_a_text", $"UPDATE content SET salt = CAST('x' AS BLOB) WHERE position = ({Erased} LIMIT 1)")]
    [InlineData("A_row_has_no_event", $"UPDATE content SET position = 900 WHERE position = ({Erased} LIMIT 1)")]
    public async Task Are_damage_where(string what, string edit)
    {
        await Filled();
        Run(edit);

        var found = await Assert.ThrowsAsync<LedgerDamagedException>(() => EmbeddedLedger.Verify(_folder.Path));

        Assert.True(found.Check == "content", $"{what}: {found.Message}");
    }

    [Fact]
    public async Task May_be_gone_altogether_as_former_versions_left_them()
    {
        await Filled();
        Run($"DELETE FROM content WHERE position IN ({Erased})");
        await EmbeddedLedger.Verify(_folder.Path);
    }

    [Fact]
    public async Task Are_in_no_export_and_so_not_in_what_is_restored_from_it()
    {
        await Filled();
        using var archive = new MemoryStream();
        await using (var ledger = await SampleLedger.Open(_folder.Path))
            await ledger.Store.Export(archive);
        archive.Position = 0;

        await EmbeddedLedger.Restore(_restored.Path, archive);

        Assert.Equal(await EmbeddedLedger.Verify(_folder.Path), await EmbeddedLedger.Verify(_restored.Path));
        Assert.Equal(0L, Run($"SELECT count(*) FROM ({Erased})", _restored.File));
    }

    public void Dispose()
    {
        _folder.Dispose();
        _restored.Dispose();
    }

    private Task Filled() => SampleLedger.Fill(_folder.Path, seed: 1, events: 120);

    private object? Run(string sql, string? file = null)
    {
        using var connection = new SqliteConnection($"Data Source={file ?? _folder.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
