using System.CommandLine;
using EventKb.Server.Demo;

namespace EventKb.Server.CommandLine;

/// <summary><c>eventkb demo</c>: a small knowledge base with a history, served on this machine.</summary>
internal static class DemoCommand
{
    private const string Origin = "demo.eventkb.example/ledger";
    private const string Description =
        """
        Fill a fresh folder with a small municipality's knowledge and its history, serve it, and print what to look at.

        Everything comes in through the same commands as anybody's. Without --data the folder is a temporary one and is removed
        at the end. Ctrl+C stops it.
        """;

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var data = new Option<string?>("--data")
        { Description = terminal.In("A folder to fill and keep; it must not hold a ledger yet."), HelpName = "DIR" };
        var urls = new Option<string>("--urls")
        { Description = terminal.In("Where to listen; port 0 takes a free one."), HelpName = "URL", DefaultValueFactory = _ => "http://127.0.0.1:0" };
        var exit = new Option<bool>("--exit-after-ready") { Description = terminal.In("Stop once everything is served and printed.") };
        var command = new Command("demo", terminal.In(Description)) { data, urls, exit };
        command.SetAction((parsed, cancellation) => Run(terminal, new Asked(
            parsed.GetValue(data), parsed.GetRequiredValue(urls), parsed.GetValue(exit)), cancellation));
        return command;
    }

    private static async Task<int> Run(Terminal terminal, Asked asked, CancellationToken cancellation)
    {
        var folder = asked.Data ?? Path.Combine(Path.GetTempPath(), $"eventkb-demo-{Environment.ProcessId}");
        if (File.Exists(Path.Combine(folder, Ledger.EmbeddedLedger.FileName)))
            throw CannotGoOn.BadInput($"There is a ledger in {folder} already; 'eventkb serve --data {folder}' serves it.");
        try
        {
            await Serve(terminal, folder, asked, cancellation);
        }
        finally
        {
            if (asked.Data is null && Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }

        return (int)ExitCode.Done;
    }

    private static async Task Serve(Terminal terminal, string folder, Asked asked, CancellationToken cancellation)
    {
        var options = new ServerOptions(folder)
        {
            Origin = Origin,
            Notice = terminal.Note,
            Urls = Options.Urls(asked.Urls),
            Examples = [.. DemoResources.Questions()],
            // The story is told before the clock first acts, which would do part of it at today's time.
            ReactionInterval = TimeSpan.FromSeconds(30),
        };
        await using var server = await ServerApp.Build(options, cancellation);
        await ServeCommand.Start(server, cancellation);
        await new DemoStory(server.Ledger).Tell();
        var head = await server.Ledger.Feed.Head(cancellation);
        await server.Runner.WaitFor(head.Size, TimeSpan.FromSeconds(30), cancellation);
        Show(terminal, server.Addresses.First().TrimEnd('/'), options.Examples, head.Size);
        if (!asked.ExitAfterReady)
            await ServeCommand.UntilAsked(cancellation);
        terminal.Say("stopped");
    }

    private static void Show(Terminal terminal, string address, IEnumerable<Example> questions, long size)
    {
        terminal.Say($"{address}/ is a page on which to ask these questions and others; open it in a browser.");
        terminal.Say($"{size} events are in the ledger. Questions to ask of it (POST them, or send one as ?query= in the address):");
        foreach (var question in questions)
        {
            terminal.Show("");
            terminal.Show("# " + question.In(terminal.Language));
            terminal.Show(question.Query);
        }

        terminal.Show("");
        var graphql = address + "/graphql";
        terminal.Say($"serving {graphql}");
        var example = Uri.EscapeDataString("{articles(first:5){edges{node{title state accountable{holder{name}}}}}}");
        terminal.Say($"for example {graphql}?query={example}");
        terminal.Say("Ctrl+C stops it.");
    }

    private sealed record Asked(string? Data, string Urls, bool ExitAfterReady);
}
