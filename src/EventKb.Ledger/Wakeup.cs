namespace EventKb.Ledger;

/// <summary>Lets readers sleep until the next commit.</summary>
internal sealed class Wakeup
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);
    private TaskCompletionSource? _next;

    /// <summary>Wakes all who sleep.</summary>
    public void Pulse() => Interlocked.Exchange(ref _next, null)?.TrySetResult();

    /// <summary>Sleeps unless there is reason not to; the reason is looked at after signing up, so no pulse is missed.</summary>
    public async Task Wait(Func<bool> isDue, CancellationToken cancellation)
    {
        if (isDue())
            return;
        var next = Volatile.Read(ref _next);
        while (next is null)
        {
            var fresh = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            next = Interlocked.CompareExchange(ref _next, fresh, null) ?? fresh;
        }

        if (isDue())
            return;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(next.Task, Task.Delay(Longest, end.Token));
        await end.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }
}
