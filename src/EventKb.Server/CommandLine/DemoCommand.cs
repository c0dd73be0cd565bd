using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using EventKb.Server.Demo;

namespace EventKb.Server.CommandLine;

/// <summary><c>eventkb demo</c>: something to look at within seconds.</summary>
internal static class DemoCommand
{
    private const string Description =
        """
        Make a small knowledge base of an invented municipality in a fresh folder, serve it and say what to look at.

        Ctrl+C stops it. A temporary folder goes away with it; one named with --data stays.
        """;

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var data = new Option<string?>("--data") { Description = "Folder to keep it in [default: a temporary one].", HelpName = "DIR" };
        var urls = new Option<string>("--urls")
        { Description = "Where to listen; port 0 takes a free one.", HelpName = "URL", DefaultValueFactory = _ => "http://127.0.0.1:0" };
        var exit = new Option<bool>("--exit-after-ready") { Description = "End as soon as it is served, for a try without a reader." };
        var command = new Command("demo", Description) { data, urls, exit };
        command.SetAction((parsed, cancellation) => Run(terminal, parsed.GetValue(data),
            [.. LocalAddress.Urls(parsed.GetRequiredValue(urls)).Select(u => u.ToString())], parsed.GetValue(exit), cancellation));
        return command;
    }

    private static async Task<int> Run(Terminal terminal, string? kept, IReadOnlyList<string> urls, bool exit, CancellationToken cancellation)
    {
        var folder = kept ?? Directory.CreateTempSubdirectory("eventkb-demo-").FullName;
        try
        {
            await Serve(terminal, new ServerOptions(folder) { Urls = urls, Origin = "eventkb.local/demo" }, exit, cancellation);
        }
        finally
        {
            if (kept is null)
                Directory.Delete(folder, recursive: true);
        }

        return (int)ExitCode.Done;
    }

    private static async Task Serve(Terminal terminal, ServerOptions options, bool exit, CancellationToken cancellation)
    {
        await using var server = await ServeCommand.Build(terminal, options, cancellation);
        await ServeCommand.Start(server, cancellation); // the rules in force come from the read models, so they must be followed
        await terminal.Watch("Telling the story", null, _ =>
            new DemoStory(server.Ledger, DateOnly.FromDateTime(DateTime.UtcNow)).Tell(cancellation));
        var head = await server.Ledger.Feed.Head(cancellation);
        await server.Runner.WaitFor(head.Size, TimeSpan.FromSeconds(30), cancellation);
        Introduce(terminal, server.Addresses.First().TrimEnd('/'), options.DataFolder, head.Size);
        if (!exit)
            await ServeCommand.UntilAsked(cancellation);
        terminal.Say("stopped");
    }

    private static void Introduce(Terminal terminal, string url, string folder, long position)
    {
        terminal.Say($"The demo is served at {url}/graphql from {folder}: {position} events.");
        terminal.Say("Ask it, for example:");
        foreach (var (shows, query) in DemoQueries.All)
        {
            var oneLine = string.Join(' ', query.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            terminal.Say("");
            terminal.Say($"# {shows}");
            terminal.Say($"curl -s {url}/graphql -H \"content-type: application/json\" -d {Quoted(oneLine)}");
        }

        terminal.Say("");
        terminal.Say("Ctrl+C stops it.");
    }

    /// <summary>The request as an argument for the shell of the system; cmd knows only double quotes.</summary>
    private static string Quoted(string query)
    {
        var body = $"{{\"query\":\"{JsonEncodedText.Encode(query, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"}}";
        return OperatingSystem.IsWindows()
            ? $"\"{body.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""
            : $"'{body}'";
    }
}
