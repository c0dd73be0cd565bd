using EventKb.Domain.Catalogue;
using EventKb.Domain.Citations;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Domain.ServiceRecords;
using EventKb.Domain.Tests.KnowledgeArticles;
using EventKb.Domain.Tests.ServiceRecords;
using static EventKb.Domain.Citations.CitationCommand;
using static EventKb.Domain.Citations.CitationEvent;

namespace EventKb.Domain.Tests.Citations;

public sealed class CitingAVersion
{
    private static readonly Cite OnIncident = new(Article.Other, Incident.Other, 1, null, null, "Pēc 3. soļa");
    private static readonly Cite OnNothing = new(Article.Other, null, null, CitationOutcome.Restored, true, null);
    private static readonly Recorded Used = new(Article.Other, Incident.Other, 1, CitationOutcome.NotYetKnown, null);

    private static Spec Empty => new(Citation.Decider);

    private static Spec Cited => Empty.When(OnIncident);

    [Fact]
    public void Is_recorded_on_a_record_of_any_kind_or_on_none()
    {
        Empty.When(OnIncident).Then(Used).ThenContent(new Content { Comment = "Pēc 3. soļa" });
        Empty.When(OnNothing).Then(new Recorded(Article.Other, null, null, CitationOutcome.Restored, true)).ThenContent([null]);
        Empty.When(OnIncident with { Record = Incident.Problem, Used = Article.Other with { Stream = "CESIS/knowledge-article/1" } })
            .Then(Used with { Record = Incident.Problem, Used = Article.Other with { Stream = "CESIS/knowledge-article/1" } });
    }

    public static TheoryData<string, Cite> Malformed => new()
    {
        { "used", OnIncident with { Used = Article.Other with { Number = 0 } } },
        { "used", OnIncident with { Used = new(Incident.Other, 1, 9) } },
        { "record", OnIncident with { Record = Article.Here } },
        { "record", OnIncident with { Record = "" } },
        { "supportLevel", OnIncident with { SupportLevel = -1 } },
        { "supportLevel", OnIncident with { SupportLevel = 10 } },
        { "outcome", OnIncident with { Outcome = (CitationOutcome)9 } },
        { "comment", OnIncident with { Comment = new string('c', Limits.Comment + 1) } },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Is_not_recorded_in_another_form(string field, Cite command) => Empty.When(command).ThenRejected("INVALID_INPUT", field);

    [Fact]
    public void Names_the_version_the_record_and_the_institution_of_whoever_used_it()
    {
        var stream = Citation.IdFromCommand(new("CESIS"), new CommandId("c"));
        var named = OnIncident.References(stream).OfType<Reference>().ToList();
        Assert.Equal(new("CESIS"), Assert.IsType<InstitutionReference>(named[0]).Code);
        Assert.Equal(Article.Other, Assert.IsType<VersionReference>(named[1]).Version);
        Assert.Equal(Enum.GetValues<RecordKind>(), Assert.IsType<RecordReference>(named[2]).Kinds);
        Assert.Equal(2, OnNothing.References(stream).OfType<Reference>().Count());
    }

    [Fact]
    public void Is_recorded_once()
    {
        Cited.When(OnIncident).ThenNothing();
        Cited.When(OnIncident with { Comment = null }).ThenRejected("CITATION_EXISTS");
        Cited.When(OnIncident with { SupportLevel = 2 }).ThenRejected("CITATION_EXISTS");
        Cited.When(new StateOutcome(CitationOutcome.Restored)).When(OnIncident).ThenNothing();
    }

    [Fact]
    public void Has_the_outcome_that_was_stated_last()
    {
        var failed = Cited.When(new StateOutcome(CitationOutcome.NotRestored)).Then(new OutcomeStated(CitationOutcome.NotRestored));
        failed.When(new StateOutcome(CitationOutcome.NotRestored)).ThenNothing();
        failed.By(Spec.Berta).When(new StateOutcome(CitationOutcome.MadeWorse)).Then(new OutcomeStated(CitationOutcome.MadeWorse));
        Assert.Equal(CitationOutcome.MadeWorse, ((CitationState)failed.State).Outcome);
        Cited.When(new StateOutcome(CitationOutcome.NotYetKnown)).ThenNothing();
        Cited.When(new StateOutcome((CitationOutcome)9)).ThenRejected("INVALID_INPUT", "outcome");
    }

    [Fact]
    public void Is_rated_anew_but_not_again()
    {
        var rated = Cited.When(new Rate(false, "Novecojis")).Then(new Rated(false)).ThenContent(new Content { Comment = "Novecojis" });
        rated.When(new Rate(false, "Novecojis")).ThenNothing().When(new Rate(false, " ")).ThenNothing();
        rated.When(new Rate(false, "Solis 3 ir cits")).Then(new Rated(false)).When(new Rate(true, null)).Then(new Rated(true)).ThenContent([null]);
        Assert.Null(((CitationState)rated.State).RatingComment);
        Assert.NotNull(((CitationState)rated.State).Comment);
        Empty.When(OnNothing).When(new Rate(true, null)).ThenNothing();
        Cited.When(new Rate(true, new string('c', Limits.Comment + 1))).ThenRejected("INVALID_INPUT", "comment");
    }

    [Fact]
    public void Is_rated_by_whoever_used_it_or_for_whom_alone()
    {
        Cited.By(Spec.Berta).When(new Rate(true, null)).ThenRejected("NOT_WHO_CITED");
        Cited.By(Spec.Berta).OnBehalfOf(Spec.Anna).When(new Rate(true, null)).Then(new Rated(true));
        Empty.OnBehalfOf(Spec.Berta).When(OnIncident).By(Spec.Berta).OnBehalfOf(null).When(new Rate(true, null)).Then(new Rated(true));
    }

    [Fact]
    public void Is_over_once_it_is_withdrawn()
    {
        Cited.For(null).When(new Withdraw()).ThenRejected("INVALID_INPUT", "reasonCode");
        var withdrawn = Cited.By(Spec.Berta).When(new Withdraw()).Then(new Withdrawn()).By(Spec.Anna);
        foreach (var command in new CitationCommand[] { new Withdraw(), new StateOutcome(CitationOutcome.Restored), new Rate(true, null) })
            withdrawn.When(command).ThenRejected("CITATION_WITHDRAWN");
    }

    [Fact]
    public void Is_not_found_before_it_is_recorded()
    {
        foreach (var command in new CitationCommand[] { new Withdraw(), new StateOutcome(CitationOutcome.Restored), new Rate(true, null) })
            Empty.When(command).ThenRejected("NOT_FOUND");
    }
}
