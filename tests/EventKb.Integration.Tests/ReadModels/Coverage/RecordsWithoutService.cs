using EventKb.Domain;
using EventKb.Domain.Catalogue;
using EventKb.Domain.ServiceRecords;
using EventKb.ReadModels;
using EventKb.ReadModels.Bitemporal;
using EventKb.ReadModels.Coverage;
using EventKb.ReadModels.ServiceRecords;
using static EventKb.Domain.ServiceRecords.ServiceRecordEvent;

namespace EventKb.Integration.Tests.ReadModels.Coverage;

/// <summary>Records without a service are gaps by day, for which the owner of the institution's portfolio answers.</summary>
public sealed class RecordsWithoutService
{
    private const string Service = "RIGA/catalogue-entry/s";
    private const string Unknown = "RIGA/catalogue-entry/unknown";
    private const string Record = "RIGA/service-record/1";
    private static readonly GapFilter Asked = new() { Kind = GapKind.Unclassified };
    private readonly MemoryLedger _ledger = new MemoryLedger().Wait(TimeSpan.FromDays(150));

    [Fact]
    public async Task A_record_is_a_gap_from_its_first_day_until_it_has_a_service()
    {
        RegisterService();
        State(Record, 3, new RecordFacts());
        State(Record, 5, new RecordFacts { Priority = 1 });
        State(Record, 8, new RecordFacts { Service = Service });
        Assert.Empty(await Gaps(2));
        Assert.Equal([(Day(3), null, 4)], Spans(await Gaps(6)));
        var gap = Assert.Single(await Gaps(20));
        Assert.Equal((Day(3), Day(8), 5), (gap.From, gap.Until, gap.Days));
        Assert.Equal(("RIGA", "RIGA", Record, null, Duty.ServicePortfolioOwner),
            (gap.Institution, gap.Subject, gap.Record, gap.Article, gap.Duty));
        Assert.Equal([(Day(3), null, 18)], Spans(await Gaps(20, position: 4)));
        Assert.Empty(await Gaps(20, Asked with { Open = true }));
        Assert.Empty(await Gaps(20, Asked with { Service = Service }));
        Assert.Empty(await Gaps(20, Asked with { Institution = "CESIS" }));
        Assert.Single(await Gaps(20, Asked with { Subject = "RIGA" }));
    }

    [Theory]
    [InlineData(RecordPhase.Resolved)]
    [InlineData(RecordPhase.Closed)]
    [InlineData(RecordPhase.Cancelled)]
    public async Task A_record_that_is_done_needs_no_service_until_it_is_opened_again(RecordPhase done)
    {
        State(Record, 3, new RecordFacts());
        State(Record, 4, new RecordFacts { Phase = done });
        State(Record, 9, new RecordFacts());
        Assert.Equal([(Day(3), Day(4), 1), (Day(9), null, 2)], Spans(await Gaps(10)));
        Assert.Equal([(Day(9), null, 2)], Spans(await Gaps(10, Asked with { Open = true })));
    }

    [Fact]
    public async Task A_record_that_others_mention_is_none_and_one_with_a_service_that_the_catalogue_does_not_have_is()
    {
        _ledger.Append("RIGA/service-record/2", new Registered(RecordKind.Problem, "P1", null), occurredAt: At(3));
        State(Record, 3, new RecordFacts { Service = Service });
        Assert.Equal([Record], (await Gaps(5)).Select(g => g.Record));
        RegisterService();
        Assert.Empty(await Gaps(5));
        Assert.Single(await Gaps(5, position: _ledger.Size - 1));
    }

    [Fact]
    public async Task Every_day_says_what_the_records_said_at_its_end()
    {
        var random = new Random(14);
        var registered = 0L;
        for (var i = 0; i < 120; i++)
        {
            if (i == 60)
                registered = RegisterService();
            var record = random.Next(6);
            // Days that go back become known late; the stream's valid time does not go back with them.
            State($"RIGA/service-record/{record}", random.Next(1, 25), new RecordFacts
            {
                Phase = (RecordPhase)random.Next(-3, 4) is var phase && phase > 0 ? phase : RecordPhase.Open,
                Service = random.Next(4) switch { 0 => Service, 1 => Unknown, _ => null },
                Priority = random.Next(1, 6),
            });
        }

        await using var models = new ReadModelFolder(_ledger);
        await using var session = await models.Read();
        foreach (var position in new[] { 5, 40, registered - 1, registered, registered + 1, 90, 110, _ledger.Size })
            foreach (var today in new[] { 2, 9, 17, 28 })
            {
                var gaps = (await GapQueries.List(session, Viewer.LocalOperator, await Pin(session, position, today), Asked, 1000)).Items;
                for (var day = 1; day <= today; day++)
                    Assert.Equal((position, day, await Naive(session, await Pin(session, position, day), position < registered ? null : Service)),
                        (position, day, string.Join(' ', gaps.Where(g => g.From <= Day(day) && (g.Until is null || g.Until > Day(day)))
                            .Select(g => g.Record).Order(StringComparer.Ordinal))));
            }
    }

    private static async Task<string> Naive(ReadSession session, Pin pin, string? known)
    {
        var open = (await ServiceRecordQueries.List(session, Viewer.LocalOperator, pin, new() { Open = true }, 100)).Items;
        return string.Join(' ', open.Where(r => r.Facts!.Service is not { } named || named != known).Select(r => r.Id).Order(StringComparer.Ordinal));
    }

    private long RegisterService() =>
        _ledger.Append(Service, new CatalogueEntryEvent.Registered(EntryKind.Service, "S1", Day(1)), new Content { Title = "S" });

    private void State(string record, int day, RecordFacts facts)
    {
        if (_ledger.Events.All(e => e.Recorded.Stream.Text != record))
            _ledger.Append(record, new Registered(RecordKind.Incident, record[^1..], null), occurredAt: At(day));
        _ledger.Append(record, new Stated(facts, null, null), occurredAt: At(day));
    }

    private static DateOnly Day(int day) => new(2026, 3, day);

    private static DateTimeOffset At(int day) => RigaDays.StartOf(Day(day)).AddHours(12);

    private static IEnumerable<(DateOnly, DateOnly?, int)> Spans(IEnumerable<GapRow> gaps) => gaps.Select(g => (g.From, g.Until, g.Days));

    private async Task<Pin> Pin(ReadSession session, long? position, int day) =>
        (await session.PinAt(_ledger.Now, position, valid: RigaDays.StartOf(Day(day).AddDays(1)).AddMicroseconds(-1)))!;

    private async Task<IReadOnlyList<GapRow>> Gaps(int day, GapFilter? filter = null, long? position = null)
    {
        await using var models = new ReadModelFolder(_ledger);
        await using var session = await models.Read();
        return (await GapQueries.List(session, Viewer.LocalOperator, await Pin(session, position, day), filter ?? Asked, 100)).Items;
    }
}
