using EventKb.Domain;
using EventKb.Domain.Access;
using EventKb.Domain.Catalogue;
using EventKb.Domain.Citations;
using EventKb.Domain.Governance;
using EventKb.Domain.Holds;
using EventKb.Domain.IncidentProblemLinks;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Domain.KnownErrors;
using EventKb.Domain.Ownership;
using EventKb.Domain.Persons;
using EventKb.Domain.ServiceRecords;
using EventKb.Domain.Sources;

namespace EventKb.Integration.Tests.ReadModels.OneFold;

/// <summary>Commands of each aggregate, few revisions, days and persons, so that they often meet.</summary>
internal static class RandomCommands
{
    private static readonly InstitutionCode Riga = new("RIGA");
    private static readonly Basis Order = new("1-5/7", new DateOnly(2026, 1, 1));
    private static readonly Document Paper = new("1-5/8", new DateOnly(2026, 1, 1), new string('a', 64));

    /// <summary>Whose histories there are, by category.</summary>
    public static IReadOnlyDictionary<string, Func<Random, DateTimeOffset, object, Command>> All { get; } =
        new Dictionary<string, Func<Random, DateTimeOffset, object, Command>>
        {
            [KnowledgeArticle.Category] = (random, now, state) => Article(random, now, (KnowledgeArticleState)state),
            [OwnershipAssignment.Category] = (random, _, _) => Assignment(random),
            [KnowledgeProcess.Category] = (random, _, _) => Process(random),
            [Control.Category] = (random, _, _) => Checked(random),
            [CatalogueEntry.Category] = (random, _, _) => Entry(random),
            [KnowledgeSource.Category] = (random, now, state) => Source(random, now, (KnowledgeSourceState)state),
            [ServiceRecord.Category] = (random, now, state) => Record(random, now, (ServiceRecordState)state),
            [IncidentProblemLink.Category] = (random, _, _) => Link(random),
            [Citation.Category] = (random, _, _) => Cited(random),
            [KnownError.Category] = (random, _, _) => Known(random),
            [Institution.Category] = (random, _, _) => Code(random),
            [Person.Category] = (random, _, _) => Entered(random),
            [Identity.Category] = (random, _, _) => Account(random),
            [LedgerAccess.Category] = (random, _, _) => Access(random),
            [LegalHold.Category] = (random, _, _) => Held(random),
        };

    private static KnowledgeArticleCommand Article(Random random, DateTimeOffset now, KnowledgeArticleState article)
    {
        var text = new Content { Title = "t", Body = $"b{random.Next(4)}" };
        if (!article.Exists)
            return random.Next(3) switch
            {
                0 => Import(random, text),
                1 => new KnowledgeArticleCommand.Adopt(Other(random), random.Next(2) == 0 ? "elsewhere" : null, ArticleKind.Faq, "lv", text),
                _ => new KnowledgeArticleCommand.Draft(ArticleKind.KnownError, "lv", text, "guideline/1"),
            };
        var revision = random.Next(3) > 0 ? article.Latest.Number : random.Next(1, 4);
        return random.Next(30) switch
        {
            3 when article.Source is { } source => new KnowledgeArticleCommand.SkipRevision(source.Path, "c9", null, random.Next(3), "not-utf8"),
            < 4 => article.Source is null ? new KnowledgeArticleCommand.Revise(text) : Import(random, text),
            < 7 => new KnowledgeArticleCommand.SubmitForReview(revision),
            7 => new KnowledgeArticleCommand.RequestChanges(revision, "x"),
            < 11 => new KnowledgeArticleCommand.Approve(revision, article.Revision(revision)?.Commitment ?? "none"),
            11 => new KnowledgeArticleCommand.SchedulePublication(revision, now.AddDays(random.Next(1, 9))),
            12 => new KnowledgeArticleCommand.CancelPublication(revision),
            < 15 => new KnowledgeArticleCommand.Publish(revision),
            < 17 => new KnowledgeArticleCommand.PublishProvisionally(revision),
            < 19 => new KnowledgeArticleCommand.LapseProvision(revision),
            19 => new KnowledgeArticleCommand.ReviewUnchanged(revision, new DateOnly(2030, 1, random.Next(1, 9))),
            20 => random.Next(3) == 0 ? new KnowledgeArticleCommand.Withdraw("x", random.Next(2) == 0 ? Other(random) : null)
                : new KnowledgeArticleCommand.ChangeValidity(now, random.Next(2) == 0 ? null : now.AddDays(1)),
            21 => random.Next(3) == 0 ? new KnowledgeArticleCommand.Retire(random.Next(2) == 0 ? Other(random) : null)
                : new KnowledgeArticleCommand.SetAccountability(random.Next(3) == 0 ? null : $"RIGA/catalogue-entry/{random.Next(3)}"),
            22 => new KnowledgeArticleCommand.Restore(),
            23 => new KnowledgeArticleCommand.Flag("?"),
            24 => new KnowledgeArticleCommand.ResolveFlag(random.Next(1, 4), "!"),
            25 => new KnowledgeArticleCommand.Classify(new Classification
            {
                Services = [$"RIGA/catalogue-entry/{random.Next(3)}"],
                Keywords = [.. "abc"[..random.Next(4)].Select(c => $"{c}")],
            }),
            26 => new KnowledgeArticleCommand.SetSteward(random.Next(2) == 0 ? new PersonId("RIGA/person/p-1") : null),
            27 => new KnowledgeArticleCommand.SetAudience(new Audience { SupportLevels = [random.Next(3)], Staff = random.Next(2) == 0 },
                random.Next(2) == 0 ? null : new Dictionary<string, Audience> { ["cause"] = new() { Staff = true } }),
            28 => random.Next(2) == 0
                ? new KnowledgeArticleCommand.Attach(new string((char)('a' + random.Next(3)), 64), 7, "text/plain", "a.txt")
                : new KnowledgeArticleCommand.Detach(new string((char)('a' + random.Next(3)), 64)),
            _ => random.Next(2) == 0
                ? new KnowledgeArticleCommand.Relate(revision, (RelationType)random.Next(3), Other(random))
                : new KnowledgeArticleCommand.Unrelate((RelationType)random.Next(3), Other(random)),
        };
    }

