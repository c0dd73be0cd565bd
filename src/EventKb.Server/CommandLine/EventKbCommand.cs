using System.CommandLine;
using System.CommandLine.Help;
using System.Text.Json;
using EventKb.Domain;
using EventKb.Ledger;
using EventKb.Server.Losses;

namespace EventKb.Server.CommandLine;

/// <summary>The command line: <c>eventkb</c> and what it can do.</summary>
internal static class EventKbCommand
{
    private const string Description =
        """
        EventKb keeps the knowledge of public institutions as a ledger of what happened.

        Exit codes:
          0    done
          1    something unexpected failed
          2    the input cannot be used, or rows of it were rejected
          3    another process has the data folder open
          4    a check of the ledger failed, or events that were recorded are gone
          130  interrupted
        """;

    private const int Interrupted = 130;
    private static readonly TimeSpan Stopping = TimeSpan.FromSeconds(30);

    /// <summary>Every command, one line each.</summary>
    public static RootCommand Create(Terminal terminal)
    {
        var root = new RootCommand(terminal.In(Description))
        {
            ServeCommand.Create(terminal),
            ImportCommand.Create(terminal),
            RebuildCommand.Create(terminal),
            ExportCommand.Create(terminal),
            RestoreCommand.Create(terminal),
            VerifyCommand.Create(terminal),
            DemoCommand.Create(terminal),
            TokenCommand.Create(terminal),
        };
        foreach (var option in root.Options)
            option.Description = terminal.In(option is HelpOption ? "Show help." : (Wording)"Show the version.");
        return root;
    }

    /// <summary>Runs what the arguments ask for and gives the exit code.</summary>
    public static async Task<int> Run(string[] arguments, Terminal terminal, CancellationToken cancellation = default)
    {
        var parsed = Create(terminal).Parse(arguments is [] ? ["--help"] : arguments);
        var asked = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Stopping };
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                terminal.Fail(terminal.In($"The arguments cannot be used: {error.Message}"));
            terminal.Note("Run 'eventkb --help', or a command with --help, to see what there is.");
            return (int)ExitCode.BadInput;
        }

        try
        {
            return await parsed.InvokeAsync(asked, cancellation);
        }
        catch (Exception failure)
        {
            terminal.Fail(Explain(failure, terminal));
            return CodeOf(failure);
        }
    }

    private static int CodeOf(Exception failure) => failure switch
    {
        CannotGoOn known => (int)known.Code,
        DataFolderInUseException => (int)ExitCode.FolderInUse,
        LedgerDamagedException or LedgerLostException => (int)ExitCode.LedgerDamaged,
        RestoreRefusedException or LossNotAcceptedException or DataFolderRefusedException => (int)ExitCode.BadInput,
        OperationCanceledException => Interrupted,
        _ => (int)ExitCode.Unexpected,
    };

    private static string Explain(Exception failure, Terminal terminal) => failure switch
    {
        WordedException known => terminal.In(known.Wording),
        OperationCanceledException => terminal.In("Interrupted; what was acknowledged is kept."),
        IOException or UnauthorizedAccessException or JsonException => failure.Message,
        _ => failure.ToString(),
    };
}
