using EventKb.Ledger;

namespace EventKb.ReadModels.Lineage;

/// <summary>The edges of a whole ledger, made anew from its events in a temporary folder, for who has no read models at hand.</summary>
public sealed class WholeLineage : IAsyncDisposable
{
    private const int Batch = 2_000;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("eventkb-lineage-");
    private readonly ReadModelStore _store;

    private WholeLineage() => _store = ReadModelStore.Open(_folder.FullName);

    /// <summary>Makes them up to a position.</summary>
    public static async Task<WholeLineage> Of(EventFeed feed, LedgerHead head, IProgress<long> progress, CancellationToken cancellation = default)
    {
        var whole = new WholeLineage();
        try
        {
            using var writer = new GenerationWriter(whole._store.Live, [new LineageProjection()]);
            while (writer.Checkpoint.Position < head.Size)
            {
                var after = writer.Checkpoint.Position;
                var batch = await feed.Read(after, (int)Math.Min(Batch, head.Size - after), cancellation);
                await writer.Take(batch, feed, head.Origin, cancellation);
                progress.Report(writer.Checkpoint.Position);
            }

            return whole;
        }
        catch
        {
            await whole.DisposeAsync();
            throw;
        }
    }

    /// <summary>The edges that hold, in the order of their statement.</summary>
    public async IAsyncEnumerable<LineageRow> Edges()
    {
        await using var session = _store.OpenSession();
        for (LineageRow? last = null; ;)
        {
            var page = await session.List(
                $"""
                SELECT {LineageRow.Columns} FROM lineage_edges e
                WHERE (e.position, e.type) > (@position, @type) AND e.rec_to = {Micros.Open} ORDER BY e.position, e.type LIMIT {Batch}
                """,
                LineageRow.Read, ("@position", last?.Position ?? 0), ("@type", last?.Type ?? ""));
            foreach (var edge in page)
                yield return edge;
            if (page.Count < Batch)
                yield break;
            last = page[^1];
        }
    }

    /// <summary>The ledgers that hold what was adopted from them, in order of their first mention.</summary>
    public async Task<IReadOnlyList<string>> Origins()
    {
        await using var session = _store.OpenSession();
        return await session.List(
            "SELECT from_origin FROM lineage_edges WHERE from_origin IS NOT NULL GROUP BY from_origin ORDER BY min(position)",
            row => row.GetString(0));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
