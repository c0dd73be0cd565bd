using Akka.Actor;
using Akka.Event;
using EventKb.Domain;
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
    protected override void PreStart()
    {
        Timers.StartPeriodicTimer("look", Tick.Instance, Look);
        Context.System.EventStream.Subscribe(Self, typeof(DeadLetter));
    }

    /// <inheritdoc/>
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Stop);

    /// <inheritdoc/>
    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case StreamCommand sent:
                Forward(sent, Sender);
                break;
            case DeadLetter { Message: StreamCommand unheard } dead:
                foreach (var command in unheard.WithThose())
                    dead.Sender.Tell(new StreamReply(command.Number, null, WhyStopped(unheard)));
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

    private void Forward(StreamCommand command, IActorRef sender)
    {
        if (!_byId.TryGetValue(command.EntityId, out var stream))
            stream = Start(command);
        stream.LastUsed = RealTime.Mark;
        if (stream.Stopping)
        {
            stream.Waiting.Add((command, sender));
            return;
        }

        _leastRecentFirst.Remove(stream.Place);
        _leastRecentFirst.AddLast(stream.Place);
        stream.Actor.Tell(command, sender);
    }

    private LiveStream Start(StreamCommand command)
    {
        if (_leastRecentFirst.Count >= _options.MostLiveStreams)
            Stop(_leastRecentFirst.First!.Value);
        var actor = Context.ActorOf(Props.CreateBy(new Producer(command.Stream, _deciders[command.Stream.Category], _options.Secrets)));
        Context.Watch(actor);
        var stream = new LiveStream(command.EntityId, actor);
        _byId[stream.Id] = _byActor[actor] = stream;
        _leastRecentFirst.AddLast(stream.Place);
        return stream;
    }

    private void StopIdle()
    {
        while (_leastRecentFirst.First is { } oldest && RealTime.Since(oldest.Value.LastUsed) > _options.PassivateAfter)
            Stop(oldest.Value);
    }

    /// <summary>Everything sent before is still dealt with; what comes after waits for the successor.</summary>
    private void Stop(LiveStream stream)
    {
        if (stream.Stopping)
            return;
        stream.Stopping = true;
        _leastRecentFirst.Remove(stream.Place);
        stream.Actor.Tell(Passivate.Instance);
    }

    private void Bury(LiveStream stream)
    {
        _byId.Remove(stream.Id);
        if (stream.Place.List is not null)
            _leastRecentFirst.Remove(stream.Place);
        foreach (var (command, sender) in stream.Waiting)
            Forward(command, sender);
    }

    /// <summary>What a stopped actor had not yet dealt with becomes a dead letter; its sender learns that the outcome is unknown.</summary>
    private Exception WhyStopped(StreamCommand unheard) =>
        _byId.GetValueOrDefault(unheard.EntityId)?.Failure ?? new AppendRefusedException("The stream's actor stopped.");

    internal sealed record GetLiveStreams;

    private sealed class Tick
    {
        public static Tick Instance { get; } = new();
    }

    private sealed class Producer(StreamId stream, Decider decider, Secrets secrets) : IIndirectActorProducer
    {
        public Type ActorType => typeof(DeciderActor);

        public ActorBase Produce() => new DeciderActor(stream, decider, secrets);

        public void Release(ActorBase actor) { }
    }
}