    private static KnowledgeArticleCommand.ImportRevision Import(Random random, Content text) =>
        new(ArticleKind.Faq, "lv", random.Next(2) == 0 ? "a.md" : "b.md", $"c{random.Next(9)}", DateTimeOffset.UnixEpoch, text,
            NextReviewOn: random.Next(2) == 0 ? null : new DateOnly(2031, 1, 1), StewardGroup: random.Next(4) == 0 ? "Tīkli" : null, Repository: random.Next(2) == 0 ? null : "runbooks");

    private static ExactVersion Other(Random random) => new("CESIS/knowledge-article/o", random.Next(1, 3), random.Next(10, 12));

    private static OwnershipAssignmentCommand Assignment(Random random)
    {
        var (number, who, from) = (random.Next(1, 4), new PersonId($"RIGA/person/p-{random.Next(3)}"), Day(random));
        DateOnly? until = random.Next(3) == 0 ? null : Day(random);
        return random.Next(10) switch
        {
            7 or 8 => new OwnershipAssignmentCommand.Mirror(Duty.ServiceProvider, "RIGA/catalogue-entry/s", who, Riga, from, until, Order),
            9 => new OwnershipAssignmentCommand.MirrorAbsence(number, from),
            0 or 1 => new OwnershipAssignmentCommand.Assign(Duty.ServiceProvider, "RIGA/catalogue-entry/s", who, Riga, from, until, Order),
            2 => new OwnershipAssignmentCommand.Transfer(number, who, Riga, from, until, Order),
            3 => new OwnershipAssignmentCommand.AppointDeputy(who, from, until, ["sign"], random.Next(2) == 0, Order),
            4 => new OwnershipAssignmentCommand.RelieveDeputy(number, from),
            5 => new OwnershipAssignmentCommand.End(number, from),
            _ => new OwnershipAssignmentCommand.Correct(number, who, Riga, from, until, Order),
        };
    }

    private static KnowledgeProcessCommand Process(Random random)
    {
        var rules = new ProcessRules { FourEyes = random.Next(2) == 0, ProvisionalHours = random.Next(1, 4), Reasons = ["x", "y"] };
        return random.Next(3) switch
        {
            0 => new KnowledgeProcessCommand.Adopt(Paper, Day(random), (Scope)random.Next(3), rules, $"t{random.Next(2)}"),
            1 => new KnowledgeProcessCommand.Amend(Paper, Day(random), rules),
            _ => new KnowledgeProcessCommand.Repeal(Paper, Day(random)),
        };
    }

