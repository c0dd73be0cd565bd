using EventKb.Domain.Catalogue;
using EventKb.Domain.Governance;
using EventKb.Domain.Ownership;

namespace EventKb.Domain.Tests.Governance;

/// <summary>What holds for the aggregates of ownership, governance and catalogue alike.</summary>
public class EveryDecider
{
    private static readonly InstitutionCode Riga = new("RIGA");

    public static TheoryData<string> Categories =>
        ["ownership-assignment", "knowledge-process", "control", "catalogue-entry", "institution"];

    [Theory]
    [MemberData(nameof(Categories))]
    public void Throws_on_an_event_that_it_does_not_know(string category)
    {
        var thrown = Assert.Throws<InvalidOperationException>(() => new Spec(Deciders.Find(category)!).Given(new Unheard()));
        Assert.Contains(nameof(Unheard), thrown.Message);
    }

    [Theory]
    [MemberData(nameof(Categories))]
    public void Throws_on_a_command_that_it_does_not_know(string category) =>
        Assert.Throws<InvalidOperationException>(() => new Spec(Deciders.Find(category)!).When(new Unasked()));

    /// <summary>Stored for ever: these ids must never come out otherwise.</summary>
    [Fact]
    public void Names_its_streams_for_ever() => Assert.Equal(
    [
        "RIGA/ownership-assignment/a2b05b8eb9a6bf57009fa68a87e291ec",
        "RIGA/knowledge-process/79704a9cd5b80e37f3b230652256572a",
        "RIGA/control/00000000000000000000000000000000",
        "RIGA/catalogue-entry/f97d48f4770316146d1ef16929f819cb",
        "RIGA/institution/2610e411f35ea2e420bf02d7bfb46d34",
    ],
    [
        OwnershipAssignment.StreamOf(Riga, Duty.ServicePortfolioOwner, "RIGA").ToString(),
        KnowledgeProcess.StreamOf(Riga).ToString(),
        Control.StreamOf(Riga, new CommandId(new string('0', 32))).ToString(),
        CatalogueEntry.StreamOf(Riga, EntryKind.LifeSituation, "DS-1").ToString(),
        Institution.StreamOf(Riga).ToString(),
    ]);

    [Fact]
    public void Keeps_the_reason_in_words_as_content()
    {
        var context = new CommandContext(new("0"), Spec.Day, Spec.Day, Spec.Anna, Riga, Via.Api, "cause", "correlation")
        {
            ReasonText = "Jauns reģistrs",
        };
        var command = new InstitutionCommand.Register("Rīgas dome", new DateOnly(2026, 1, 1), null);
        var accepted = Assert.IsType<Accepted>(Institution.Decider.Decide(InstitutionState.Empty, command, context));
        Assert.Equal([new Content { Title = "Rīgas dome", Reason = "Jauns reģistrs" }], accepted.Events.Select(e => e.Content));
    }

    private sealed record Unheard : Event;

    private sealed record Unasked : Command;
}
