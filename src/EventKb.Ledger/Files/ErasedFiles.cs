using EventKb.Domain;

namespace EventKb.Ledger.Files;

/// <summary>
/// Deletes files whose every naming text was erased. Rows that held the text tell which file it named. Rows that were made anew after
/// the erasure, as after a restore, tell only how long the file was: then a file of that length goes that no event names and that was
/// not uploaded since, for an upload may wait to be attached.
/// </summary>
public sealed class ErasedFiles(Func<IFileRows> open, EventFeed feed, AttachmentStore files)
{
    /// <summary>
    /// Deletes what there is; to be called when the rows have reached the ledger's head. Gives those of the named files for which it is
    /// settled whether they go.
    /// </summary>
    public async Task<IReadOnlyCollection<string>> Delete(IReadOnlyList<string> named, CancellationToken cancellation = default)
    {
        await using var rows = open();
        var settled = new List<string>();
        foreach (var sha256 in named)
            if (await Settle(rows, sha256, cancellation))
                settled.Add(sha256);
        await DeleteByLength(rows, cancellation);
        return settled;
    }

    private async Task DeleteByLength(IFileRows rows, CancellationToken cancellation)
    {
        var nameless = await rows.Nameless();
        if (nameless.Count == 0 || !await AreErased(nameless.Select(file => file.Position), cancellation))
            return;
        var latest = nameless.GroupBy(file => file.Bytes).ToDictionary(group => group.Key, group => group.Max(file => file.ErasedAt));
        foreach (var file in files.All())
            if (latest.TryGetValue(file.Bytes, out var erasedAt) && files.LastKept(file.Sha256) <= erasedAt)
                await Settle(rows, file.Sha256, cancellation);
    }

    /// <summary>Attachments made before the deletion began are in the ledger, so the rows must have reached that position.</summary>
    private Task<bool> Settle(IFileRows rows, string sha256, CancellationToken cancellation) => files.DeleteUnless(sha256, async () =>
        (await feed.Head(cancellation)).Size > rows.Position ? null : await rows.IsNamed(sha256));

    /// <summary>The rows may be damaged, so it is the ledger that says what was erased.</summary>
    private async Task<bool> AreErased(IEnumerable<long> positions, CancellationToken cancellation)
    {
        foreach (var position in positions)
            if ((await feed.Read(position - 1, 1, cancellation)) is not [{ Recorded.Content: ContentSeal.Erased }])
                return false;
        return true;
    }
}
