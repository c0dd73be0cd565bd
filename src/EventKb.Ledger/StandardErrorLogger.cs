using Akka.Event;

namespace EventKb.Ledger;

/// <summary>Where the actor system warns when nobody gave it a place: standard output may be what a command is asked for.</summary>
internal sealed class StandardErrorLogger : MinimalLogger
{
    /// <inheritdoc/>
    protected override void Log(object message) => Console.Error.WriteLine(message);
}