    private static PersonCommand Entered(Random random) => random.Next(23) switch
    {
        20 or 21 => new PersonCommand.Mirror((PersonKind)random.Next(2), "people", $"n{random.Next(3)}", null,
            random.Next(2) == 0 ? null : Day(random), Day(random)),
        22 => new PersonCommand.MirrorAbsence(Day(random)),
        0 or 1 => new PersonCommand.Register((PersonKind)random.Next(3), $"n{random.Next(3)}", "a@b.lv"),
        2 or 3 => new PersonCommand.Claim(PersonKind.Group, "git", $"n{random.Next(3)}", null),
        < 7 => new PersonCommand.Rename($"n{random.Next(3)}", random.Next(2) == 0 ? null : "a@b.lv", Day(random)),
        7 => new PersonCommand.Leave(Day(random)),
        8 or 9 => new PersonCommand.Return(Day(random)),
        10 => new PersonCommand.Disable(),
        11 => new PersonCommand.Enable(),
        12 or 13 => new PersonCommand.AddMember(new PersonId($"RIGA/person/p-{random.Next(3)}"), Day(random)),
        14 => new PersonCommand.RemoveMember(new PersonId($"RIGA/person/p-{random.Next(3)}"), Day(random)),
        < 18 => new PersonCommand.GrantRight(random.Next(2) == 0 ? PersonRight.Import : PersonRight.Audit, Day(random),
            random.Next(3) == 0 ? null : Day(random), random.Next(3) == 0 ? Riga : null),
        18 => new PersonCommand.RevokeRight(random.Next(2) == 0 ? PersonRight.Import : PersonRight.Audit, Day(random), random.Next(3) == 0 ? Riga : null),
        _ => random.Next(4) == 0 ? new PersonCommand.Erase("VDAR 17. pants") : new PersonCommand.Enable(),
    };

    private static LegalHoldCommand Held(Random random) => random.Next(3) == 0 ? new LegalHoldCommand.Release($"A-{random.Next(3)}")
        : new LegalHoldCommand.Place("RIGA/person/p-1", $"A-{random.Next(3)}", "VDAR 17. pants");

    private static LedgerAccessCommand Access(Random random) => random.Next(4) switch
    {
        0 => new LedgerAccessCommand.RequireSignIn(),
        1 => new LedgerAccessCommand.ReplaceGlass(),
        _ => new LedgerAccessCommand.BreakGlass(),
    };

    private static IdentityCommand Account(Random random) => random.Next(8) switch
    {
        < 3 => new IdentityCommand.Propose(new PersonId($"RIGA/person/p-{random.Next(2)}"), "i", "s"),
        < 6 => new IdentityCommand.Confirm(),
        6 => new IdentityCommand.Release(),
        _ => random.Next(4) == 0 ? new IdentityCommand.Forget("VDAR 17. pants") : new IdentityCommand.Confirm(),
    };

