using EventKb.Domain.Access;
using EventKb.Domain.Catalogue;
using EventKb.Domain.Citations;
using EventKb.Domain.Erasure;
using EventKb.Domain.Governance;
using EventKb.Domain.Holds;
using EventKb.Domain.IncidentProblemLinks;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Domain.KnownErrors;
using EventKb.Domain.Losses;
using EventKb.Domain.Ownership;
using EventKb.Domain.Persons;
using EventKb.Domain.ServiceRecords;
using EventKb.Domain.Sources;
using EventKb.Domain.Tests.KnowledgeArticles;
using EventKb.Domain.Tests.Ownership;
using EventKb.Domain.Tests.ServiceRecords;

namespace EventKb.Domain.Tests;

/// <summary>
/// Every text in every command, however deep: with NUL or half a surrogate pair in it the command is refused where it is taken without.
/// </summary>
public sealed class EveryText
{
    private static readonly DateOnly Day = new(2026, 1, 1);
    private static readonly Document Paper = new("1-5", Day, new string('a', 64));
    private static readonly ExactVersion Other = Article.Other;

    private static readonly ProcessRules Rules = new()
    {
        Reasons = ["improvement"],
        ReviewDays = new Dictionary<string, int> { ["faq"] = 7 },
        Templates = new Dictionary<string, ValueList<string>> { ["faq"] = ["cause"] },
        RetentionDays = new Dictionary<string, int> { ["logs"] = 7 },
    };

    private static readonly Content Text = new()
    {
        Title = "t",
        Summary = "s",
        Body = "b",
        Sections = new Dictionary<string, string> { ["cause"] = "c" },
    };

