using System.Text.Json;
using EventKb.Integration.Tests.GitImport;
using EventKb.Integration.Tests.Prov;
using EventKb.Ledger;
using EventKb.Server.Export;
using Microsoft.Data.Sqlite;

namespace EventKb.Integration.Tests.CommandLine;

public sealed class KeepingALedger : IAsyncLifetime
{
    private readonly CommandLineRun _run = new();
    private readonly ScratchRepository _scratch = new();

    private string Data => _run.At("data");

    public async Task InitializeAsync()
    {
        await _scratch.Write("a.md", "# =HYPERLINK(\"x\")\n");
        await _scratch.Commit(0, "@Anna");
        await _scratch.Write("a.md", "# Ūdens, \"avārija\"\n");
        await _scratch.Commit(1);
        Assert.Equal(0, await _run.Run("import", "git", _scratch.Folder, "--institution", "RIGA", "--data", Data));
    }

    public Task DisposeAsync()
    {
        _run.Dispose();
        _scratch.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Restores_an_export_to_the_same_root_and_only_into_an_empty_folder()
    {
        var (position, root) = (_run.Said("position"), _run.Said("root"));
        Assert.Equal(0, await _run.Run("export", "--data", Data, "--out", _run.At("out")));
        Assert.Equal(0, await _run.Run("restore", _run.At("out"), "--data", _run.At("restored")));
        Assert.Equal((position, root), (_run.Said("position"), _run.Said("root")));
        Assert.Equal(0, await _run.Run("verify", "--data", _run.At("restored")));
        Assert.Equal((position, root), (_run.Said("position"), _run.Said("root")));

        Assert.Equal(2, await _run.Run("restore", _run.At("out"), "--data", Data));
        Assert.Equal(2, await _run.Run("restore", _run.At("absent"), "--data", _run.At("other")));
        Assert.False(Directory.Exists(_run.At("other")));
    }

    [Fact]
    public async Task Compares_the_views_with_the_ledger_when_asked_to()
    {
        Assert.Equal(0, await _run.Run("rebuild", "--data", Data));
        Assert.Equal(0, await _run.Run("verify", "--data", Data, "--views"));
        await using (var connection = new SqliteConnection($"Data Source={Directory.GetFiles(Data, "read-*.db").Single()};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE text_rows SET title = title || '!' WHERE title IS NOT NULL";
            Assert.NotEqual(0, await command.ExecuteNonQueryAsync());
        }

        Assert.Equal(0, await _run.Run("verify", "--data", Data));
        Assert.Equal(4, await _run.Run("verify", "--data", Data, "--views"));
        Assert.Contains("the table texts differs", _run.Error, StringComparison.Ordinal);
        Assert.Equal(0, await _run.Run("rebuild", "--data", Data));
        Assert.Equal(0, await _run.Run("verify", "--data", Data, "--views"));
    }

    [Fact]
    public async Task Rebuilds_the_read_models()
    {
        var root = _run.Said("root");
        Assert.Equal(0, await _run.Run("rebuild", "--data", Data));
        Assert.Equal(root, _run.Said("root"));
    }

    [Fact]
    public async Task Exports_lineage_as_prov_json()
    {
        Assert.Equal(0, await _run.Run("export", "--data", Data, "--out", _run.At("prov"), "--format", "prov"));
        var text = await File.ReadAllTextAsync(_run.At("prov"));
        Assert.Empty(ProvConstraints.Broken(text));
        var prov = JsonDocument.Parse(text).RootElement;
        var entities = prov.GetProperty("entity").EnumerateObject().Where(e => e.Value.TryGetProperty("prov:label", out _)).ToList();
        Assert.Equal(["=HYPERLINK(\"x\")", "Ūdens, \"avārija\""],
            entities.Select(e => e.Value.GetProperty("prov:label").GetString()));
        Assert.Equal(["revision-of", "imported-from", "imported-from"], prov.GetProperty("wasDerivedFrom").EnumerateObject()
            .Select(d => d.Value.GetProperty("ekb:relation").GetString()).OrderDescending(StringComparer.Ordinal));
        var revised = prov.GetProperty("wasDerivedFrom").EnumerateObject()
            .Single(d => d.Name.StartsWith("_:revision", StringComparison.Ordinal)).Value;
        Assert.Equal((entities[1].Name, entities[0].Name),
            (revised.GetProperty("prov:generatedEntity").GetString(), revised.GetProperty("prov:usedEntity").GetString()));
        Assert.Equal(["prov:Person", "prov:SoftwareAgent"], prov.GetProperty("agent").EnumerateObject()
            .Select(a => a.Value.GetProperty("prov:type").GetProperty("$").GetString()).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Exports_the_audit_trail_as_a_table_without_formulas()
    {
        Assert.Equal(0, await _run.Run("export", "--data", Data, "--out", _run.At("csv"), "--format", "csv"));
        var lines = await File.ReadAllLinesAsync(_run.At("csv"));
        Assert.Equal(string.Join(',', AuditCsv.Columns), lines[0]);
        Assert.Equal(5, lines.Count(line => !line.Contains("person.claimed/1", StringComparison.Ordinal)));
        Assert.Contains(lines, line => line.Contains(",\"'=HYPERLINK(\"\"x\"\")\",", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains(",\"Ūdens, \"\"avārija\"\"\",", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("=1", "'=1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@x", "'@x")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("\0x", "'\0x")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("plain = text", "plain = text")]
    public void Guards_every_cell(string value, string cell) => Assert.Equal(cell, AuditCsv.Quote(value));

    [Fact]
    public async Task Says_that_the_folder_is_in_use()
    {
        await using var ledger = await EmbeddedLedger.Open(Data, new LedgerOptions { References = false });
        Assert.Equal(3, await _run.Run("verify", "--data", Data));
        Assert.Contains("in use", _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_damaged_ledger()
    {
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(Data, EmbeddedLedger.FileName)};Pooling=false"))
        {
            await connection.OpenAsync();
            await using var damage = connection.CreateCommand();
            damage.CommandText = "UPDATE ledger SET occurred_at = occurred_at + 1 WHERE position = 2";
            Assert.Equal(1, await damage.ExecuteNonQueryAsync());
        }

        Assert.Equal(4, await _run.Run("verify", "--data", Data));
        Assert.Contains("failed the check", _run.Error, StringComparison.Ordinal);
        Assert.Equal(4, await _run.Run("serve", "--data", Data, "--urls", "http://127.0.0.1:0"));
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("rebuild")]
    [InlineData("export", "--out", "x")]
    public async Task Makes_no_ledger_where_there_is_none(string command, params string[] more)
    {
        Assert.Equal(2, await _run.Run([command, "--data", _run.At("mistyped"), .. more]));
        Assert.False(Directory.Exists(_run.At("mistyped")));
    }

    [Theory]
    [InlineData("http://0.0.0.0:80")]
    [InlineData("http://example.org:80")]
    [InlineData("https://127.0.0.1:1")]
    [InlineData("http://127.0.0.1:0;http://192.0.2.7:1")]
    public async Task Serves_this_machine_alone(string urls)
    {
        Assert.Equal(2, await _run.Run("serve", "--data", _run.At("served"), "--urls", urls));
        Assert.False(Directory.Exists(_run.At("served")));
    }
}
