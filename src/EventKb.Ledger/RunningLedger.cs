using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Event;
using Akka.Hosting.Logging;

namespace EventKb.Ledger;

/// <summary>The actor system over a store, whichever database that is.</summary>
internal sealed class RunningLedger : IAsyncDisposable
{
    private static readonly TimeSpan MostStopping = TimeSpan.FromSeconds(10);
    private readonly ActorSystem _system;

    private RunningLedger(ActorSystem system, IActorRef streams, LedgerStore store, LedgerOptions options)
    {
        (_system, Streams) = (system, streams);
        Gateway = new CommandGateway(store, streams, new ReplyAddress(system), options);
        Feed = new StoreFeed(store);
    }

    public CommandGateway Gateway { get; }

    public EventFeed Feed { get; }

    internal IActorRef Streams { get; }

    public static RunningLedger Start(LedgerStore store, LedgerOptions options)
    {
        var bootstrap = BootstrapSetup.Create().WithConfig(Configuration(options));
        var setup = ActorSystemSetup.Create(bootstrap, new LedgerSetup(store));
        if (options.Logging is { } logging)
            setup = setup.And(new LoggerFactorySetup(logging));
        var system = ActorSystem.Create("eventkb", setup);
        var streams = system.ActorOf(Props.Create(() => new StreamsActor(options)), "streams");
        return new RunningLedger(system, streams, store, options);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAny(_system.Terminate(), Task.Delay(MostStopping));
        Gateway.Dispose();
    }

    private static Config Configuration(LedgerOptions options) => ConfigurationFactory.ParseString(
        $$"""
        akka {
          stdout-loglevel = OFF
          stdout-logger-class = "{{typeof(StandardErrorLogger).AssemblyQualifiedName}}"
          loglevel = WARNING
          loggers = ["{{(options.Logging is null ? typeof(DefaultLogger) : typeof(LoggerFactoryLogger)).AssemblyQualifiedName}}"]
          log-dead-letters = off
          log-dead-letters-during-shutdown = off
          coordinated-shutdown.run-by-clr-shutdown-hook = off
          persistence {
            max-concurrent-recoveries = 256
            journal.plugin = "akka.persistence.journal.ledger"
            journal.ledger {
              class = "{{typeof(LedgerJournal).AssemblyQualifiedName}}"
              plugin-dispatcher = "akka.actor.default-dispatcher"
              replay-dispatcher = "akka.actor.default-dispatcher"
              replay-filter.mode = fail
              circuit-breaker {
                max-failures = 1000
                call-timeout = {{(long)options.WriteTimeout.TotalMilliseconds}}ms
                reset-timeout = 2s
              }
            }
          }
        }
        """);
}
