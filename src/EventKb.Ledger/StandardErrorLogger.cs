using Akka.Event;

namespace EventKb.Ledger;

/// <summary>Where the actor system writes warnings by default: standard output may carry a command's result.</summary>
internal sealed class StandardErrorLogger : MinimalLogger
{
    /// <inheritdoc/>
    protected override void Log(object message) => Console.Error.WriteLine(message);
}
