using EventKb.Ledger;

namespace EventKb.ReadModels;

/// <content>Taking in events, a batch at a time.</content>
public sealed partial class ProjectionRunner
{
    private async Task<bool> Step(CancellationToken cancellation)
    {
        var writer = _writer ??= await Begin(cancellation);
        return await Take(writer, cancellation) && Advance(writer);
    }

    private async Task<GenerationWriter> Begin(CancellationToken cancellation)
    {
        var writer = new GenerationWriter(_store.Live, _projections);
        try
        {
            // Rows of another ledger are what is left of it: they are never written over.
            await _store.Live.Trace(writer.Checkpoint).Check(await _feed.Head(cancellation), at => _feed.RootAt(at, cancellation));
            Advance(writer);
            return writer;
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    private async Task<bool> Take(GenerationWriter writer, CancellationToken cancellation)
    {
        var batch = await _feed.Read(writer.Checkpoint.Position, _batch, cancellation);
        if (batch.Count == 0)
            return false;
        // Bodies may be half a megabyte each: batches are as many events as keep memory bounded, judged by the last one.
        var average = 1 + (batch.Sum(e => (long)(e.Content?.Body?.Length ?? 0)) / batch.Count);
        _batch = (int)Math.Clamp(MostCharacters / average, 50, MostEvents);
        _origin ??= (await _feed.Head(cancellation)).Origin;
        await writer.Take(batch, _feed, _origin, cancellation);
        return true;
    }

    /// <summary>After an erasure; readers that hold the log are not waited for but tried again, at most once a second.</summary>
    private async Task ForgetRemains(CancellationToken cancellation)
    {
        if (_writer is not { HasRemains: true } writer || (_forgotten is { } last && RealTime.Since(last) < LongestPause))
            return;
        var files = writer.FilesToDelete();
        writer.ForgetRemains(AfterErasure is { } forget ? await forget(files, cancellation) : files);
        _forgotten = writer.HasRemains ? RealTime.Mark : null;
    }

    private bool Advance(GenerationWriter writer)
    {
        // Waiters that this step wakes must not see an earlier failure.
        Failure = null;
        _reached.Reach(writer.Checkpoint.Position);
        return true;
    }
}
