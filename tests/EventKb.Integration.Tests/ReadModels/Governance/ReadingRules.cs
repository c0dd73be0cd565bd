using EventKb.Domain;
using EventKb.Domain.Catalogue;
using EventKb.Domain.Governance;
using EventKb.ReadModels;
using EventKb.ReadModels.Bitemporal;
using EventKb.ReadModels.Governance;
using static EventKb.Domain.Governance.KnowledgeProcessEvent;

namespace EventKb.Integration.Tests.ReadModels.Governance;

public sealed class ReadingRules
{
    private const string Process = "RIGA/knowledge-process/p";
    private const string Control = "RIGA/control/c";
    private static readonly Document Paper = new("12", new DateOnly(2026, 1, 1), new string('a', 64));
    private static readonly Viewer Operator = Viewer.LocalOperator;
    private readonly MemoryLedger _ledger = new();

    [Fact]
    public async Task The_rules_of_a_day_name_the_version_that_laid_them_down()
    {
        _ledger.Append(Process, new Adopted(Paper, Day(2, 1), Scope.Institution, new ProcessRules { FourEyes = false }),
            new Content { Title = "Kārtība" });
        _ledger.Append(Process, new Amended(Paper, Day(3, 1), new ProcessRules { ProvisionalHours = 24, Reasons = ["new"] }));
        _ledger.Append(Process, new Repealed(Paper, Day(4, 1)));
        await using var models = new ReadModelFolder(_ledger);
        await using var session = await models.Read();
        Assert.Equal(ProcessRules.Default, await Rules(Day(1, 31), 3));
        Assert.Equal(new ProcessRules { FourEyes = false, Source = Process + "@1" }, await Rules(Day(2, 28), 3));
        Assert.Equal(new ProcessRules { ProvisionalHours = 24, Reasons = ["new"], Source = Process + "@2" },
            await Rules(Day(3, 1), 3));
        Assert.Equal(Process + "@1", (await Rules(Day(3, 1), 1)).Source);
        Assert.Null((await Rules(Day(4, 1), 3)).Source);
        Assert.Equal(Process + "@2", (await Rules(Day(4, 1), 2)).Source);
        Assert.Null((await Rules(Day(2, 28), 3, "CESIS")).Source);
        var view = (await ProcessQueries.ByIds(session, Operator, await Pin(session, 3, Day(3, 5)), [Process]))[Process];
        Assert.Equal([(1L, Day(2, 1), Day(3, 1)), (2L, Day(3, 1), Day(4, 1))],
            view.Rules.Select(r => (r.Version, r.From, r.Until!.Value)));
        Assert.Equal(("Kārtība", 2L, 3L, Paper), (view.InForce!.Title, view.InForce.Version, view.Version,
            view.InForce.Document));
        var page = await ProcessQueries.List(session, Operator, await Pin(session, 3, Day(4, 5)), new ProcessFilter { Institution = "RIGA" }, 5);
        Assert.Equal((1L, (ProcessRulesRow?)null), (await page.Count(), Assert.Single(page.Items).InForce));
        Assert.Empty((await ProcessQueries.List(session, Operator, await Pin(session, 3, Day(4, 5)), new ProcessFilter { Institution = "CESIS" }, 5)).Items);

        Task<ProcessRules> Rules(DateOnly day, long position, string institution = "RIGA") =>
            ProcessQueries.RulesInForce(session, new InstitutionCode(institution), day, position);
    }

    [Fact]
    public async Task The_states_rules_hold_where_an_institution_has_none_of_its_own()
    {
        _ledger.Append("STRANGER/knowledge-process/p", new Adopted(Paper, Day(1, 1), Scope.State, new ProcessRules()));
        _ledger.Append("VARAM/institution/v", new InstitutionEvent.Registered(Day(1, 1), null, LaysDownStateRules: true));
        _ledger.Append("VARAM/knowledge-process/p", new Adopted(Paper, Day(1, 1), Scope.State, new ProcessRules()));
        _ledger.Append(Process, new Adopted(Paper, Day(2, 1), Scope.Institution, new ProcessRules()));
        await using var models = new ReadModelFolder(_ledger);
        await using var session = await models.Read();
        Assert.Equal("VARAM/knowledge-process/p@1", (await ProcessQueries.RulesInForce(session, new("RIGA"), Day(1, 31), 4))
            .Source);
        Assert.Equal(Process + "@1", (await ProcessQueries.RulesInForce(session, new("RIGA"), Day(2, 1), 4)).Source);
        Assert.Equal("VARAM/knowledge-process/p@1", (await ProcessQueries.RulesInForce(session, new("CESIS"), Day(2, 1), 4))
            .Source);
    }

