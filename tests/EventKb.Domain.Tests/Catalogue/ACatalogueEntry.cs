using CsCheck;
using EventKb.Domain.Catalogue;
using static EventKb.Domain.Catalogue.CatalogueEntryCommand;
using static EventKb.Domain.Catalogue.CatalogueEntryEvent;

namespace EventKb.Domain.Tests.Catalogue;

public class ACatalogueEntry
{
    private const string Itself = "RIGA/catalogue-entry/1";
    private const string Server = "RIGA/catalogue-entry/22";
    private static readonly DateOnly January = new(2026, 1, 1);
    private static readonly DateOnly July = new(2026, 7, 1);
    private static readonly DateOnly August = new(2026, 8, 1);
    private static readonly Content Texts = new() { Title = "Deklarēt dzīvesvietu", Summary = "Klātienē un tīmeklī" };
    private static readonly Content Renamed = new() { Title = "Dzīvesvietas deklarēšana" };

    private static readonly Register RegisterService = new(EntryKind.Service, "PS-17", Texts.Title!, Texts.Summary, January);
    private static readonly Registered RegisteredService = new(EntryKind.Service, "PS-17", January);

    private static Spec Empty => new(CatalogueEntry.Decider);

    private static Spec Listed => Empty.Given(RegisteredService, Texts);

    private static Spec Dependent => Listed.Given(new DependencyAdded(Server, January));

    private static Spec Gone => Listed.Given(new Discontinued(July));

    [Fact]
    public void Is_registered_with_its_texts_as_content() =>
        Empty.When(RegisterService).Then(RegisteredService).ThenContent(Texts);

    [Fact]
    public void Is_registered_once()
    {
        Listed.When(RegisterService).ThenNothing();
        Listed.Given(new Described(July), Renamed).When(RegisterService).ThenNothing();
        Listed.When(RegisterService with { From = July }).ThenRejected("ENTRY_ALREADY_REGISTERED");
        Listed.When(RegisterService with { Name = "Cits" }).ThenRejected("ENTRY_ALREADY_REGISTERED");
        Gone.When(RegisterService with { From = August }).ThenRejected("ENTRY_ALREADY_REGISTERED");
    }

    [Fact]
    public void Is_described_anew_from_a_day_on() =>
        Listed.When(new Describe(Renamed.Title!, null, July)).Then(new Described(July)).ThenContent(Renamed)
            .When(new Describe(Renamed.Title!, null, August)).ThenNothing()
            .When(new Describe(Renamed.Title!, null, January)).Then(new Described(January));

    [Fact]
    public void Comes_to_depend_on_another() =>
        Listed.When(new AddDependency(Server, July)).Then(new DependencyAdded(Server, July))
            .When(new AddDependency(Server, July)).ThenNothing()
            .When(new AddDependency(Server, August)).ThenRejected("DEPENDENCY_EXISTS", "on");

    [Fact]
    public void Ceases_to_depend_on_another() =>
        Dependent.When(new RemoveDependency(Server, July)).Then(new DependencyRemoved(Server, July))
            .When(new RemoveDependency(Server, July)).ThenNothing()
            .When(new RemoveDependency(Server, August)).ThenRejected("DEPENDENCY_ENDED", "on");

    [Fact]
    public void May_depend_on_it_again_but_not_twice_on_one_day() =>
        Dependent.Given(new DependencyRemoved(Server, August))
            .When(new AddDependency(Server, July)).ThenRejected("INVALID_INPUT", "from")
            .When(new AddDependency(Server, August)).Then(new DependencyAdded(Server, August));

    [Fact]
    public void Ceases_only_what_it_began()
    {
        Listed.When(new RemoveDependency(Server, July)).ThenRejected("NOT_FOUND", "on");
        Dependent.When(new RemoveDependency(Server, January)).ThenRejected("INVALID_INPUT", "from");
    }

    [Fact]
    public void Leaves_the_register_once() =>
        Listed.When(new Discontinue(July)).Then(new Discontinued(July))
            .When(new Discontinue(July)).ThenNothing()
            .When(new Discontinue(August)).ThenRejected("ENTRY_DISCONTINUED");

    [Fact]
    public void Leaves_the_register_for_a_reason() =>
        Listed.For(null).When(new Discontinue(July)).ThenRejected("INVALID_INPUT", "reasonCode");

    [Fact]
    public void Refuses_changes_once_it_is_out_of_the_register()
    {
        Gone.When(new Describe("Cits", null, August)).ThenRejected("ENTRY_DISCONTINUED");
        Gone.When(new AddDependency(Server, August)).ThenRejected("ENTRY_DISCONTINUED");
        Gone.When(new RemoveDependency(Server, August)).ThenRejected("ENTRY_DISCONTINUED");
    }

