using System.Net;
using EventKb.Domain;
using EventKb.Server.SignIn;

namespace EventKb.Server;

/// <summary>How a server is started.</summary>
internal sealed record ServerOptions(string DataFolder)
{
    /// <summary>Where it listens; loopback only where nobody signs in. Port 0 = any free port.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://127.0.0.1:5000"];

    /// <summary>Names, with a port or without, under which it may be asked besides the addresses at which it listens.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Proxies whose word it takes for who sent a request, and how and under which name.</summary>
    public IReadOnlyList<IPAddress> Proxies { get; init; } = [];

    /// <summary>The certificate for https addresses.</summary>
    public CertificateFile? Certificate { get; init; }

    /// <summary>Who may sign in with what; null = nobody signs in, and whoever is on this machine is the local operator.</summary>
    public SignInConfiguration? SignIn { get; init; }

    /// <summary>True where tokens that the folder's own key signed are accepted, on this machine.</summary>
    public bool Demo { get; init; }

    /// <summary>True where a request must say whose it is.</summary>
    public bool NeedsSignIn => SignIn is not null || Demo;

    /// <summary>Why commands are taken without sign-in from a ledger that is served with it; null = they are not.</summary>
    public string? BreakGlass { get; init; }

    /// <summary>Name of the local operator as the person directory has it.</summary>
    public string OperatorName { get; init; } = Environment.UserName;

    /// <summary>Name of a ledger that is made new; null = a random one.</summary>
    public string? Origin { get; init; }

    /// <summary>Why the server is to go on although events are lost; null = it does not.</summary>
    public string? AcceptLoss { get; init; }

    /// <summary>Told what the operator should know of the data folder; else it is on standard error.</summary>
    public Action<Wording> Notice { get; init; } = notice => Console.Error.WriteLine(notice);

    /// <summary>The clock.</summary>
#pragma warning disable RS0030 // The default; whoever wants another time says so.
    public TimeProvider Clock { get; init; } = TimeProvider.System;
#pragma warning restore RS0030

    /// <summary>Questions that the explorer offers.</summary>
    public IReadOnlyList<Example> Examples { get; init; } = [];

    /// <summary>Whether the schema may be asked for; the local operator may.</summary>
    public bool Introspection { get; init; } = true;

    /// <summary>How long a command is tried before its sender learns that the ledger stands still.</summary>
    public TimeSpan CommandDeadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often the clock's work (scheduled publication, lapsing) is looked for.</summary>
    public TimeSpan ReactionInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often the whole ledger is verified beside the work, after the first time at the start.</summary>
    public TimeSpan VerifyInterval { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Events that the read models may be behind the ledger while the server is still ready.</summary>
    public long ReadyLag { get; init; } = 10_000;

    /// <summary>Bytes that all attached files together may take.</summary>
    public long AttachmentQuota { get; init; } = 10L * 1024 * 1024 * 1024;
}

/// <summary>Where a certificate is.</summary>
/// <param name="File">A PEM or PFX file.</param>
/// <param name="KeyFile">File of the private key in PEM; null = it is with the certificate.</param>
/// <param name="Password">What the key is encrypted with; null = nothing.</param>
internal sealed record CertificateFile(string File, string? KeyFile = null, string? Password = null)
{
    /// <summary>Name of the environment variable that has the password, which an argument would show to other users.</summary>
    public const string PasswordVariable = "EVENTKB_CERTIFICATE_PASSWORD";
}
