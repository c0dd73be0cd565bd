using System.CommandLine;

namespace EventKb.Server.CommandLine;

/// <summary><c>eventkb serve</c>: the ledger and its read models over GraphQL.</summary>
internal static class ServeCommand
{
    private const string Description =
        """
        Serve a data folder over GraphQL, on this machine only unless there is sign-in. Makes the folder where there is none.

        Health is at /health/live and /health/ready. Ctrl+C stops it.
        """;

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var data = Options.Data(terminal);
        var (listening, signIn) = (new ListeningOptions(terminal), new SignInOptions(terminal));
        var operatorName = new Option<string?>("--operator")
        { Description = terminal.In("Name of the local operator in the audit trail [default: the user's]."), HelpName = "NAME" };
        var acceptLoss = new Option<string?>("--accept-loss")
        {
            Description = terminal.In("Go on although recorded events are gone: the audit trail tells of them with this reason, and what the folder "
                + "knew of them is kept in its folder lost-…."),
            HelpName = "REASON",
        };
        acceptLoss.Validators.Add(given =>
        {
            if (string.IsNullOrWhiteSpace(given.GetValueOrDefault<string>()))
                given.AddError(terminal.In("--accept-loss needs a reason in words."));
        });
        var command = new Command("serve", terminal.In(Description)) { data, operatorName, acceptLoss };
        listening.AddTo(command);
        signIn.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            var options = new ServerOptions(parsed.GetRequiredValue(data))
            {
                OperatorName = parsed.GetValue(operatorName) ?? Environment.UserName,
                AcceptLoss = parsed.GetValue(acceptLoss),
                Notice = terminal.Note,
            };
            return Run(terminal, signIn.In(parsed, listening.In(parsed, options)), cancellation);
        });
        return command;
    }

    private static async Task<int> Run(Terminal terminal, ServerOptions options, CancellationToken cancellation)
    {
        await using var server = await ServerApp.Build(options, cancellation);
        await Start(server, cancellation);
        var addresses = string.Join(' ', server.Addresses.Select(a => a.TrimEnd('/') + "/graphql"));
        terminal.Say($"serving {options.DataFolder} at {addresses}");
        await UntilAsked(cancellation);
        terminal.Say("stopped");
        return (int)ExitCode.Done;
    }

    /// <summary>Starts a server, or says that its address is taken.</summary>
    public static async Task Start(ServerApp server, CancellationToken cancellation)
    {
        try
        {
            await server.Start(cancellation);
        }
        catch (IOException taken) when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw CannotGoOn.BadInput($"{taken.Message} Choose another port, or 0 for a free one.");
        }
    }

    /// <summary>Waits for Ctrl+C or a request to end.</summary>
    public static async Task UntilAsked(CancellationToken cancellation) =>
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
