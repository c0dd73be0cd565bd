namespace EventKb.Ledger;

/// <summary>
/// Turns of a sender's commands: their events stand in the ledger in the order of the turns, though many are decided at once.
/// </summary>
public sealed class WriteOrder
{
    private readonly Lock _gate = new();
    private readonly Queue<WriteTurn> _open = new();

    /// <summary>The turn after those given before.</summary>
    public WriteTurn Next()
    {
        lock (_gate)
        {
            var turn = new WriteTurn(this);
            _open.Enqueue(turn);
            return turn;
        }
    }

    internal bool HasCome(WriteTurn turn, Action come)
    {
        lock (_gate)
        {
            if (turn.IsPassed || ReferenceEquals(_open.Peek(), turn))
                return true;
            turn.Come = come;
            return false;
        }
    }

    internal void Pass(WriteTurn turn, bool isOver)
    {
        Action? givenUp = null;
        Action? come = null;
        lock (_gate)
        {
            turn.IsPassed = true;
            if (isOver)
                (turn.IsOver, givenUp) = (true, turn.TakeCome());
            while (_open.TryPeek(out var first) && first.IsPassed)
                _open.Dequeue();
            if (_open.TryPeek(out var next))
                come = next.TakeCome();
        }

        givenUp?.Invoke();
        come?.Invoke();
    }
}

/// <summary>The turn to write of one sending; its holder passes it on, whether it wrote or not.</summary>
public sealed class WriteTurn
{
    private readonly WriteOrder _order;

    internal WriteTurn(WriteOrder order) => _order = order;

    internal bool IsPassed { get; set; }

    internal Action? Come { private get; set; }

    /// <summary>True once its holder has stopped waiting: what was not written by then is not written at all.</summary>
    internal bool IsOver { get; set; }

    /// <summary>Lets the next one write; again does nothing.</summary>
    public void Pass() => _order.Pass(this, isOver: false);

    /// <summary>The same, and those who wait for the turn learn that it was given up.</summary>
    internal void End() => _order.Pass(this, isOver: true);

    /// <summary>Whom to tell that the turn has come, once.</summary>
    internal Action? TakeCome()
    {
        var come = Come;
        Come = null;
        return come;
    }

    /// <summary>True where it may write now; otherwise it is notified later.</summary>
    internal bool HasCome(Action come) => _order.HasCome(this, come);
}
