using Akka.Actor;
using Decider = EventKb.Domain.Decider;

namespace EventKb.Ledger;

/// <summary>
/// Keeps one actor for each stream in use and stops the longest unused: at any time at most so many live. A stopping actor's
/// commands wait here for its successor, so none is lost. What cluster sharding will do for a cluster.
/// </summary>
internal sealed class StreamsActor : UntypedActor, IWithTimers
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private readonly Dictionary<string, Decider> _deciders;
    private readonly LedgerOptions _options;
    private readonly Dictionary<string, LiveStream> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<IActorRef, LiveStream> _byActor = [];
    private readonly LinkedList<LiveStream> _leastRecentFirst = [];

    public StreamsActor(LedgerOptions options) => (_options, _deciders) = (options, options.Deciders.ToDictionary(d => d.Category));

    /// <inheritdoc/>
    public ITimerScheduler Timers { get; set; } = null!;

    /// <inheritdoc/>
    protected override void PreStart() => Timers.StartPeriodicTimer("look", Tick.Instance, Look);

    /// <inheritdoc/>
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Stop);

    /// <inheritdoc/>
    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case StreamCommand command:
                Forward(command);
                break;
            case Tick:
                StopIdle();
                break;
            case ReplayAgain again when _byId.TryGetValue(again.Stream, out var stream):
                Stop(stream);
                break;
            case StreamFailed failed when _byActor.TryGetValue(Sender, out var stream):
                (stream.Failure, stream.Stopping) = (failed.Cause, true);
                break;
            case Terminated terminated when _byActor.Remove(terminated.ActorRef, out var stream):
                Bury(stream);
                break;
            case GetLiveStreams:
                Sender.Tell(_byId.Count);
                break;
        }
    }

    private void Forward(StreamCommand command)
    {
        if (!_byId.TryGetValue(command.EntityId, out var stream))
            stream = Start(command);
        stream.LastUsed = Environment.TickCount64;
        stream.Add(command);
        if (stream.Stopping)
            return;
        _leastRecentFirst.Remove(stream.Place);
        _leastRecentFirst.AddLast(stream.Place);
        stream.Actor.Tell(command);
    }

    private LiveStream Start(StreamCommand command)
    {
        if (_leastRecentFirst.Count >= _options.MostLiveStreams)
            Stop(_leastRecentFirst.First!.Value);
        var actor = Context.ActorOf(Props.CreateBy(new Producer(command.EntityId, _deciders[command.Category], _options.Secrets)));
        Context.Watch(actor);
        var stream = new LiveStream(command, actor);
        _byId[stream.Id] = _byActor[actor] = stream;
        _leastRecentFirst.AddLast(stream.Place);
        return stream;
    }

    private void StopIdle()
    {
        var since = Environment.TickCount64 - (long)_options.PassivateAfter.TotalMilliseconds;
        while (_leastRecentFirst.First is { } oldest && oldest.Value.LastUsed < since)
            Stop(oldest.Value);
    }

    /// <summary>Everything sent before is still dealt with; what comes after waits for the successor.</summary>
    private void Stop(LiveStream stream)
    {
        if (stream.Stopping)
            return;
        stream.Retire();
        _leastRecentFirst.Remove(stream.Place);
        stream.Actor.Tell(Passivate.Instance);
    }

    private void Bury(LiveStream stream)
    {
        _byId.Remove(stream.Id);
        if (stream.Place.List is not null)
            _leastRecentFirst.Remove(stream.Place);
        stream.FailSent();
        foreach (var waiting in stream.Waiting)
            Forward(waiting);
    }

    internal sealed record GetLiveStreams;

    private sealed class Tick
    {
        public static Tick Instance { get; } = new();
    }

    private sealed class Producer(string stream, Decider decider, Secrets secrets) : IIndirectActorProducer
    {
        public Type ActorType => typeof(DeciderActor);

        public ActorBase Produce() => new DeciderActor(stream, decider, secrets);

        public void Release(ActorBase actor) { }
    }
}