    private static readonly (Spec Given, Command Command)[] Samples =
    [
        (Article.Empty, new KnowledgeArticleCommand.Draft(ArticleKind.KnownError, "lv", Text, "guideline/1")),
        (Article.Empty, new KnowledgeArticleCommand.Adopt(Other, "elsewhere", ArticleKind.Faq, "lv", Text)),
        (Article.Empty, new KnowledgeArticleCommand.DraftFromRecord(new(Incident.Problem, 1, 9), ArticleKind.ProblemAnalysis, "lv", Text,
            new Classification { Services = [Article.Service], Resources = [Article.Service] })),
        (Article.Empty, Article.Import("a.md", Text) with { StewardGroup = "Tīkli" }),
        (Article.Empty, Article.Import("a.md", Text) with { StewardPerson = Spec.Berta }),
        (Article.Draft, new KnowledgeArticleCommand.Revise(Text)),
        (Article.Draft, new KnowledgeArticleCommand.SubmitForReview(1)),
        (Article.InReview, new KnowledgeArticleCommand.RequestChanges(1, "x")),
        (Article.InReview.By(Spec.Berta), new KnowledgeArticleCommand.Approve(1, Article.CommitmentOf(1))),
        (Article.Approved, new KnowledgeArticleCommand.SchedulePublication(1, Article.Later)),
        (Article.Approved.When(new KnowledgeArticleCommand.SchedulePublication(1, Article.Later)),
            new KnowledgeArticleCommand.CancelPublication(1)),
        (Article.Approved, new KnowledgeArticleCommand.Publish(1)),
        (Article.PublishedWithDraft, new KnowledgeArticleCommand.PublishProvisionally(2)),
        (Article.ProvisionallyPublished.At(Spec.Day.AddYears(1)), new KnowledgeArticleCommand.LapseProvision(2)),
        (Article.Published, new KnowledgeArticleCommand.ReviewUnchanged(1)),
        (Article.Published, new KnowledgeArticleCommand.Withdraw("x", Other)),
        (Article.Published, new KnowledgeArticleCommand.Retire(Other)),
        (Article.Retired, new KnowledgeArticleCommand.Restore()),
        (Article.Imported, new KnowledgeArticleCommand.SkipRevision("runbooks/disk.md", "c1", "b10b", 1, "not-utf8")),
        (Article.Imported, new KnowledgeArticleCommand.RetireImported("runbooks/disk.md", "c0ffee")),
        (Article.Draft, new KnowledgeArticleCommand.ChangeValidity(null, Article.Later)),
        (Article.Draft, new KnowledgeArticleCommand.SetAccountability(Article.Service)),
        (Article.Draft, new KnowledgeArticleCommand.SetSteward(Spec.Berta)),
        (Article.Draft, new KnowledgeArticleCommand.Classify(new Classification
        {
            Services = [Article.Service],
            Resources = [Article.Service],
            LifeSituations = [Article.Service],
            Territories = ["Rīga"],
            ErrorCodes = ["E1"],
            Keywords = ["disks"],
        })),
        (Article.Draft, new KnowledgeArticleCommand.SetAudience(new Audience { RestrictedBasis = "IAL 5" },
            new Dictionary<string, Audience> { ["cause"] = new() { RestrictedBasis = "IAL 5" } })),
        (Article.Draft, new KnowledgeArticleCommand.Attach(new string('a', 64), 1, "text/plain", "a.txt")),
        (Article.Draft.When(new KnowledgeArticleCommand.Attach(new string('a', 64), 1, "text/plain", "a.txt")),
            new KnowledgeArticleCommand.Detach(new string('a', 64))),
        (Article.Draft, new KnowledgeArticleCommand.Relate(1, RelationType.Evidence, Other)),
        (Article.Draft.When(new KnowledgeArticleCommand.Relate(1, RelationType.Evidence, Other)),
            new KnowledgeArticleCommand.Unrelate(RelationType.Evidence, Other)),
        (Article.Draft, new KnowledgeArticleCommand.Flag("x")),
        (Article.Draft.When(new KnowledgeArticleCommand.Flag("x")), new KnowledgeArticleCommand.ResolveFlag(1, "x")),

        (Facts.Spec, Facts.Assign(Spec.Anna, Day)),
        (Assigned, Facts.Transfer(1, Spec.Berta, Day.AddDays(9))),
        (Assigned, Facts.Appoint(Spec.Berta, Day, null, "sign")),
        (Assigned.When(Facts.Appoint(Spec.Berta, Day)), new OwnershipAssignmentCommand.RelieveDeputy(1, Day.AddDays(9))),
        (Assigned, new OwnershipAssignmentCommand.End(1, Day.AddDays(9))),
        (Facts.Spec, new OwnershipAssignmentCommand.Mirror(Duty.ServiceOwner, Facts.Service, Spec.Anna, Facts.Riga, Day, null, Facts.Order)),
        (Assigned, new OwnershipAssignmentCommand.MirrorAbsence(1, Day.AddDays(9))),
        (Assigned, Facts.Correct(1, Spec.Berta, Day)),

        (new Spec(KnowledgeProcess.Decider), new KnowledgeProcessCommand.Adopt(Paper, Day, Scope.Institution, Rules, "t")),
        (Process, new KnowledgeProcessCommand.Amend(Paper, Day, Rules)),
        (Process, new KnowledgeProcessCommand.Repeal(Paper, Day)),
        (new Spec(Control.Decider), Performed),
        (Controlled, new ControlCommand.RaiseFinding(Spec.Berta, Day, Other, "x")),
        (Controlled.When(new ControlCommand.RaiseFinding(Spec.Berta, Day, null, "x")), new ControlCommand.CloseFinding(1, "x")),

        (new Spec(CatalogueEntry.Decider), Registered),
        (Entry, new CatalogueEntryCommand.Describe("m", "s", Day.AddDays(1))),
        (Entry, new CatalogueEntryCommand.Mirror(EntryKind.Service, "c", "m", "s", null, Day.AddDays(9), Day.AddDays(1))),
        (Entry, new CatalogueEntryCommand.AddDependency(Article.Service, Day)),
        (Entry.When(new CatalogueEntryCommand.AddDependency(Article.Service, Day)),
            new CatalogueEntryCommand.RemoveDependency(Article.Service, Day.AddDays(1))),
        (Entry, new CatalogueEntryCommand.Discontinue(Day.AddDays(1))),
        (new Spec(Institution.Decider), new InstitutionCommand.Register("n", Day, "90000000001")),
        (Founded, new InstitutionCommand.Merge(new("CESIS"), Day.AddDays(1))),
        (Founded, new InstitutionCommand.Split([new("CESIS"), new("OGRE")], Day.AddDays(1))),
        (Founded, new InstitutionCommand.Succeed(new("CESIS"), Day.AddDays(1))),

        (new Spec(Person.Decider), new PersonCommand.Register(PersonKind.Person, "Anna", "a@b.lv")),
        (new Spec(Person.Decider), new PersonCommand.Claim(PersonKind.Person, "git", "Anna", "a@b.lv")),
        (Anna, new PersonCommand.Rename("Anna", "b@b.lv", Day)),
        (Anna, new PersonCommand.Leave(Day)),
        (new Spec(Person.Decider), new PersonCommand.Mirror(PersonKind.Person, "people:hr", "Anna", "a@b.lv", Day.AddDays(9), Day)),
        (Anna, new PersonCommand.MirrorAbsence(Day)),
        (Anna.When(new PersonCommand.Leave(Day)), new PersonCommand.Return(Day)),
        (Anna, new PersonCommand.Disable()),
        (Anna.When(new PersonCommand.Disable()), new PersonCommand.Enable()),
        (Anna, new PersonCommand.Erase("VDAR 17. pants")),
        (Anna, new PersonCommand.GrantRight(PersonRight.Import, Day, null)),
        (Anna.When(new PersonCommand.GrantRight(PersonRight.Import, Day, null)), new PersonCommand.RevokeRight(PersonRight.Import, Day)),
        (new Spec(Identity.Decider), Account),
        (new Spec(Identity.Decider).When(Account).By(Cilda), new IdentityCommand.Confirm()),
        (new Spec(Identity.Decider).When(Account), new IdentityCommand.Release()),
        (new Spec(Identity.Decider).When(Account), new IdentityCommand.Forget("VDAR 17. pants")),
        (Serveri, new PersonCommand.AddMember(Spec.Berta, Day)),
        (Serveri.When(new PersonCommand.AddMember(Spec.Berta, Day)), new PersonCommand.RemoveMember(Spec.Berta, Day.AddDays(1))),

        (new Spec(Domain.Erasure.Erasure.Decider), new ErasureCommand.EraseContent(1, Article.Here, "VDAR 17. pants")),
        (new Spec(LedgerAccess.Decider), new LedgerAccessCommand.RequireSignIn()),
        (new Spec(LedgerAccess.Decider).Because("x").Given(new LedgerAccessEvent.SignInRequired()), new LedgerAccessCommand.BreakGlass()),
        (new Spec(LedgerAccess.Decider).Given(new LedgerAccessEvent.GlassBroken()), new LedgerAccessCommand.ReplaceGlass()),
        (new Spec(LegalHold.Decider), new LegalHoldCommand.Place(Article.Here, "A-1", "VDAR 17. pants")),
        (new Spec(LegalHold.Decider).Given(new LegalHoldEvent.Placed(Article.Here, "A-1", "VDAR 17. pants")), new LegalHoldCommand.Release("A-1")),
        (new Spec(LedgerLoss.Decider).Because("x"), new LedgerLossCommand.Accept("o", 1, 2, new string('a', 64))),

        (new Spec(KnowledgeSource.Decider).Given(new KnowledgeSourceEvent.Imported("r", "main", "c1", Spec.Day, false)),
            new KnowledgeSourceCommand.RecordImport("r", "main", "c2", Spec.Day, "c1", false)),
        (new Spec(KnowledgeSource.Decider), new KnowledgeSourceCommand.ReportFile("r", "p", "cA==", "c", "b", 1, "not-utf8", Article.Here)),
        (new Spec(KnowledgeSource.Decider).Given(
            new KnowledgeSourceEvent.FileNotImported("r", "p", null, "c", null, 1, "not-utf8", Article.Here)),
            new KnowledgeSourceCommand.SettleFile("r", "p", "c")),

        (Incident.Empty, Incident.Report(Incident.Everything)),
        (Incident.Empty, Incident.Row(1, Incident.Everything) with { Text = new() { Title = "t", Summary = "s", Comment = "c", Body = "b" } }),
        (Incident.Empty, new ServiceRecordCommand.Mention(RecordKind.Problem, "P1", "desk")),

        (new Spec(KnownError.Decider), Opened),
        (Known, new KnownErrorCommand.StateCause("c")),
        (Known, new KnownErrorCommand.SetWorkaround(Other)),
        (Known.When(new KnownErrorCommand.SetWorkaround(Other)), new KnownErrorCommand.WithdrawWorkaround()),
        (Known.When(new KnownErrorCommand.SetWorkaround(Other)), new KnownErrorCommand.LoseWorkaround(Other, WorkaroundLoss.Retired)),
        (Known, new KnownErrorCommand.LinkFixChange(Incident.Change)),
        (Known, new KnownErrorCommand.Fix()),
        (Known.When(new KnownErrorCommand.Fix()).By(Spec.Berta), new KnownErrorCommand.Verify()),
        (Known, new KnownErrorCommand.Accept()),
        (Known.When(new KnownErrorCommand.Accept()), new KnownErrorCommand.Reopen()),
        (Known.When(new KnownErrorCommand.Fix()), new KnownErrorCommand.ProposeReopening(Incident.Other)),
        (Known.When(new KnownErrorCommand.Fix()).When(new KnownErrorCommand.ProposeReopening(Incident.Other)), new KnownErrorCommand.DeclineReopening()),

        (new Spec(IncidentProblemLink.Decider), Linked),
        (new Spec(IncidentProblemLink.Decider), new IncidentProblemLinkCommand.ConfirmBySource(Incident.Other, Incident.Problem)),
        (new Spec(IncidentProblemLink.Decider).When(Linked).By(Spec.Berta), new IncidentProblemLinkCommand.Confirm()),
        (new Spec(IncidentProblemLink.Decider).When(Linked), new IncidentProblemLinkCommand.Reject()),
        (new Spec(IncidentProblemLink.Decider).When(Linked), new IncidentProblemLinkCommand.Withdraw()),
        (new Spec(IncidentProblemLink.Decider).When(Linked).When(new IncidentProblemLinkCommand.Reject()), new IncidentProblemLinkCommand.Reopen()),
        (new Spec(IncidentProblemLink.Decider).When(new IncidentProblemLinkCommand.ConfirmBySource(Incident.Other, Incident.Problem)),
            new IncidentProblemLinkCommand.WithdrawBySource()),

        (new Spec(Citation.Decider), Used),
        (new Spec(Citation.Decider).When(Used), new CitationCommand.StateOutcome(CitationOutcome.Restored)),
        (new Spec(Citation.Decider).When(Used), new CitationCommand.Rate(true, "x")),
        (new Spec(Citation.Decider).When(Used), new CitationCommand.Withdraw()),
    ];

