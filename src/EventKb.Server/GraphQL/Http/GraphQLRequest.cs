using EventKb.Domain;
using GraphQL;

namespace EventKb.Server.GraphQL.Http;

/// <summary>One request as it came in.</summary>
internal sealed record GraphQLRequest(string Query, string? OperationName, Inputs? Variables, Inputs? Extensions)
{
    /// <summary>The position that the read must have seen: <c>extensions.atLeast</c>.</summary>
    public object? AtLeast => Extensions?.GetValueOrDefault("atLeast");
}

/// <summary>A request that cannot be read, with the HTTP status that says so.</summary>
internal sealed class BadRequestException(int status, string code, Wording wording) : Exception(wording.ToString())
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public Wording Wording { get; } = wording;
}
