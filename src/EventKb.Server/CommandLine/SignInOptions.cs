using System.CommandLine;
using EventKb.Server.SignIn;

namespace EventKb.Server.CommandLine;

/// <summary>Options of <c>serve</c> that say who may sign in with what.</summary>
internal sealed class SignInOptions(Terminal terminal)
{
    private readonly Option<string?> _signIn = new("--sign-in")
    {
        Description = terminal.In(
            "Sign-in providers whose tokens are accepted, in YAML; without it nobody signs in and only this machine is served."),
        HelpName = "FILE",
    };

    private readonly Option<bool> _demo = new("--demo")
    { Description = terminal.In("Accept the tokens that 'eventkb token' makes for this folder, on this machine only.") };

    private readonly Option<string?> _breakGlass = new("--break-glass")
    {
        Description = terminal.In(
            "In an emergency: write without sign-in into a ledger that is served with it; the audit trail tells of it with this reason."),
        HelpName = "REASON",
    };

    /// <summary>Adds them to the command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_signIn);
        command.Add(_demo);
        command.Add(_breakGlass);
    }

    /// <summary>How a server is started, with what was given of these.</summary>
    public ServerOptions In(ParseResult parsed, ServerOptions options)
    {
        var (file, demo, reason) = (parsed.GetValue(_signIn), parsed.GetValue(_demo), parsed.GetValue(_breakGlass));
        if (file is not null && demo)
            throw CannotGoOn.BadInput($"Give --sign-in or --demo: whoever can read the folder could sign in as anybody.");
        if (reason is not null && (file is not null || demo))
            throw CannotGoOn.BadInput($"--break-glass is for a server that nobody signs in to; leave out --sign-in and --demo.");
        return options with { SignIn = file is null ? null : SignInConfiguration.Read(file), Demo = demo, BreakGlass = reason };
    }
}
