using System.CommandLine;
using EventKb.Server.SignIn;

namespace EventKb.Server.CommandLine;

/// <summary><c>eventkb token</c>: a token to try a server out with, as one person or another.</summary>
internal static class TokenCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var data = Options.Data(terminal);
        var person = new Option<string>("--person")
        {
            Description = terminal.In("Their name, as the person directory has it, or their id where two have that name."),
            HelpName = "NAME",
            Required = true,
        };
        var command = new Command("token", terminal.In(
            "Print a token for a person, signed with a key of the data folder. It holds for eight hours, at a server that runs with --demo."))
        { data, person };
        command.SetAction(parsed =>
        {
            var folder = Options.Existing(parsed.GetRequiredValue(data));
            terminal.Show(DemoKey.Token(folder, parsed.GetRequiredValue(person), new ServerOptions(folder).Clock));
            return (int)ExitCode.Done;
        });
        return command;
    }
}
