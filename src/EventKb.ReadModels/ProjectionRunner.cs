using EventKb.Ledger;

namespace EventKb.ReadModels;

/// <summary>Feeds the ledger to the projections: catches up in batches, parks at the head, rebuilds beside the live rows.</summary>
public sealed partial class ProjectionRunner : IAsyncDisposable
{
    private const int MostEvents = 2_000;
    private const long MostCharacters = 16 * 1024 * 1024;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);
    private readonly ReadModelStore _store;
    private readonly EventFeed _feed;
    private readonly IReadOnlyList<Projection> _projections;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly CancellationTokenSource _stop = new();
    private readonly AwaitedPositions _reached = new();
    private GenerationWriter? _writer;
    private Task _running = Task.CompletedTask;
    private long? _forgotten;
    private int _batch = MostEvents;
    private string? _origin;

    /// <summary>A runner of all projections.</summary>
    public ProjectionRunner(ReadModelStore store, EventFeed feed) : this(store, feed, Projections.All) { }

    internal ProjectionRunner(ReadModelStore store, EventFeed feed, IReadOnlyList<Projection> projections) =>
        (_store, _feed, _projections) = (store, feed, projections);

    /// <summary>Last position whose rows are committed.</summary>
    public long Position => _reached.Reached;

    /// <summary>Why the rows do not follow the ledger just now; null while they do. It goes on trying.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>
    /// What else is to be done once rows were erased, and after each start, since a process may have ended in between. Gets the SHA-256 of
    /// the files that erased texts named and gives those that are settled; tried again until all are.
    /// </summary>
    public Func<IReadOnlyList<string>, CancellationToken, Task<IReadOnlyCollection<string>>>? AfterErasure { get; init; }

    /// <summary>Starts following the ledger.</summary>
    public void Start() => _running = Task.WhenAll(Task.Run(() => Run(_stop.Token)), Task.Run(LookForDamage));

    /// <summary>How many events the rows are behind the ledger.</summary>
    public async Task<long> Lag(CancellationToken cancellation = default) =>
        Math.Max(0, (await _feed.Head(cancellation)).Size - Position);

    /// <summary>Waits until the rows have reached a position; false when they have not within the time.</summary>
    public Task<bool> WaitFor(long position, TimeSpan timeout, CancellationToken cancellation = default) =>
        _reached.Wait(position, timeout, cancellation);

    /// <summary>Takes in everything up to the ledger's head, without following it further.</summary>
    public async Task CatchUp(CancellationToken cancellation = default)
    {
        await _writing.WaitAsync(cancellation);
        try
        {
            while (await Step(cancellation))
                cancellation.ThrowIfCancellationRequested();
            await ForgetRemains(cancellation);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _writer?.Dispose();
        _stop.Dispose();
        _writing.Dispose();
    }

    private async Task Run(CancellationToken stop)
    {
        var pause = FirstPause;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (_store.Live.IsDamaged)
                    await MakeAnew(stop);
                await CatchUp(stop);
                (Failure, pause) = (null, FirstPause);
                await _feed.Changed(Position, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // The ledger goes on without its views; readiness says why they stand still. Commands that wait for
                // rows are not to be held up by what passes at once, so the first pauses are short.
                Failure = failure;
                await Task.Delay(pause, stop).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }
}
