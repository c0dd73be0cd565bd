using System.Buffers;
using EventKb.Server.GraphQL.Http;
using EventKb.Server.GraphQL.Schema;
using GraphQL;

namespace EventKb.Server.GraphQL.Execution;

/// <summary>
/// Asks the usual questions some times before the first client does, so that nobody waits for the schema to be built or for code to be
/// compiled.
/// </summary>
internal static class Warmup
{
    /// <summary>A method called thirty times is compiled for speed.</summary>
    private const int Times = 40;

    public static async Task Run(IServiceProvider services, CancellationToken cancellation)
    {
        var executor = services.GetRequiredService<GraphQLExecutor>();
        var writer = services.GetRequiredService<ResponseWriter>();
        var body = new ArrayBufferWriter<byte>();
        var variables = new Inputs(new Dictionary<string, object?> { ["first"] = 3 });
        var parts = services.GetRequiredService<IReadOnlyList<SchemaPart>>();
        foreach (var question in parts.Select(part => part.UsualQuestion).OfType<string>().SelectMany(asked => Enumerable.Repeat(asked, Times)))
        {
            var request = new GraphQLRequest(question, null, variables, null);
            var result = await executor.Execute(request, isGet: true, Caller.Server, Language.English, services, cancellation);
            if (result.Errors is { Count: > 0 })
                return; // Readiness and the log tell why; a server that starts cold is better than none.
            body.ResetWrittenCount();
            writer.Write(body, result, Language.English);
        }
    }
}
