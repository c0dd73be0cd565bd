using EventKb.Domain;
using EventKb.Domain.Ownership;
using EventKb.ReadModels;
using EventKb.ReadModels.Bitemporal;
using EventKb.ReadModels.Ownership;

namespace EventKb.Integration.Tests.ReadModels.Ownership;

/// <summary>Random assignments around both changes of the clock: at every position, on every day, the rows say what the state does.</summary>
public sealed class RandomAssignments
{
    private const int Events = 8;
    private static readonly InstitutionCode Riga = new("RIGA");
    private static readonly Basis Order = new("1-5/7", new DateOnly(2026, 1, 1));
    private static readonly DateOnly[] Days = [.. Around(3), .. Around(10)];
    private readonly MemoryLedger _ledger = new();
    private readonly List<OwnershipAssignmentState> _states = [];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 9)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Rows_hold_what_the_state_holds(int seed)
    {
        var stream = Record(new Random(seed), seed % 3 == 0);
        await using var models = new ReadModelFolder(_ledger);
        await using var session = await models.Read();
        for (var position = 1; position <= _ledger.Size; position++)
            foreach (var day in Days)
                foreach (var moment in new[] { RigaDays.StartOf(day), RigaDays.StartOf(day.AddDays(1)).AddMicroseconds(-1) })
                {
                    var pin = (await session.PinAt(_ledger.Now, position, valid: moment))!;
                    var view = (await OwnershipQueries.ByIds(session, Viewer.LocalOperator, pin, [stream]))[stream];
                    Assert.Equal((position, moment, Said(_states[position - 1], day)), (position, moment, Said(view)));
                }
    }

    private static IEnumerable<DateOnly> Around(int month) =>
        Enumerable.Range(0, 14).Select(i => new DateOnly(2026, month, 19).AddDays(i));

    private static string Said(OwnershipRow view) => string.Join(' ',
        view.Holders.Select(held => $"{held.Term}:{held.Holder}:{held.From}:{held.Until}").Order(StringComparer.Ordinal)
            .Concat(view.CurrentDeputies.Select(deputy => $"{deputy.Deputyship}:{deputy.Person}:{deputy.Until}")
                .Order(StringComparer.Ordinal)));

    private static string Said(OwnershipAssignmentState state, DateOnly day) => string.Join(' ',
        state.HeldOn(day).Select(term => $"{term.Number}:{term.Holder}:{term.From}:{term.Until}").Order(StringComparer.Ordinal)
            .Concat(state.Deputyships.Values.Where(deputy => deputy.Covers(day))
                .Select(deputy => $"{deputy.Number}:{deputy.Deputy}:{deputy.Until}").Order(StringComparer.Ordinal)));

    /// <summary>Appends what the decider accepts of random commands; gives the stream.</summary>
    private string Record(Random random, bool ofService)
    {
        var (duty, subject) = ofService ? (Duty.ServiceProvider, "RIGA/catalogue-entry/s") : (Duty.ServicePortfolioOwner, "RIGA");
        var stream = OwnershipAssignment.StreamOf(Riga, duty, subject).ToString();
        var state = (OwnershipAssignmentState)OwnershipAssignment.Decider.Initial;
        for (var i = 0; _ledger.Size < Events; i++)
        {
            var context = new CommandContext(new CommandId($"{i}"), _ledger.Now, _ledger.Now, new PersonId("p"), Riga, Via.Api, "c", "c")
            { ReasonCode = random.Next(2) == 0 ? "holder-left" : "other" };
            if (OwnershipAssignment.Decider.Decide(state, Next(random, duty, subject), context) is not Accepted accepted)
                continue;
            foreach (var (happened, content) in accepted.Events)
            {
                _ledger.Append(stream, happened, content, reasonCode: context.ReasonCode);
                _states.Add(state = (OwnershipAssignmentState)OwnershipAssignment.Decider.Evolve(state, _ledger.Events[^1].Recorded));
            }
        }

        return stream;
    }

    private static OwnershipAssignmentCommand Next(Random random, Duty duty, string subject)
    {
        var (number, who, from) = (random.Next(1, 5), new PersonId($"RIGA/person/p-{random.Next(3)}"), Day(random));
        DateOnly? until = random.Next(3) == 0 ? null : Day(random);
        return random.Next(7) switch
        {
            0 or 1 => new OwnershipAssignmentCommand.Assign(duty, subject, who, Riga, from, until, Order),
            2 => new OwnershipAssignmentCommand.Transfer(number, who, Riga, from, until, Order),
            3 => new OwnershipAssignmentCommand.AppointDeputy(who, from, until, [], random.Next(2) == 0, Order),
            4 => new OwnershipAssignmentCommand.RelieveDeputy(number, from),
            5 => new OwnershipAssignmentCommand.End(number, from),
            _ => new OwnershipAssignmentCommand.Correct(number, who, Riga, from, until, Order),
        };
    }

    private static DateOnly Day(Random random) => new(2026, random.Next(2) == 0 ? 3 : 10, random.Next(20, 31));
}