    private static ControlCommand.Perform Performed =>
        new(Duty.ServiceOwner, Article.Service, Day, Day.AddDays(1), [Other], "t", "s");

    private static CatalogueEntryCommand.Register Registered => new(EntryKind.Service, "S1", "n", "s", Day);

    private static KnownErrorCommand.Open Opened => new(Incident.Problem, "t", "s");

    private static Spec Known => new Spec(KnownError.Decider).When(Opened);

    private static IncidentProblemLinkCommand.Propose Linked => new(Incident.Other, Incident.Problem, "e", "same-resource", 0.5);

    private static CitationCommand.Cite Used => new(Other, Incident.Other, 1, null, null, "x");

    private static Spec Assigned => Facts.Spec.When(Facts.Assign(Spec.Anna, Day));

    private static Spec Process => new Spec(KnowledgeProcess.Decider).When(
        new KnowledgeProcessCommand.Adopt(Paper, Day, Scope.Institution, ProcessRules.Default, "t"));

    private static Spec Controlled => new Spec(Control.Decider).When(Performed);

    private static Spec Entry => new Spec(CatalogueEntry.Decider).When(Registered);

    private static Spec Anna => new Spec(Person.Decider).Given(new PersonEvent.Registered(PersonKind.Person), new Content { Title = "Anna" });

