using EventKb.Domain;
using EventKb.Ledger;

namespace EventKb.ReadModels.Attachments;

/// <summary>
/// Deletes files whose every naming text was erased. Which file an erased event named the ledger does not say any more, only how long
/// it was: a file of that length that no event names is deleted, a mere upload among them, which can be sent again.
/// </summary>
public sealed class ErasedFiles(ReadModelStore store, EventFeed feed, AttachmentStore files)
{
    /// <summary>Deletes what there is; to be called when the rows have reached the ledger's head.</summary>
    public async Task Delete(CancellationToken cancellation = default)
    {
        await using var session = store.OpenSession();
        var nameless = await session.List(
            """
            SELECT f.position, f.bytes FROM article_attachments f LEFT JOIN texts x ON x.position = f.position
            WHERE x.file_sha256 IS NULL
            """,
            row => (Position: row.GetInt64(0), Bytes: row.GetInt64(1)));
        if (nameless.Count == 0 || !await AreErased(nameless.Select(file => file.Position), cancellation))
            return;
        var lengths = nameless.Select(file => file.Bytes).ToHashSet();
        foreach (var file in files.All().Where(file => lengths.Contains(file.Bytes)))
            if (await session.Scalar("SELECT count(*) FROM texts WHERE file_sha256 = @sha256", ("@sha256", file.Sha256)) == 0)
                files.Delete(file);
    }

    /// <summary>The rows may be damaged, so it is the ledger that says what was erased.</summary>
    private async Task<bool> AreErased(IEnumerable<long> positions, CancellationToken cancellation)
    {
        foreach (var position in positions)
            if ((await feed.Read(position - 1, 1, cancellation)) is not [{ Recorded.Content: ContentSeal.Erased }])
                return false;
        return true;
    }
}
