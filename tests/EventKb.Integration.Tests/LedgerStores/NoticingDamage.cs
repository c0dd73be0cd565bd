using EventKb.Faults;
using EventKb.Ledger;
using Microsoft.Data.Sqlite;

namespace EventKb.Integration.Tests.LedgerStores;

/// <summary>Whatever is changed beside the program shows, and by the check that says what it was.</summary>
public sealed class NoticingDamage : IDisposable
{
    private readonly LedgerFolder _folder = new();

    [Theory]
    [InlineData("leaves", "UPDATE ledger SET data = CAST(data || ' ' AS BLOB) WHERE position = 3")]
    [InlineData("leaves", "UPDATE ledger SET envelope = x'7b7d' WHERE position = 2")]
    [InlineData("leaves", "UPDATE ledger SET recorded_at = recorded_at + 1 WHERE position = 10")]
    [InlineData("leaves", "UPDATE ledger SET event_id = event_id || char(0) || 'x' WHERE position = 4")]
    [InlineData("density", "DELETE FROM content WHERE position = 4; DELETE FROM ledger WHERE position = 4")]
    [InlineData("density", "UPDATE ledger SET position = 99 WHERE position = 10")]
    [InlineData("database", "UPDATE ledger SET data = CAST(data AS TEXT) WHERE position = 5")]
    [InlineData("content", "UPDATE content SET bytes = CAST(replace(bytes, 'Teksts', 'Zeksts') AS BLOB) WHERE position = 5")]
    [InlineData("content", "UPDATE content SET text_digest = 'x' WHERE position = 5")]
    [InlineData("content", "UPDATE content SET salt = CAST(salt || x'00' AS BLOB) WHERE position = 5")]
    [InlineData("content", "DELETE FROM content WHERE position = 3")]
    [InlineData("content", "INSERT INTO content SELECT 900, text_digest, body_sha256, salt, bytes FROM content WHERE position = 5")]
    [InlineData("streams", "UPDATE ledger SET version = version + 1 WHERE position = 10")]
    [InlineData("streams", "UPDATE ledger SET stream = stream || '0' WHERE position = 9")]
    [InlineData("commands", "UPDATE commands SET last_version = 2 WHERE last_position = 7")]
    [InlineData("commands", "UPDATE commands SET command_id = 'x' WHERE first_position = 7")]
    [InlineData("commands", "DELETE FROM commands")]
    [InlineData("commands", "INSERT INTO commands VALUES (900, 900, 's', 'c', 1, 1)")]
    [InlineData("root", "UPDATE ledger_head SET frontier = zeroblob(64)")]
    [InlineData("root", "UPDATE ledger_head SET frontier = x'00'")]
    [InlineData("leaves", "UPDATE ledger_head SET origin = 'other.example'")]
    [InlineData("head", "UPDATE ledger_head SET recorded_at = recorded_at + 1")]
    [InlineData("head", "DELETE FROM ledger_head")]
    [InlineData("merkle-nodes", "UPDATE merkle_nodes SET hash = zeroblob(32)", 300)]
    [InlineData("merkle-nodes", "DELETE FROM merkle_nodes", 300)]
    [InlineData("merkle-nodes", "INSERT INTO merkle_nodes VALUES (8, 0, zeroblob(32))")]
    [InlineData("content", "UPDATE content SET bytes = CAST(replace(bytes, 'Autors 1', 'Autors 9') AS BLOB) WHERE position = 2")]
    [InlineData("pseudonyms", "DELETE FROM pseudonym_key")]
    [InlineData("pseudonyms", "UPDATE pseudonym_key SET key = x'00'")]
    [InlineData("pseudonyms", "UPDATE pseudonym_key SET key = zeroblob(length(key))")]
    [InlineData("schema", "CREATE TABLE other (a)")]
    [InlineData("schema", "CREATE INDEX other ON ledger (type)")]
    [InlineData("schema", "CREATE TRIGGER other AFTER INSERT ON ledger BEGIN DELETE FROM content; END")]
    [InlineData("schema", "DROP INDEX ledger_next")]
    [InlineData("schema", "INSERT INTO schema_scripts VALUES ('EventKb.Ledger.Sql.9999_other.sql')")]
    public async Task By_the_check_that_it_fails(string check, string damage, int events = 12)
    {
        await SampleLedger.Fill(_folder.Path, seed: 1, events);
        Tamper(damage);

        var found = await Assert.ThrowsAsync<LedgerDamagedException>(() => EmbeddedLedger.Verify(_folder.Path));

        Assert.Equal(check, found.Check);
    }

