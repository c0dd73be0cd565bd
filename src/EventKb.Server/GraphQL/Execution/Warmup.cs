using System.Buffers;
using EventKb.Server.GraphQL.Http;
using GraphQL;

namespace EventKb.Server.GraphQL.Execution;

/// <summary>
/// Asks the usual question some times before the first client does, so that nobody waits for the schema to be built or for code to be
/// compiled.
/// </summary>
internal static class Warmup
{
    /// <summary>A method called thirty times is compiled for speed.</summary>
    private const int Times = 40;

    private const string Question =
        """
        query ($first: Int!) {
          ledger { size }
          articles(first: $first) {
            edges { cursor node { id title state kind accountable { holder { id } } latest { number title recordedAt person { name } }
              revisions(first: 5) { totalCount edges { node { number title recordedAt person { id } } } } } }
          }
        }
        """;

    public static async Task Run(IServiceProvider services, CancellationToken cancellation)
    {
        var executor = services.GetRequiredService<GraphQLExecutor>();
        var writer = services.GetRequiredService<ResponseWriter>();
        var body = new ArrayBufferWriter<byte>();
        var variables = new Inputs(new Dictionary<string, object?> { ["first"] = 3 });
        for (var i = 0; i < Times; i++)
        {
            var request = new GraphQLRequest(Question, null, variables, null);
            var result = await executor.Execute(request, isGet: true, Language.English, services, cancellation);
            if (result.Errors is { Count: > 0 })
                return; // Readiness and the log tell why; a server that starts cold is better than none.
            body.ResetWrittenCount();
            writer.Write(body, result);
        }
    }
}
