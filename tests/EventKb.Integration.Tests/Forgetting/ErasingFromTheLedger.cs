using EventKb.Domain;
using EventKb.Domain.Erasure;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Integration.Tests.LedgerStores;
using EventKb.Ledger;
using Microsoft.Data.Sqlite;

namespace EventKb.Integration.Tests.Forgetting;

/// <summary>After an erasure the ledger's files hold nothing of the text, wherever SQLite had moved it.</summary>
public sealed class ErasingFromTheLedger : IDisposable
{
    private static readonly InstitutionCode Riga = new("RIGA");
    private readonly LedgerFolder _folder = new();
    private readonly LedgerFolder _other = new();

    [Theory]
    [InlineData(100)]
    [InlineData(1_500)]
    [InlineData(9_000)]
    public async Task Texts_are_gone_although_the_table_outgrew_its_first_page(int length)
    {
        await using var ledger = await Open(_folder);
        await Fill(ledger, 200, length);
        Assert.NotEmpty(Traces.Of(Text(1), _folder.Path));

        var erased = new long[] { 1, 2, 3, 5, 8, 13, 21, 34, 100, 199, 200 };
        foreach (var position in erased)
            await Erase(ledger, position);

        foreach (var position in erased)
            await Traces.AreGone(Text(position), _folder.Path);
    }

    [Fact]
    public async Task A_reader_that_holds_the_log_delays_it_only_as_long_as_it_reads()
    {
        await using var ledger = await Open(_folder);
        await Fill(ledger, 3, 100);
        using (var reader = await Reader())
        {
            await Erase(ledger, 2);
            Assert.NotEmpty(Traces.Of(Text(2), _folder.Path));
        }

        await Traces.AreGone(Text(2), _folder.Path);
    }

    [Fact]
    public async Task A_crash_between_the_erasure_and_the_end_of_the_log_is_made_good_at_the_next_start()
    {
        await using (var ledger = await Open(_folder))
        {
            await Fill(ledger, 3, 100);
            using var reader = await Reader();
            await Erase(ledger, 2);
            foreach (var suffix in (string[])["", "-wal"])
                File.Copy(_folder.File + suffix, _other.File + suffix);
        }

        Assert.NotEmpty(Traces.Of(Text(2), _other.Path));
        await using var again = await Open(_other);
        await Traces.AreGone(Text(2), _other.Path);
    }

    [Fact]
    public async Task A_file_of_former_versions_loses_its_remains_once_and_keeps_its_form()
    {
        await using (var ledger = await Open(_folder))
            await Fill(ledger, 3, 100);
        await Run("PRAGMA secure_delete = OFF; CREATE TABLE t (x); INSERT INTO t VALUES ('Remains-of-a-person'); DROP TABLE t;"
            + "PRAGMA user_version = 0");
        Assert.NotEmpty(Traces.Of("Remains-of-a-person", _folder.Path));

        await using (var ledger = await Open(_folder))
        {
            await Traces.AreGone("Remains-of-a-person", _folder.Path);
            Assert.Equal(3, ledger.Store.Head.Size);
        }

        Assert.Equal([1L, 8_192L, "wal"],
            [await Run("PRAGMA user_version"), await Run("PRAGMA page_size"), await Run("PRAGMA journal_mode")]);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _other.Dispose();
    }

    private static Task<EmbeddedLedger> Open(LedgerFolder folder) => EmbeddedLedger.Open(folder.Path, new LedgerOptions { References = false });

    private static async Task Fill(EmbeddedLedger ledger, int events, int length)
    {
        for (var i = 1; i <= events; i++)
            await Commit(ledger, Article(i), new KnowledgeArticleCommand.Draft(ArticleKind.Faq, "lv",
                new Content { Title = "T", Body = Text(i) + new string('x', length) }), $"draft {i}");
    }

    private static Task Erase(EmbeddedLedger ledger, long position) => Commit(ledger, Erasure.StreamOf(Riga, position),
        new ErasureCommand.EraseContent(position, Article(position).ToString(), "VDAR 17"), $"erase {position}");

    private static async Task Commit(EmbeddedLedger ledger, StreamId stream, Command command, string id)
    {
        var now = DateTimeOffset.UtcNow;
        Assert.IsType<CommandOutcome.Committed>(await ledger.Gateway.Send(stream, command,
            new CommandContext(CommandId.From(id), now, now, new PersonId("p-1"), Riga, Via.Api, "c", "c")));
    }

    private static StreamId Article(long i) => new(Riga, "knowledge-article", $"a{i}");

    private static string Text(long i) => $"Text-{i:0000}-of-a-person ";

    /// <summary>Reads until it is disposed of.</summary>
    private async Task<SqliteConnection> Reader()
    {
        var connection = Connection();
        await connection.OpenAsync();
        using var command = connection.CreateCommand();
        command.CommandText = "BEGIN; SELECT count(*) FROM ledger";
        await command.ExecuteScalarAsync();
        return connection;
    }

    private async Task<object?> Run(string sql)
    {
        await using var connection = Connection();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    private SqliteConnection Connection() => new($"Data Source={_folder.File};Pooling=False");
}
