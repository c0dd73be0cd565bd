using EventKb.Integration.Tests.CommandLine;

namespace EventKb.Integration.Tests.Demo;

public sealed class RunningTheDemo : IDisposable
{
    private readonly CommandLineRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task Serves_on_a_free_port_and_prints_its_page_and_ten_questions()
    {
        Assert.Equal(0, await _run.Run("demo", "--exit-after-ready"));
        Assert.StartsWith("http://127.0.0.1:", _run.Output, StringComparison.Ordinal);
        Assert.Contains("/ is a page on which to ask", _run.Output.Split('\n')[0], StringComparison.Ordinal);
        Assert.Contains("serving http://127.0.0.1:", _run.Output, StringComparison.Ordinal);
        Assert.Equal(10, _run.Output.Split('\n').Count(line => line.StartsWith("# ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Does_not_write_into_a_folder_that_holds_a_ledger()
    {
        Assert.Equal(0, await _run.Run("demo", "--data", _run.At("kept"), "--exit-after-ready"));
        Assert.Equal(0, await _run.Run("verify", "--data", _run.At("kept")));
        Assert.Equal(2, await _run.Run("demo", "--data", _run.At("kept"), "--exit-after-ready"));
        Assert.Contains("There is a ledger", _run.Error, StringComparison.Ordinal);
    }
}
