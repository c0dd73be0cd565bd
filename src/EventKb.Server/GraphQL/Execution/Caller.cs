using EventKb.Domain;
using EventKb.ReadModels;
using Microsoft.AspNetCore.Http.Features;

namespace EventKb.Server.GraphQL.Execution;

/// <summary>Who sends a request.</summary>
/// <param name="Viewer">What they may see.</param>
/// <param name="Rights">What they may do besides what everybody may who is signed in.</param>
/// <param name="BeforeActing">Is done before their first command; a person who is in the directory has nothing to wait for.</param>
internal sealed record Caller(Viewer Viewer, IReadOnlySet<PersonRight> Rights, Func<CancellationToken, Task> BeforeActing)
{
    /// <summary>Who signed in; null = nobody signs in.</summary>
    public PersonId? Signed { get; init; }

    /// <summary>The program itself, which asks and changes nothing.</summary>
    public static Caller Server { get; } = new(Viewer.LocalOperator, new HashSet<PersonRight>(), _ => Task.CompletedTask);

    /// <summary>Who sends a request; every request that reaches a route has a sender.</summary>
    public static Caller Of(HttpContext http) => http.Features.GetRequiredFeature<Caller>();
}
