using Microsoft.Data.Sqlite;

namespace EventKb.ReadModels;

public sealed partial class ProjectionRunner
{
    /// <summary>Fills a new generation beside the live one and switches to it; reports positions taken in.</summary>
    public async Task Rebuild(IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        var next = _store.CreateNext();
        GenerationWriter? filling = null;
        try
        {
            filling = new GenerationWriter(next, _projections);
            await Fill(filling, progress, cancellation);
            await _writing.WaitAsync(cancellation);
            try
            {
                await Fill(filling, progress, cancellation);
                Replace(next, filling);
            }
            finally
            {
                _writing.Release();
            }
        }
        catch
        {
            filling?.Dispose();
            next.Delete();
            throw;
        }
    }

    /// <summary>Rows can always be made anew, so damaged ones are replaced, never repaired.</summary>
    private async Task MakeAnew(CancellationToken stop)
    {
        Failure ??= new RowsMadeAnewException();
        await Rebuild(cancellation: stop);
    }

    /// <summary>Reads the rows once after a start, beside the work: damage must be found before somebody asks for the damaged rows.</summary>
    private void LookForDamage()
    {
        try
        {
            _store.Live.LookForDamage();
        }
        catch (Exception failure) when (failure is ReadModelsDamagedException or SqliteException)
        {
            // Damage is noted on the generation; any other failure is met again by the next reader.
        }
    }

    private async Task Fill(GenerationWriter writer, IProgress<long>? progress, CancellationToken cancellation)
    {
        while (await Take(writer, cancellation))
            progress?.Report(writer.Checkpoint.Position);
    }

    private void Replace(Generation next, GenerationWriter filled)
    {
        _writer?.Dispose();
        _store.Switch(next);
        _writer = filled;
        Advance(filled);
    }
}
