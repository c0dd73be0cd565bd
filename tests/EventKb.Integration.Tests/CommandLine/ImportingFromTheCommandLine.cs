using EventKb.Integration.Tests.GitImport;

namespace EventKb.Integration.Tests.CommandLine;

public sealed class ImportingFromTheCommandLine : IDisposable
{
    private readonly CommandLineRun _run = new();
    private readonly ScratchRepository _scratch = new();

    public void Dispose()
    {
        _run.Dispose();
        _scratch.Dispose();
    }

    [Fact]
    public async Task Adds_only_what_is_new_of_a_grown_repository()
    {
        await _scratch.Write("a.md", "# A\n");
        await _scratch.Commit(0);
        Assert.Equal(0, await Import());
        Assert.Equal(("1", "2", "0"), (_run.Said("rows"), _run.Said("events appended"), _run.Said("already there")));

        Assert.Equal(0, await Import());
        Assert.Equal(("1", "0", "1"), (_run.Said("rows"), _run.Said("events appended"), _run.Said("already there")));
        var root = _run.Said("root");

        await _scratch.Write("a.md", "# A\n\nmore\n");
        await _scratch.Write("ēkas.md", "# Ēkas\n");
        await _scratch.Commit(1);
        Assert.Equal(0, await Import());
        Assert.Equal(("3", "2", "2", "1"),
            (_run.Said("rows"), _run.Said("articles"), _run.Said("events appended"), _run.Said("already there")));
        Assert.NotEqual(root, _run.Said("root"));
    }

    [Fact]
    public async Task Does_not_bring_back_a_text_when_only_the_permissions_changed()
    {
        await _scratch.Write("a.md", "# One\n");
        await _scratch.Commit(0);
        await _scratch.Git("update-index", "--chmod=+x", "a.md");
        await _scratch.Git("-c", "user.name=c", "-c", "user.email=c@example.invalid", "commit", "--quiet", "-m", "mode");
        await _scratch.Git("checkout", "--quiet", "a.md");
        await _scratch.Write("a.md", "# Two\n");
        await _scratch.Commit(2);
        Assert.Equal(0, await Import());
        var position = _run.Said("position");

        Assert.Equal(0, await Import());
        Assert.Equal(position, _run.Said("position"));
    }

    [Fact]
    public async Task Lists_the_rows_that_it_cannot_take_and_takes_the_others()
    {
        await _scratch.Write("bad.md", [0xFF, 0xFE]);
        await _scratch.Write("good.md", "# Good\n");
        await _scratch.Write("odd.md", "---\nlanguage: not-a-known-language-tag-at-all\n---\n# Odd\n");
        var commit = await _scratch.Commit(0);

        Assert.Equal(2, await Import());
        Assert.Contains($"bad.md at {commit}: NOT_UTF8", _run.Error, StringComparison.Ordinal);
        Assert.Contains($"odd.md at {commit}: INVALID_INPUT", _run.Error, StringComparison.Ordinal);
        Assert.Equal(("3", "2", "2"), (_run.Said("rows"), _run.Said("rejected"), _run.Said("events appended")));
    }

    [Fact]
    public async Task Writes_nothing_where_there_is_no_repository()
    {
        Assert.Equal(2, await _run.Run("import", "git", _run.At("none"), "--institution", "X", "--data", _run.At("data")));
        Assert.Contains("There is no", _run.Error, StringComparison.Ordinal);
        Directory.CreateDirectory(_run.At("empty"));
        Assert.Equal(2, await _run.Run("import", "git", _run.At("empty"), "--institution", "X", "--data", _run.At("data")));
        Assert.Contains("is no git repository", _run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_run.At("data")));
    }

    [Theory]
    [InlineData("--institution", "no code", "--data", "d")]
    [InlineData("--institution", "X")]
    [InlineData("--institution", "X", "--data", "d", "--url", "http://127.0.0.1:1")]
    [InlineData("--institution", "X", "--url", "http://192.0.2.1:80")]
    [InlineData("--data", "d")]
    public async Task Refuses_what_it_cannot_understand(params string[] options)
    {
        Assert.Equal(2, await _run.Run(["import", "git", _scratch.Folder, .. options]));
        Assert.NotEmpty(_run.Error);
    }

    [Fact]
    public async Task Says_that_no_server_answers()
    {
        await _scratch.Write("a.md", "# A\n");
        await _scratch.Commit(0);
        Assert.Equal(1, await _run.Run("import", "git", _scratch.Folder, "--institution", "X", "--url", "http://127.0.0.1:9"));
        Assert.Contains("does not answer", _run.Error, StringComparison.Ordinal);
    }

    private Task<int> Import() => _run.Run("import", "git", _scratch.Folder, "--institution", "RIGA", "--data", _run.At("data"));
}
