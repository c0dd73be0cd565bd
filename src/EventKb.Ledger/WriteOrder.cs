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

    internal void Pass(WriteTurn turn)
    {
        Action? come;
        lock (_gate)
        {
            turn.IsPassed = true;
            if (!_open.TryPeek(out var first) || !first.IsPassed)
                return;
            while (_open.TryPeek(out first) && first.IsPassed)
                _open.Dequeue();
            come = first?.Come;
        }

        come?.Invoke();
    }
}

/// <summary>The turn to write of one sending; whoever has it passes it on, having written or not.</summary>
public sealed class WriteTurn
{
    private readonly WriteOrder _order;

    internal WriteTurn(WriteOrder order) => _order = order;

    internal bool IsPassed { get; set; }

    internal Action? Come { get; set; }

    /// <summary>Lets the next one write; again does nothing.</summary>
    public void Pass() => _order.Pass(this);

    /// <summary>True where it may write now; else it is told when.</summary>
    internal bool HasCome(Action come) => _order.HasCome(this, come);
}
