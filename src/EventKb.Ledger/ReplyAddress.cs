using System.Collections.Concurrent;
using Akka.Actor;

namespace EventKb.Ledger;

/// <summary>
/// Where the replies to all commands of a gateway come in, told apart by number. An address for each, as Akka's Ask makes one, costs a
/// tenth of all commands.
/// </summary>
internal sealed class ReplyAddress : MinimalActorRef
{
    private readonly ConcurrentDictionary<long, TaskCompletionSource<StreamReply>> _expected = new();
    private long _last;

    public ReplyAddress(ActorSystem system)
    {
        Provider = ((ExtendedActorSystem)system).Provider;
        Path = Provider.TempPath();
        Provider.RegisterTempActor(this, Path);
    }

    /// <inheritdoc/>
    public override ActorPath Path { get; }

    /// <inheritdoc/>
    public override IActorRefProvider Provider { get; }

    /// <summary>Sends a command and waits for its reply; <see cref="TimeoutException"/> where none came in time.</summary>
    public async Task<StreamReply> Ask(IActorRef streams, StreamCommand command, TimeSpan most, CancellationToken cancellation)
    {
        var number = Interlocked.Increment(ref _last);
        var reply = _expected[number] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            streams.Tell(command with { Number = number }, this);
            return await reply.Task.WaitAsync(most, cancellation);
        }
        finally
        {
            _expected.TryRemove(number, out _);
        }
    }

    /// <inheritdoc/>
    protected override void TellInternal(object message, IActorRef sender)
    {
        // Who gave up is no longer expected.
        if (message is StreamReply reply && _expected.TryGetValue(reply.Number, out var expected))
            expected.TrySetResult(reply);
    }
}
