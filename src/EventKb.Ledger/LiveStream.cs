using Akka.Actor;

namespace EventKb.Ledger;

/// <summary>A stream's actor as its parent knows it: when it was last used, and who still waits for a reply.</summary>
internal sealed class LiveStream
{
    private readonly Queue<TaskCompletionSource<StreamReply>> _sent = new();
    private bool _retired;

    public LiveStream(StreamCommand first, IActorRef actor)
    {
        (Id, Actor) = (first.EntityId, actor);
        Place = new LinkedListNode<LiveStream>(this);
    }

    public string Id { get; }

    public IActorRef Actor { get; }

    public LinkedListNode<LiveStream> Place { get; }

    /// <summary>Commands that came after the actor was asked to stop.</summary>
    public List<StreamCommand> Waiting { get; } = [];

    public long LastUsed { get; set; }

    public bool Stopping { get; set; }

    public Exception? Failure { get; set; }

    public void Retire() => Stopping = _retired = true;

    public void Add(StreamCommand command)
    {
        if (Stopping)
        {
            Waiting.Add(command);
            return;
        }

        // Replies come in order, so what is answered stands in front and is let go.
        while (_sent.TryPeek(out var first) && first.Task.IsCompleted)
            _sent.Dequeue();
        _sent.Enqueue(command.Reply);
    }

    /// <summary>The actor is gone: whoever had no reply learns that the outcome is unknown.</summary>
    public void FailSent()
    {
        var cause = Failure ?? new AppendRefusedException(_retired ? "The stream's actor stopped."
            : "The stream's actor failed.");
        foreach (var sent in _sent)
            sent.TrySetResult(new StreamReply(null, cause));
    }
}
