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

    /// <summary>Adds them to the command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_signIn);
        command.Add(_demo);
    }

    /// <summary>How a server is started, with what was given of these.</summary>
    public ServerOptions In(ParseResult parsed, ServerOptions options)
    {
        var (file, demo) = (parsed.GetValue(_signIn), parsed.GetValue(_demo));
        if (file is not null && demo)
            throw CannotGoOn.BadInput($"Give --sign-in or --demo: whoever can read the folder could sign in as anybody.");
        return options with { SignIn = file is null ? null : SignInConfiguration.Read(file), Demo = demo };
    }
}
