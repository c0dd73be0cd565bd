using System.Text;
using EventKb.Domain;
using EventKb.Integration.Tests.LedgerStores;
using EventKb.Ledger;
using EventKb.Ledger.Sqlite;

namespace EventKb.Integration.Tests.Forgetting;

/// <summary>
/// Nine tenths of many texts of all sizes erased in random order, which empties page after page: were rows deleted, SQLite would move
/// their neighbours, and copies of those would outlive their own erasure.
/// </summary>
public sealed class ErasingMostOfALedger : IDisposable
{
    private const int Texts = 6_000;
    private const int AtOnce = 500;
    private readonly LedgerFolder _folder = new();
    private readonly Random _random = new(20261124);

    [Fact]
    public async Task Leaves_nothing_of_any_text_salt_or_digest()
    {
        var order = Enumerable.Range(1, Texts).ToArray();
        _random.Shuffle(order);
        var erased = order[..(Texts * 9 / 10)];
        await using (var store = SqliteLedgerStore.Open(_folder.File, "test.example", TimeProvider.System))
        {
            await Append(store, Enumerable.Range(1, Texts), i => Event(i, 0));
            await Append(store, erased, i => Event(0, i));
        }

        var left = Traces.Numbers("canary-", _folder.Path);
        Assert.Empty(left.Intersect(erased));
        Assert.Equal(order.Except(erased).Order(), left.Order());
    }

    public void Dispose() => _folder.Dispose();

    private static async Task Append(SqliteLedgerStore store, IEnumerable<int> numbers, Func<int, PendingEvent> next)
    {
        foreach (var chunk in numbers.Chunk(AtOnce))
            await Task.WhenAll(chunk.Select(i => next(i)).Select(happened => store.Append(
                new PendingWrite(happened.EventId, 1, 0, happened.EventId, [happened], TimeSpan.FromMinutes(1)))));
    }

    private PendingEvent Event(int text, int erases) => new()
    {
        EventId = $"{text}-{erases}",
        Type = "test/1",
        OccurredAt = 1,
        Metadata = [],
        Data = [],
        Commitment = text > 0 ? new byte[32] : null,
        Content = text > 0 ? new StoredContent(Canary(text, 64), text % 3 == 0 ? null : Canary(text, 64),
            Encoding.UTF8.GetBytes(Canary(text, 32)), Encoding.UTF8.GetBytes(Canary(text, Length()))) : null,
        Erases = erases > 0 ? new EventPlace(erases, $"{erases}-0") : null,
    };

    /// <summary>Mostly short, some longer than a page.</summary>
    private int Length() => _random.Next(10) == 0 ? _random.Next(3_000, 20_000) : _random.Next(20, 1_200);

    private static string Canary(int number, int length) => $"canary-{number:00000}-".PadRight(length, 'x');
}
