using Akka.Actor;

namespace EventKb.Ledger;

/// <summary>A stream's actor as its parent knows it: when it was last used, and who waits for its successor.</summary>
internal sealed class LiveStream
{
    public LiveStream(string id, IActorRef actor)
    {
        (Id, Actor) = (id, actor);
        Place = new LinkedListNode<LiveStream>(this);
    }

    public string Id { get; }

    public IActorRef Actor { get; }

    public LinkedListNode<LiveStream> Place { get; }

    /// <summary>Commands that came after the actor was asked to stop, with their senders.</summary>
    public List<(StreamCommand Command, IActorRef Sender)> Waiting { get; } = [];

    /// <summary>A mark of <see cref="RealTime"/>.</summary>
    public long LastUsed { get; set; }

    public bool Stopping { get; set; }

    public Exception? Failure { get; set; }
}
