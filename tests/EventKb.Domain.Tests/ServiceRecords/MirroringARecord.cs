using EventKb.Domain.ServiceRecords;
using static EventKb.Domain.ServiceRecords.ServiceRecord;
using static EventKb.Domain.Tests.ServiceRecords.Incident;

namespace EventKb.Domain.Tests.ServiceRecords;

public sealed class MirroringARecord
{
    [Fact]
    public void Registers_a_record_and_says_what_it_is() => Empty.When(Report(New))
        .Then(Registered(), Stated(New, retention: TextsRetention)).ThenContent(null, new Content { Title = "t", Summary = "d" });

    [Fact]
    public void Says_everything_that_there_is_to_say() => Known.When(Report(Everything, null, null)).Then(Stated(Everything)).ThenContent([null]);

    [Fact]
    public void Says_nothing_twice()
    {
        Empty.When(Report(New)).When(Report(New)).ThenNothing();
        Empty.When(Report(New)).When(Report(New, null, null)).ThenNothing();
    }

    [Fact]
    public void Says_what_changed_with_all_facts()
    {
        var active = New with { State = "Active" };
        Empty.When(Report(New)).When(Report(active)).Then(Stated(active, retention: TextsRetention));
        Empty.When(Report(New)).When(Report(New, "u")).Then(Stated(New, retention: TextsRetention));
    }

    [Fact]
    public void Keeps_a_text_that_a_report_leaves_out()
    {
        var spec = Empty.When(Report(New)).When(Report(Everything, null, null));
        Assert.Equal(2, ((ServiceRecordState)spec.State).Texts!.At);
        Assert.Equal(Everything, ((ServiceRecordState)spec.State).Facts);
    }

    [Fact]
    public void Takes_over_every_row_also_one_that_changes_nothing()
    {
        Empty.When(Row(1, New)).Then(Registered(), Stated(New, 1)).ThenContent(null, new Content { Body = "I1,1" });
        Empty.When(Row(1, New)).When(Row(2, New)).Then(Stated(New, 2));
        Empty.When(Row(1, New)).When(Row(4, New)).Then(Stated(New, 4));
    }

    [Fact]
    public void Takes_no_row_again()
    {
        Empty.When(Row(2, New)).When(Row(2, New)).ThenRejected("ROW_BEHIND", "row");
        Empty.When(Row(2, New)).When(Row(1, Everything)).ThenRejected("ROW_BEHIND", "row");
        Empty.When(Row(0, New)).ThenRejected("INVALID_INPUT", "row");
    }

    [Fact]
    public void Says_what_decides_how_long_texts_of_persons_are_kept() => Empty
        .When(Row(1, New) with { Text = new() { Body = "I1,1", Comment = "Caller 7" } }).Then(Registered(), Stated(New, 1, TextsRetention));

    [Fact]
    public void Takes_note_of_a_record_once()
    {
        var mention = new ServiceRecordCommand.Mention(RecordKind.Incident, "I1", null);
        Empty.When(mention).Then(Registered()).When(mention).ThenNothing();
        Assert.False(((ServiceRecordState)Known.State).IsReported);
    }

    [Fact]
    public void Is_answered_for_by_the_portfolio_owner_without_service_and_resource()
    {
        Assert.Equal("RIGA", Accountable(New));
        Assert.Equal(Resource, Accountable(New with { Resource = Resource }));
        Assert.Equal(Service, Accountable(New with { Service = Service, Resource = Resource }));

        static string? Accountable(RecordFacts facts) => ((ServiceRecordState)Empty.When(Report(facts)).State).Accountable;
    }

    public static TheoryData<string, RecordFacts> Malformed => new()
    {
        { "priority", New with { Priority = 0 } },
        { "impact", New with { Impact = 6 } },
        { "supportLevel", New with { SupportLevel = 10 } },
        { "service", New with { Service = Problem } },
        { "problem", New with { Problem = Service } },
        { "group", New with { Group = "anna@example.org" } },
        { "openedAt", New with { OpenedAt = Spec.Day.AddYears(-200) } },
        { "phase", New with { Phase = (RecordPhase)9 } },
        { "deviation", New with { Deviation = (Deviation)9 } },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Is_refused_when_a_fact_cannot_be(string field, RecordFacts facts)
    {
        Empty.When(Report(facts)).ThenRejected("INVALID_INPUT", field);
        Empty.When(Row(1, facts)).ThenRejected("INVALID_INPUT", field);
    }

    [Fact]
    public void Names_records_of_the_right_kind_alone()
    {
        var reference = Assert.Single(Report(New with { Problem = Other }).References(StreamOf(Spec.Institution, null, RecordKind.Incident, "I1"))
            .OfType<RecordReference>());
        var incident = Known.State;
        Assert.False(reference.IsIn(incident, new DateOnly(2026, 3, 2)));
        Assert.Equal(("WRONG_RECORD_KIND", "facts.problem"), (reference.Missing(incident).Code, reference.Missing(incident).Field));
        Assert.Equal("UNKNOWN_REFERENCE", reference.Missing(ServiceRecordState.Empty).Code);
    }
}