    [Fact]
    public async Task The_states_rules_pass_from_one_institution_to_the_next()
    {
        _ledger.Append("OLD/institution/i", new InstitutionEvent.Registered(Day(1, 1), null, LaysDownStateRules: true));
        _ledger.Append("OLD/knowledge-process/p", new Adopted(Paper, Day(1, 1), Scope.State, new ProcessRules()));
        _ledger.Append("OLD/knowledge-process/p", new Amended(Paper, Day(6, 1), new ProcessRules { FourEyes = false }));
        _ledger.Append("OLD/institution/i", new InstitutionEvent.Succeeded(new("NEW"), Day(3, 1)));
        _ledger.Append("NEW/institution/i", new InstitutionEvent.Registered(Day(3, 1), null, LaysDownStateRules: true));
        _ledger.Append("NEW/knowledge-process/p", new Adopted(Paper, Day(5, 1), Scope.State, new ProcessRules()));
        _ledger.Append("NEW/knowledge-process/p", new Repealed(Paper, Day(9, 1)));
        await using var models = new ReadModelFolder(_ledger);
        await using var session = await models.Read();
        var (old, next) = ("OLD/knowledge-process/p@", "NEW/knowledge-process/p@");
        Assert.Equal([old + 1, old + 1, old + 1, next + 1, next + 1, null],
            await Sources(7, Day(2, 1), Day(3, 1), Day(4, 30), Day(5, 1), Day(6, 2), Day(9, 1)));
        Assert.Equal([old + 1, old + 1], await Sources(5, Day(5, 1), Day(6, 2)));
        Assert.Equal([old + 1, old + 2], await Sources(3, Day(5, 1), Day(6, 2)));

        async Task<List<string?>> Sources(long position, params DateOnly[] days)
        {
            var sources = new List<string?>();
            foreach (var day in days)
                sources.Add((await ProcessQueries.RulesInForce(session, new("CESIS"), day, position)).Source);
            return sources;
        }
    }

    [Fact]
    public async Task A_control_has_findings_that_are_open_until_closed()
    {
        var version = new ExactVersion("RIGA/knowledge-article/1", 2, 7);
        _ledger.Append(Control, new ControlEvent.Performed(Duty.ServiceOwner, "RIGA/catalogue-entry/s", Day(1, 1), Day(2, 1),
            [version]),
            new Content { Title = "Pārbaude", Summary = "Viss" });
        _ledger.Append(Control, new ControlEvent.FindingRaised(1, new PersonId("RIGA/person/berta"), Day(3, 1), version),
            new Content { Comment = "Novecojis" });
        _ledger.Append(Control, new ControlEvent.FindingClosed(1), new Content { Comment = "Izlabots" });
        await using var models = new ReadModelFolder(_ledger);
        await using var session = await models.Read();
        var open = (await session.PinAt(_ledger.Now, position: 2))!;
        var view = (await ControlQueries.ByIds(session, Operator, open, [Control]))[Control];
        Assert.Equal(("Pārbaude", Duty.ServiceOwner, 2L, version), (view.Title, view.Duty, view.Version, view.Sample[0]));
        Assert.Equal(new FindingRow(1, false, "RIGA/person/berta", Day(3, 1), version, "Novecojis", null),
            Assert.Single(view.Findings));
        var closed = (await session.PinAt(_ledger.Now))!;
        Assert.Equal((true, "Izlabots"), ((await List(closed, new()))[0].Findings[0].Closed,
            (await List(closed, new()))[0].Findings[0].ClosingComment));
        Assert.Empty(await List(closed, new() { HasOpenFindings = true }));
        Assert.Single(await List(open, new() { HasOpenFindings = true, Responsible = "RIGA/person/berta", Institution = "RIGA" }));
        Assert.Single(await List(closed, new() { HasOpenFindings = false, Subject = "RIGA/catalogue-entry/s" }));
        Assert.Empty(await List(closed, new() { Duty = Duty.ResourceOwner }));
        Assert.Empty((await ControlQueries.List(session, Viewer.Public, closed, new(), 5)).Items);

        async Task<IReadOnlyList<ControlRow>> List(Pin pin, ControlFilter filter) =>
            (await ControlQueries.List(session, Operator, pin, filter, 5)).Items;
    }

    private static DateOnly Day(int month, int day) => new(2026, month, day);

    private async Task<Pin> Pin(ReadSession session, long position, DateOnly day) =>
        (await session.PinAt(_ledger.Now, position, valid: RigaDays.StartOf(day)))!;
}
