using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Ledger;

namespace EventKb.Faults;

/// <summary>What a data folder's ledger holds, read after everything in it was verified.</summary>
public static class StoredEvents
{
    private const int Batch = 1_000;

    public static async Task<List<Stored>> Read(string folder)
    {
        await using var ledger = await EmbeddedLedger.Open(folder, new LedgerOptions { References = false, Deciders = Deciders.All });
        var stored = new List<Stored>();
        while (await ledger.Feed.Read(stored.Count, Batch) is { Count: > 0 } events)
            stored.AddRange(events.Select(e => StoredOf(e.Recorded, e.Type)));
        return stored;
    }

    private static Stored StoredOf(RecordedEvent r, string type) =>
        new(r.Position, r.Stream.Text, r.Metadata.CommandId.Value, r.Metadata.CausationId,
            $"{r.Version} {type} {r.OccurredAt:O} {(r.Content as ContentSeal.Present)?.TextDigest}");

    /// <summary>True where a row of a log of records caused it.</summary>
    public static bool IsOfLog(Stored stored) => stored.CausationId.StartsWith("records:", StringComparison.Ordinal);

    /// <summary>What happened to each article, record and link, whatever came in between: equal for equal imports.</summary>
    public static List<string> ByStream(IEnumerable<Stored> stored) =>
    [
        .. stored.Where(s => IsOfLog(s) || (s.CausationId.StartsWith("git:", StringComparison.Ordinal)
                && StreamId.Of(s.Stream).Category == KnowledgeArticle.Category))
            .GroupBy(s => s.Stream).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => $"{g.Key}\n{string.Join('\n', g.Select(s => $"{s.CommandId} {s.CausationId} {s.What}"))}"),
    ];
}
