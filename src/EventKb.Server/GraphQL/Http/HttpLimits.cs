namespace EventKb.Server.GraphQL.Http;

/// <summary>Bounds on what comes in over HTTP.</summary>
internal static class HttpLimits
{
    /// <summary>Bytes of a GraphQL request, variables included.</summary>
    public const int RequestBytes = 2 * 1024 * 1024;

    /// <summary>How long answering a question may take.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    /// <summary>How long a change may take: as long as the ledger tries it, then until it can be read.</summary>
    public static readonly TimeSpan MutationTimeout = TimeSpan.FromSeconds(20);
}
