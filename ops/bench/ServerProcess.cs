using System.Diagnostics;

namespace EventKb.Bench;

/// <summary>A server in a process of its own, so that its CPU time is its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri url)
    {
        _process = process;
        Client = new HttpClient { BaseAddress = url };
    }

    public HttpClient Client { get; }

    public static async Task<ServerProcess> Start(int port, string ready, params string[] arguments)
    {
        var url = new Uri($"http://127.0.0.1:{port}/");
        var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("The server did not start.");
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var server = new ServerProcess(process, url);
        for (var attempt = 0; attempt < 300; attempt++)
        {
            try
            {
                if ((await server.Client.GetAsync(ready)).IsSuccessStatusCode)
                    return server;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(200);
        }

        throw new TimeoutException("The server did not become ready in a minute.");
    }

    /// <summary>
    /// Server CPU in microseconds per request with so many at a time: the best of three rounds after one that lets the compiler
    /// finish with what is hot.
    /// </summary>
    public async Task<double> CpuPerRequest(Func<HttpClient, Task<HttpResponseMessage>> request, int requests, int atOnce = 8)
    {
        await Run(request, requests * 2, atOnce);
        var best = double.MaxValue;
        for (var round = 0; round < 3; round++)
        {
            _process.Refresh();
            var before = _process.TotalProcessorTime;
            await Run(request, requests, atOnce);
            _process.Refresh();
            best = Math.Min(best, (_process.TotalProcessorTime - before).TotalMicroseconds / requests);
        }

        return best;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private Task Run(Func<HttpClient, Task<HttpResponseMessage>> request, int requests, int atOnce) =>
        Parallel.ForEachAsync(Enumerable.Range(0, requests), new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (_, cancellation) =>
        {
            using var response = await request(Client);
            var body = await response.Content.ReadAsStringAsync(cancellation);
            if (!response.IsSuccessStatusCode || body.Contains("\"errors\"", StringComparison.Ordinal))
                throw new InvalidOperationException($"The benchmark's request failed: {body}");
        });
}