    private static ControlCommand Checked(Random random) => random.Next(4) switch
    {
        0 => new ControlCommand.Perform(Duty.ServiceOwner, "RIGA/catalogue-entry/s", new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 1),
            [Other(random)], "t", null),
        1 or 2 => new ControlCommand.RaiseFinding(new PersonId($"RIGA/person/p-{random.Next(2)}"), Day(random), null, $"c{random.Next(3)}"),
        _ => new ControlCommand.CloseFinding(random.Next(1, 4), random.Next(2) == 0 ? null : "done"),
    };

    private static CatalogueEntryCommand Entry(Random random) => random.Next(11) switch
    {
        0 or 1 => new CatalogueEntryCommand.Register(EntryKind.Service, "S1", "n", null, new DateOnly(2026, 1, 1)),
        2 or 3 => new CatalogueEntryCommand.Describe($"n{random.Next(3)}", null, Day(random)),
        4 or 5 => new CatalogueEntryCommand.AddDependency($"RIGA/catalogue-entry/{random.Next(3)}", Day(random)),
        6 or 7 => new CatalogueEntryCommand.RemoveDependency($"RIGA/catalogue-entry/{random.Next(3)}", Day(random)),
        8 => new CatalogueEntryCommand.Discontinue(new DateOnly(2027, 1, 1)),
        _ => new CatalogueEntryCommand.Mirror(EntryKind.Service, "S1", $"n{random.Next(3)}", null, null,
            random.Next(4) == 0 ? new DateOnly(2027, 1, 1) : null, Day(random)),
    };

    private static InstitutionCommand Code(Random random) => random.Next(4) switch
    {
        0 or 1 => new InstitutionCommand.Register("n", new DateOnly(2026, 1, 1), null),
        2 => new InstitutionCommand.Merge(new InstitutionCode("CESIS"), Day(random)),
        _ => new InstitutionCommand.Split([new InstitutionCode("CESIS"), new InstitutionCode("OGRE")], Day(random)),
    };

    private static KnowledgeSourceCommand Source(Random random, DateTimeOffset now, KnowledgeSourceState source) => random.Next(4) switch
    {
        0 => new KnowledgeSourceCommand.RecordImport("runbooks", "main", $"c{random.Next(9)}", now, source.Commit, random.Next(4) == 0),
        1 or 2 => new KnowledgeSourceCommand.ReportFile("runbooks", $"{random.Next(3)}.md", random.Next(2) == 0 ? null : "Y2Fm6Q==", "c", "ab",
            random.Next(3), "not-utf8", "RIGA/knowledge-article/o"),
        _ => new KnowledgeSourceCommand.SettleFile("runbooks", $"{random.Next(3)}.md", "c"),
    };

    private static KnownErrorCommand Known(Random random) => random.Next(12) switch
    {
        0 or 1 => new KnownErrorCommand.Open("RIGA/service-record/p", "t", random.Next(2) == 0 ? null : "s"),
        2 => new KnownErrorCommand.StateCause($"c{random.Next(2)}"),
        3 or 4 => new KnownErrorCommand.SetWorkaround(Other(random)),
        5 => new KnownErrorCommand.WithdrawWorkaround(),
        6 => new KnownErrorCommand.LoseWorkaround(Other(random), (WorkaroundLoss)random.Next(4)),
        7 => new KnownErrorCommand.LinkFixChange($"RIGA/service-record/c{random.Next(2)}"),
        8 => new KnownErrorCommand.Fix(),
        9 => new KnownErrorCommand.Verify(),
        10 => random.Next(2) == 0 ? new KnownErrorCommand.Accept() : new KnownErrorCommand.Reopen(),
        _ => random.Next(2) == 0 ? new KnownErrorCommand.ProposeReopening("RIGA/service-record/i") : new KnownErrorCommand.DeclineReopening(),
    };

    private static IncidentProblemLinkCommand Link(Random random) => random.Next(8) switch
    {
        0 => new IncidentProblemLinkCommand.Propose("RIGA/service-record/i", "RIGA/service-record/p", "same disk", null, null),
        1 => new IncidentProblemLinkCommand.Propose("RIGA/service-record/i", "RIGA/service-record/p", "same disk", "same-resource", 0.25),
        2 => new IncidentProblemLinkCommand.Confirm(),
        3 => new IncidentProblemLinkCommand.Reject(),
        4 => new IncidentProblemLinkCommand.Withdraw(),
        5 => new IncidentProblemLinkCommand.Reopen(),
        6 => new IncidentProblemLinkCommand.ConfirmBySource("RIGA/service-record/i", "RIGA/service-record/p"),
        _ => new IncidentProblemLinkCommand.WithdrawBySource(),
    };

    private static CitationCommand Cited(Random random) => random.Next(8) switch
    {
        0 or 1 => new CitationCommand.Cite(Other(random), random.Next(3) == 0 ? null : "RIGA/service-record/i", random.Next(3), null,
            random.Next(3) switch { 0 => null, var one => one == 1 }, random.Next(2) == 0 ? null : "after step 3"),
        < 4 => new CitationCommand.StateOutcome((CitationOutcome)random.Next(4)),
        < 7 => new CitationCommand.Rate(random.Next(2) == 0, random.Next(2) == 0 ? null : $"c{random.Next(2)}"),
        _ => random.Next(4) == 0 ? new CitationCommand.Withdraw() : new CitationCommand.StateOutcome(CitationOutcome.Restored),
    };

    private static ServiceRecordCommand Record(Random random, DateTimeOffset now, ServiceRecordState record) => random.Next(9) switch
    {
        0 => new ServiceRecordCommand.Mention(RecordKind.Incident, "I1", null),
        < 5 => new ServiceRecordCommand.Report(RecordKind.Incident, "I1", null, Facts(random, now), random.Next(2) == 0 ? null : "t", null),
        _ => new ServiceRecordCommand.MirrorRow(RecordKind.Incident, "I1", null, Facts(random, now), record.Row + random.Next(3),
            new Content { Body = "I1,x", Comment = random.Next(3) == 0 ? "Caller 7" : null }),
    };

    private static RecordFacts Facts(Random random, DateTimeOffset now) => new()
    {
        State = "New",
        Phase = (RecordPhase)random.Next(4),
        Service = random.Next(3) == 0 ? null : $"RIGA/catalogue-entry/{random.Next(3)}",
        Priority = random.Next(1, 6),
        Major = random.Next(3) switch { 0 => null, var one => one == 1 },
        OpenedAt = now.AddDays(-random.Next(3)),
        Group = random.Next(3) == 0 ? null : "Group 56",
        Assignee = random.Next(2) == 0 ? null : new PersonId($"RIGA/person/p-{random.Next(2)}"),
        Problem = random.Next(2) == 0 ? null : $"RIGA/service-record/{random.Next(2)}",
    };

    private static DateOnly Day(Random random) => new(2026, random.Next(2) == 0 ? 3 : 10, random.Next(20, 31));
}
