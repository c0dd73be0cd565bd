using System.Diagnostics;
using EventKb.Integration.Tests.GraphQL;

namespace EventKb.Integration.Tests.Listening;

/// <summary>The program in a network namespace of its own that has an address besides loopback.</summary>
public sealed class OnAMachineWithANetwork(RunningServer server) : IClassFixture<RunningServer>, IDisposable
{
    private const int Port = 5099;
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "eventkb.dll");
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);
    private readonly string _folder = Directory.CreateTempSubdirectory("eventkb-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [NamespaceFact]
    public async Task It_is_reached_by_that_machine_alone_whatever_is_configured()
    {
        var routes = Route.Of(server.App);
        await File.WriteAllLinesAsync(Path.Combine(_folder, "routes"), routes.Select(route => $"{route.Method} {route.Path}"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "appsettings.json"),
            """{"Urls":"http://10.77.0.1:5201","Kestrel":{"Endpoints":{"File":{"Url":"http://10.77.0.1:5202"}}}}""");
        var lines = await Run();

        Assert.Equal([$"listening 0100007F:{Port:X4}"], lines.Where(line => line.StartsWith("listening", StringComparison.Ordinal)));
        var answers = lines.Select(line => line.Split(' ')).Where(line => line[0] != "listening")
            .ToLookup(line => line[0], line => (Route: new Route(line[1], line[2]), Status: line[3], Code: line[4]));
        Assert.Equal(routes, answers["inside"].Select(answer => answer.Route));
        Assert.Equal(routes.Select(route => (route, "curl-7", "")), answers["at-outside"]);
        Assert.Equal(routes.Select(route => (route, "403", "LOOPBACK_ONLY")), answers["from-outside"]);
        Assert.Equal(routes.Select(route => (route, "403", "LOOPBACK_ONLY")), answers["spoofed"]);
        Assert.DoesNotContain(answers["inside"], answer => answer.Status is "403" or "421" || answer.Status.StartsWith("curl", StringComparison.Ordinal));
        Assert.Contains((new Route("GET", "/health/live"), "200", "live"), answers["inside"]);
    }

    [NamespaceFact]
    public async Task With_sign_in_too_a_route_answers_another_machine_over_https_alone_and_nobody_without_a_token()
    {
        var routes = Route.Of(server.App);
        await File.WriteAllLinesAsync(Path.Combine(_folder, "routes"), routes.Select(route => $"{route.Method} {route.Path}"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "sign-in.yml"),
            "providers:\n  - issuer: https://login.example.invalid\n    audience: eventkb\n");
        var lines = await Run("--sign-in", Path.Combine(_folder, "sign-in.yml"));

        var answers = lines.Select(line => line.Split(' ')).Where(line => line[0] != "listening")
            .ToLookup(line => line[0], line => (Route: new Route(line[1], line[2]), Status: line[3], Code: line[4]));
        Assert.Equal(routes.Select(route => (route, "curl-7", "")), answers["at-outside"]);
        Assert.Equal(routes.Select(route => (route, "403", "HTTPS_ONLY")), answers["from-outside"]);
        Assert.Equal(routes.Select(route => (route, "403", "HTTPS_ONLY")), answers["spoofed"]);
        Assert.Equal(routes.Select(route => (route, route.Path.StartsWith("/health/", StringComparison.Ordinal) ? "open" : "401")),
            answers["inside"].Select(answer => (answer.Route, answer.Status is "200" or "503" ? "open" : answer.Status)));
    }

    private async Task<string[]> Run(params string[] options)
    {
        var start = new ProcessStartInfo("unshare",
            ["-rn", "sh", Path.Combine(AppContext.BaseDirectory, "Listening", "in-a-namespace.sh"), Program, _folder, $"{Port}",
                Path.Combine(_folder, "routes"), .. options])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        Configure(start.Environment);
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Longest);
        try
        {
            var (said, wrong) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
            await process.WaitForExitAsync(patience.Token);
            Assert.True(process.ExitCode == 0, await wrong);
            return (await said).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Whatever makes other servers of this kind listen elsewhere.</summary>
    private static void Configure(IDictionary<string, string?> environment)
    {
        environment["LC_ALL"] = "C";
        foreach (var (prefix, index) in new[] { "", "ASPNETCORE_", "DOTNET_" }.Select((prefix, index) => (prefix, index)))
        {
            environment[prefix + "URLS"] = $"http://10.77.0.1:{5101 + index}";
            environment[prefix + "HTTP_PORTS"] = $"{5111 + index}";
            environment[prefix + "Kestrel__Endpoints__Other__Url"] = $"http://0.0.0.0:{5121 + index}";
        }
    }
}

/// <summary>A test that needs a network namespace; skipped, for all to see, where the system lets nobody make one.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NamespaceFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> IsAllowed = new(() =>
    {
        if (!OperatingSystem.IsLinux())
            return false;
        using var process = Process.Start(new ProcessStartInfo("unshare", ["-rn", "true"]) { RedirectStandardError = true });
        return process is not null && process.WaitForExit(TimeSpan.FromSeconds(10)) && process.ExitCode == 0;
    });

    public NamespaceFactAttribute()
    {
        if (!IsAllowed.Value)
            Skip = "Needs Linux and 'unshare -rn', which this machine does not allow.";
    }
}