    private static PersonId Cilda => new("RIGA/person/cilda");

    private static IdentityCommand.Propose Account => new(Spec.Berta, "https://login.example", "b3r7a");

    private static Spec Serveri => new Spec(Person.Decider).Given(new PersonEvent.Registered(PersonKind.Group), new Content { Title = "Serveri" });

    private static Spec Founded => new Spec(Institution.Decider).When(new InstitutionCommand.Register("n", Day, null));

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Samples.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Is_refused_with_what_nothing_holds(int number)
    {
        var (given, command) = Samples[number];
        foreach (var bad in new[] { "a\0b", "\ud800" })
            foreach (var (path, spoilt) in Spoilt.All(command, bad))
                Assert.True(given.Asked((Command)spoilt) is Rejection, $"{command.GetType().Name}{path}");
        Assert.NotEmpty(Assert.IsType<Accepted>(given.Asked(command)).Events);
    }

    [Fact]
    public void Is_found() => Assert.InRange(Samples.Sum(sample => Spoilt.All(sample.Command, "x").Count()), 100, 1000);

    [Fact]
    public void Has_a_sample_of_each_command() => Assert.Equal(
        typeof(Command).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(Command)))
            .Select(type => type.FullName).Order(),
        Samples.Select(sample => sample.Command.GetType().FullName).Distinct().Order());
}