    /// <summary>What P46, P21 and D1 of the findings did: damage that makes later writes go wrong is met before the first of them.</summary>
    [Theory]
    [InlineData("commands", "DELETE FROM commands")]
    [InlineData("commands", "UPDATE commands SET first_position = -first_position WHERE first_position = 1")]
    [InlineData("merkle-nodes", "INSERT INTO merkle_nodes VALUES (8, 0, zeroblob(32))")]
    [InlineData("schema", "DROP INDEX ledger_first")]
    [InlineData("leaves", "UPDATE ledger SET type = type || '0' WHERE position = 11")]
    [InlineData("density", "DELETE FROM ledger WHERE position = (SELECT max(position) FROM ledger)")]
    [InlineData("head", "UPDATE ledger_head SET recorded_at = recorded_at + 1")]
    [InlineData("streams",
        """
        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = replace(sql, '> 0', '> 7') WHERE name = 'ledger_next';
        PRAGMA writable_schema = RESET; REINDEX ledger_next; PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = replace(sql, '> 7', '> 0') WHERE name = 'ledger_next';
        PRAGMA writable_schema = RESET
        """)]
    public async Task On_opening_where_head_tail_schema_or_indexes_show_it(string check, string damage)
    {
        await SampleLedger.Fill(_folder.Path, seed: 1, events: 12);
        Tamper(damage);

        var found = await Assert.ThrowsAsync<LedgerDamagedException>(() => EmbeddedLedger.Open(_folder.Path, new LedgerOptions { References = false }));

        Assert.Equal(check, found.Check);
    }

    [Fact]
    public async Task A_stream_that_was_forked_past_its_index_is_not_intact()
    {
        await SampleLedger.Fill(_folder.Path, seed: 1, events: 12);
        // A second first event of a stream, as an append makes it when the index does not know the first one.
        Tamper("""
            DROP INDEX ledger_first;
            INSERT INTO ledger SELECT position + 1, (SELECT stream FROM ledger WHERE position = 1), 1, 0, 'e', type, recorded_at, occurred_at,
                NULL, leaf_hash, envelope, data FROM ledger ORDER BY position DESC LIMIT 1
            """);
        await Assert.ThrowsAsync<LedgerDamagedException>(() => EmbeddedLedger.Verify(_folder.Path));
    }

    [Fact]
    public async Task A_file_cut_to_nothing_is_no_new_ledger()
    {
        await SampleLedger.Fill(_folder.Path, seed: 1, events: 12);
        await File.WriteAllBytesAsync(_folder.File, []);

        foreach (var look in new Func<Task>[] { () => EmbeddedLedger.Open(_folder.Path, new LedgerOptions { References = false }), () => EmbeddedLedger.Verify(_folder.Path) })
            Assert.Equal("database", (await Assert.ThrowsAsync<LedgerDamagedException>(look)).Check);
        Assert.Equal(0, new FileInfo(_folder.File).Length);
    }

    [Fact]
    public async Task Verifying_changes_nothing_in_the_folder_even_after_a_crash()
    {
        using var crashed = new LedgerFolder();
        await using (var ledger = await SampleLedger.Open(_folder.Path))
        {
            await SampleLedger.Fill(ledger, seed: 1, events: 12);
            foreach (var file in Directory.GetFiles(_folder.Path, "ledger.db*"))
                File.Copy(file, Path.Combine(crashed.Path, Path.GetFileName(file)));
        }

        Assert.True(new FileInfo(crashed.File + "-wal").Length > 0);
        var before = Contents(crashed.Path);
        Assert.Equal(await EmbeddedLedger.Verify(_folder.Path), await EmbeddedLedger.Verify(crashed.Path));
        Assert.Equal(before, Contents(crashed.Path));
    }

    [Fact]
    public async Task A_ledger_that_is_written_meanwhile_is_intact()
    {
        await using var ledger = await SampleLedger.Open(_folder.Path);
        var writing = SampleLedger.Fill(ledger, seed: 2, events: 400);
        do
            await ledger.Store.Verify();
        while (!writing.IsCompleted);
        await writing;
        await ledger.Store.Verify();
    }

    public void Dispose() => _folder.Dispose();

    private static List<(string, string)> Contents(string folder) =>
        [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(f => (f, Convert.ToBase64String(File.ReadAllBytes(f))))];

    private void Tamper(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
