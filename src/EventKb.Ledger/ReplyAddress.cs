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

    /// <summary>
    /// Sends commands of one stream together and waits for their replies; a <see cref="TimeoutException"/> is the reply of one that came
    /// too late.
    /// </summary>
    public async Task<StreamReply[]> Ask(IActorRef streams, IReadOnlyList<StreamCommand> commands, TimeSpan most, CancellationToken cancellation)
    {
        var last = Interlocked.Add(ref _last, commands.Count);
        var replies = new TaskCompletionSource<StreamReply>[commands.Count];
        StreamCommand? sent = null;
        for (var i = commands.Count - 1; i >= 0; i--)
        {
            sent = commands[i] with { Number = last - i, Then = sent };
            replies[i] = _expected[last - i] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        try
        {
            streams.Tell(sent!, this);
            Task all = replies.Length == 1 ? replies[0].Task : Task.WhenAll(Array.ConvertAll(replies, reply => reply.Task));
            await all.WaitAsync(most, cancellation);
            return Array.ConvertAll(replies, reply => reply.Task.Result);
        }
        catch (TimeoutException late)
        {
            return [.. replies.Select((reply, i) => reply.Task.IsCompleted ? reply.Task.Result : new StreamReply(last - i, null, late))];
        }
        finally
        {
            for (var i = 0; i < replies.Length; i++)
                _expected.TryRemove(last - i, out _);
        }
    }

    /// <inheritdoc/>
    protected override void TellInternal(object message, IActorRef sender)
    {
        // Senders that gave up are no longer waited for.
        if (message is StreamReply reply && _expected.TryGetValue(reply.Number, out var expected))
            expected.TrySetResult(reply);
    }
}
