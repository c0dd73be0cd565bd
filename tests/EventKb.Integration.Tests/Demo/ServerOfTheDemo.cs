using EventKb.Integration.Tests.GraphQL;
using EventKb.Server;
using EventKb.Server.Demo;

namespace EventKb.Integration.Tests.Demo;

/// <summary>A server as the demo has it: with its questions as tabs, and a clock that leaves the story to be told first.</summary>
public sealed class ServerOfTheDemo : RunningServer
{
    private protected override ServerOptions Options(ServerOptions usual) => usual with
    {
        Origin = "demo.eventkb.example/ledger",
        Examples = [.. DemoResources.Questions()],
        ReactionInterval = TimeSpan.FromMinutes(10),
    };
}