    [Fact]
    public void Follows_a_register_kept_elsewhere()
    {
        var seen = new Mirror(EntryKind.Service, "PS-17", Texts.Title!, Texts.Summary, null, null, July);
        Empty.When(seen).Then(RegisteredService with { From = July }).ThenContent(Texts).When(seen with { SeenOn = August }).ThenNothing();
        Empty.When(seen with { From = January, Until = August }).Then(RegisteredService, new Discontinued(August));
        Listed.When(seen).ThenNothing()
            .When(seen with { Name = Renamed.Title!, Summary = null }).Then(new Described(July)).ThenContent(Renamed)
            .When(seen with { SeenOn = August }).Then(new Described(August)).ThenContent(Texts)
            .When(seen with { Until = August }).Then(new Discontinued(August))
            .When(seen with { Until = August }).ThenNothing();
        Listed.When(seen with { Name = "Cits", SeenOn = January.AddDays(-1) }).Then(new Described(January));
    }

    [Fact]
    public void Does_not_follow_a_register_that_says_what_cannot_be()
    {
        var seen = new Mirror(EntryKind.Service, "PS-17", Texts.Title!, Texts.Summary, null, null, July);
        Listed.When(seen with { From = July }).ThenRejected("ENTRY_ALREADY_REGISTERED");
        Listed.When(seen with { Until = January }).ThenRejected("INVALID_INPUT", "until");
        Gone.When(seen with { Name = "Cits" }).ThenRejected("ENTRY_DISCONTINUED");
        Gone.When(seen with { Until = August }).ThenRejected("ENTRY_DISCONTINUED");
    }

    public static TheoryData<CatalogueEntryCommand> Changes =>
    [
        new Describe("Cits", null, July),
        new AddDependency(Server, July),
        new RemoveDependency(Server, July),
        new Discontinue(July),
    ];

    [Theory]
    [MemberData(nameof(Changes))]
    public void Is_not_found_before_it_was_registered(CatalogueEntryCommand command) =>
        Empty.When(command).ThenRejected("NOT_FOUND");

    [Fact]
    public void Has_bounded_dependencies()
    {
        var spec = Listed;
        for (var i = 0; i < Limits.Items; i++)
            spec.Given(new DependencyAdded($"RIGA/catalogue-entry/x{i}", January));
        spec.When(new AddDependency(Server, July)).ThenRejected("LIMIT_REACHED");
    }

    public static TheoryData<CatalogueEntryCommand, string> Malformed => new()
    {
        { RegisterService with { Kind = (EntryKind)3 }, "kind" },
        { RegisterService with { Code = "" }, "code" },
        { RegisterService with { Code = new string('c', Limits.Tag + 1) }, "code" },
        { RegisterService with { Name = " " }, "name" },
        { RegisterService with { Summary = new string('s', Limits.Summary + 1) }, "summary" },
        { RegisterService with { From = default }, "from" },
        { new Describe(new string('n', Limits.Title + 1), null, July), "name" },
        { new Describe("Cits", null, January.AddDays(-1)), "from" },
        { new AddDependency("PS-17", July), "on" },
        { new AddDependency("RIGA/institution/1", July), "on" },
        { new AddDependency(Itself, July), "on" },
        { new AddDependency(Server, January.AddDays(-1)), "from" },
        { new Discontinue(January), "from" },
        { new Discontinue(new DateOnly(2201, 1, 1)), "from" },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Names_the_field_that_is_to_blame(CatalogueEntryCommand command, string field) =>
        Listed.When(command).ThenRejected("INVALID_INPUT", field);

    [Fact]
    public void Comes_out_the_same_when_history_is_replayed()
    {
        var days = Gen.Int[0, 9].Select(January.AddDays);
        var others = Gen.Int[1, 3].Select(i => $"RIGA/catalogue-entry/{i}");
        Gen.OneOf<CatalogueEntryCommand>(
            days.Select(day => (CatalogueEntryCommand)(RegisterService with { From = day })),
            Gen.Select(days, Gen.Int[1, 3], (day, n) => (CatalogueEntryCommand)new Describe($"Nr. {n}", null, day)),
            Gen.Select(others, days, (on, day) => (CatalogueEntryCommand)new AddDependency(on, day)),
            Gen.Select(others, days, (on, day) => (CatalogueEntryCommand)new RemoveDependency(on, day)),
            Gen.Frequency((1, days.Select(day => (CatalogueEntryCommand)new Discontinue(day)))))
            .Array[0, 25].Sample(commands =>
                History.Of(CatalogueEntry.Decider, commands).ReplaysTo(CatalogueEntry.Decider), iter: 300);
    }
}
