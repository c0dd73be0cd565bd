using EventKb.Ledger;

namespace EventKb.ReadModels;

/// <summary>
/// Holds the rows of a data folder against rows made anew from its ledger: an edited row is as well-formed as any other, so nothing
/// less shows it.
/// </summary>
public static class ReadModelVerification
{
    /// <summary>The first table, by name, that does not say what the ledger says; null where all do.</summary>
    public static async Task<string?> FirstDifference(string dataFolder, EventFeed feed, CancellationToken cancellation = default)
    {
        var fresh = Directory.CreateTempSubdirectory("eventkb-verify-");
        try
        {
            var made = await Hashes(fresh.FullName, feed, cancellation);
            var kept = await Hashes(dataFolder, feed, cancellation);
            return made.Keys.Order(StringComparer.Ordinal).FirstOrDefault(table => made[table] != kept[table]);
        }
        finally
        {
            fresh.Delete(recursive: true);
        }
    }

    private static async Task<Dictionary<string, string>> Hashes(string folder, EventFeed feed, CancellationToken cancellation)
    {
        await using var store = ReadModelStore.Open(folder);
        await using var runner = new ProjectionRunner(store, feed);
        await runner.CatchUp(cancellation);
        await using var session = store.OpenSession();
        var hashes = new Dictionary<string, string>();
        foreach (var table in Projections.All.SelectMany(projection => projection.Tables).Append("recorded_times"))
            hashes[table] = await RowHash.Of(session, [table]);
        return hashes;
    }
}
