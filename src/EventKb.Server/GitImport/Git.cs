using System.ComponentModel;
using System.Text;
using CliWrap;
using CliWrap.Buffered;

namespace EventKb.Server.GitImport;

/// <summary>The git program, run so that neither the user's configuration nor the surroundings change what it says.</summary>
internal static class Git
{
    /// <summary>Bytes that are not UTF-8 throw, and a byte order mark is a character like any other.</summary>
    public static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly string[] Settings =
    [
        "safe.directory=*", "core.quotepath=off", "core.fsmonitor=false", "core.hooksPath=/dev/null", "diff.renames=true",
        "diff.renameLimit=0", "diff.orderFile=/dev/null", "log.showSignature=false", "log.showRoot=true",
        "i18n.logOutputEncoding=UTF-8",
    ];

    private static readonly Dictionary<string, string?> Surroundings = new()
    {
        ["GIT_CONFIG_NOSYSTEM"] = "1",
        ["GIT_CONFIG_GLOBAL"] = "/dev/null", // git for Windows knows it by this name too
        ["GIT_TERMINAL_PROMPT"] = "0",
        ["GIT_OPTIONAL_LOCKS"] = "0",
        ["GIT_NO_LAZY_FETCH"] = "1",
        ["GIT_NO_REPLACE_OBJECTS"] = "1",
        ["LC_ALL"] = "C",
        ["GIT_DIR"] = null,
        ["GIT_WORK_TREE"] = null,
        ["GIT_INDEX_FILE"] = null,
        ["GIT_OBJECT_DIRECTORY"] = null,
        ["GIT_ALTERNATE_OBJECT_DIRECTORIES"] = null,
        ["GIT_NAMESPACE"] = null,
        ["GIT_CONFIG_PARAMETERS"] = null,
        ["GIT_CONFIG_COUNT"] = null,
    };

    /// <summary>A git command with those settings; nothing is checked and nothing is piped yet.</summary>
    public static Command Run(params IEnumerable<string> arguments) => Run(null, arguments);

    /// <summary>The same, where git does not look for a repository above a folder.</summary>
    public static Command Run(string? ceiling, IEnumerable<string> arguments) =>
        Cli.Wrap("git")
            .WithArguments(Settings.SelectMany(s => new[] { "-c", s }).Prepend("--no-pager").Concat(arguments))
            .WithEnvironmentVariables(new Dictionary<string, string?>(Surroundings) { ["GIT_CEILING_DIRECTORIES"] = ceiling })
            .WithValidation(CommandResultValidation.None);

    /// <summary>Runs a short command and gives what it printed.</summary>
    public static async Task<BufferedCommandResult> Ask(Command command, CancellationToken cancellation)
    {
        try
        {
            return await command.ExecuteBufferedAsync(Encoding.UTF8, cancellation);
        }
        catch (Win32Exception)
        {
            throw Missing();
        }
    }

    /// <summary>The answer where the program itself is not there.</summary>
    public static CannotGoOn Missing() =>
        CannotGoOn.BadInput("git, with which the history is read, is not installed or not on the PATH. Install it and run this again.");
}
