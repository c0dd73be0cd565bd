namespace EventKb.Faults.Damage;

/// <summary>
/// Flips single bits of a closed ledger's file, as many in each kind of page, and holds what <c>verify</c> says against whether the
/// database says anything else than before.
/// </summary>
public static class BitFlips
{
    /// <summary>Tries so many flips of the ledger in a folder, which stays as it is, with what looks at each.</summary>
    public static async Task<List<Trial>> Run(string folder, int flips, int seed, Func<string, Task<Look>> look)
    {
        var file = Path.Combine(folder, "ledger.db");
        var (bytes, before) = (await File.ReadAllBytesAsync(file), LogicalDump.Of(file));
        var pages = new DatabasePages(file);
        var kinds = pages.ByKind.OrderBy(kind => kind.Key, StringComparer.Ordinal).ToList();
        var trials = new Trial[flips];
        await Parallel.ForAsync(0, flips, async (i, _) =>
        {
            var random = new Random(unchecked((seed * 1_000_003) + i));
            var (kind, held) = kinds[i % kinds.Count];
            var start = (held[random.Next(held.Count)] - 1) * pages.PageSize;
            trials[i] = await Flip(bytes, before, start + Offset(bytes.AsSpan(start, pages.PageSize), random), random.Next(8), kind, look);
        });
        return [.. trials];
    }

    /// <summary>A place in a page: its header and cell pointers, anywhere, or most often where something is written.</summary>
    private static int Offset(ReadOnlySpan<byte> page, Random random)
    {
        var offset = random.Next(page.Length);
        if (random.Next(5) == 0)
            return offset % 64;
        for (var tries = 0; tries < 40 && random.Next(8) > 0 && page[offset] == 0; tries++)
            offset = random.Next(page.Length);
        return offset;
    }

    private static async Task<Trial> Flip(byte[] bytes, string before, int offset, int bit, string kind, Func<string, Task<Look>> look)
    {
        var folder = Directory.CreateTempSubdirectory("eventkb-flip-");
        try
        {
            var file = Path.Combine(folder.FullName, "ledger.db");
            var flipped = bytes.ToArray();
            flipped[offset] ^= (byte)(1 << bit);
            await File.WriteAllBytesAsync(file, flipped);
            var found = await look(folder.FullName);
            return new Trial($"bit {bit} of byte {offset}", kind, found, found.Check is null && IsAsBefore(file, before));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool IsAsBefore(string file, string before)
    {
        try
        {
            return LogicalDump.Of(file) == before;
        }
        catch (Microsoft.Data.Sqlite.SqliteException)
        {
            return false;
        }
    }
}
