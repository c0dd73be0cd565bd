using EventKb.Domain;
using EventKb.Domain.Catalogue;
using EventKb.Domain.Governance;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Domain.Ownership;
using EventKb.Ledger;
using EventKb.Server.Imports;

namespace EventKb.Server.Demo;

/// <summary>
/// A municipality's year: imported runbooks, who answers for them, a fix approved, another withdrawn, its incidents, and a known error.
/// </summary>
internal sealed partial class DemoStory(EmbeddedLedger ledger)
{
    private const string Portfolio = "Pakalpojumu kopuma vadītājs";
    private const string First = "Pakalpojuma vadītājs (pirmais)";
    private const string Second = "Pakalpojuma vadītājs (otrais)";
    private const string Expert = "Atbalsta eksperts";
    private static readonly InstitutionCode Municipality = new("NOVADS");
    private readonly DemoSender _send = new(ledger, Municipality);

    private static StreamId Service { get; } = CatalogueEntry.StreamOf(Municipality, EntryKind.Service, "stavvietu-atlaujas");

    private static StreamId Resource { get; } = CatalogueEntry.StreamOf(Municipality, EntryKind.Resource, "e-rinda");

    /// <summary>Sends everything that the story tells, through the same commands as anybody's.</summary>
    public async Task Tell()
    {
        await Register();
        await AdoptProcess();
        var revisions = await Import();
        await Answer(revisions);
        await Assign();
        await Fix();
        await Control(revisions["atlaujas/maksajums.md"]);
        await new DemoIncidents(ledger, _send, Service.Text, Resource.Text).Tell();
        await KnowError();
    }

    private async Task Register()
    {
        await _send.Send("2024-01-02T07:00:00Z", Portfolio, Institution.StreamOf(Municipality),
            new InstitutionCommand.Register("Novada pašvaldība", new DateOnly(2024, 1, 1), null));
        await _send.Send("2024-01-02T07:10:00Z", Portfolio, Service, new CatalogueEntryCommand.Register(
            EntryKind.Service, "stavvietu-atlaujas", "Stāvvietu atļauju izsniegšana", null, new DateOnly(2024, 1, 1)));
        await _send.Send("2024-01-02T07:20:00Z", Portfolio, Resource, new CatalogueEntryCommand.Register(
            EntryKind.Resource, "e-rinda", "E-rindas sistēma", null, new DateOnly(2024, 1, 1)));
        await _send.Send("2024-01-02T07:30:00Z", Portfolio, Service,
            new CatalogueEntryCommand.AddDependency(Resource.ToString(), new DateOnly(2024, 1, 1)));
    }

    private async Task AdoptProcess() => await _send.Send("2024-01-03T08:00:00Z", Portfolio, KnowledgeProcess.StreamOf(Municipality),
        new KnowledgeProcessCommand.Adopt(new Document("1-12/3", new DateOnly(2024, 1, 3), Content.Sha256("1-12/3")), new DateOnly(2024, 1, 4),
            Scope.Institution, new ProcessRules
            {
                ReviewDays = new Dictionary<string, int> { ["incident-resolution"] = 180 },
                ObservationDays = 14,
                Reasons = ["harmful", "superseded", "holder-left", "source-deleted", "other-cause"],
            }, "Zināšanu pārvaldības process"), duty: Duty.ServicePortfolioOwner);

    private async Task<Dictionary<string, ExactVersion>> Import()
    {
        var target = new LocalImport(ledger);
        var (revisions, latest) = (new Dictionary<string, ExactVersion>(), new Dictionary<string, ExactVersion>());
        foreach (var row in DemoHistory.All(Municipality))
        {
            var article = row.ArticleOf(Municipality).ToString();
            // One at a time, so that the story's positions are the same wherever it is told.
            await foreach (var taken in target.Send(Municipality, DemoHistory.Repository, One(row), CancellationToken.None))
                revisions[row.Path] = latest[article] = await Imported(taken) ?? latest[article];
        }

        return revisions;
    }

    private async Task Answer(Dictionary<string, ExactVersion> revisions)
    {
        var (payment, english) = (revisions["atlaujas/maksajums.md"], revisions["atlaujas/payment.en.md"]);
        await _send.Send("2024-05-06T11:00:00Z", Expert, Stream(english),
            new KnowledgeArticleCommand.Relate(english.Number, RelationType.Translates, payment));
        await _send.Send("2024-05-06T11:05:00Z", Portfolio, Stream(payment), new KnowledgeArticleCommand.SetAccountability(Service.ToString()));
        await _send.Send("2024-05-06T11:10:00Z", Portfolio, Stream(payment), new KnowledgeArticleCommand.Classify(
            new Classification { Services = [Service.ToString()], Keywords = ["maksājums", "atļauja"] }));
        await _send.Send("2024-05-06T11:15:00Z", Portfolio, Stream(revisions["e-rinda/brivie-laiki.md"]),
            new KnowledgeArticleCommand.SetAccountability(Resource.ToString()));
    }

    private async Task Assign()
    {
        var owner = OwnershipAssignment.StreamOf(Municipality, Duty.ServiceOwner, Service.ToString());
        await _send.Send("2024-01-08T08:00:00Z", Portfolio, owner, new OwnershipAssignmentCommand.Assign(Duty.ServiceOwner, Service.ToString(),
            await _send.Person(First), Municipality, new DateOnly(2024, 1, 8), null, new Basis("1-5/7", new DateOnly(2024, 1, 5))));
        await _send.Send("2024-06-28T13:00:00Z", Portfolio, owner, new OwnershipAssignmentCommand.End(1, new DateOnly(2024, 7, 1)), "holder-left");
        await _send.Send("2024-08-19T08:00:00Z", Portfolio, owner, new OwnershipAssignmentCommand.Assign(Duty.ServiceOwner, Service.ToString(),
            await _send.Person(Second), Municipality, new DateOnly(2024, 8, 19), null, new Basis("1-5/31", new DateOnly(2024, 8, 16))));
        await _send.Send("2024-12-16T08:00:00Z", Second, owner, new OwnershipAssignmentCommand.AppointDeputy(await _send.Person(Expert),
            new DateOnly(2024, 12, 20), new DateOnly(2025, 1, 9), ["apstiprina rakstus"], Acting: true,
            new Basis("1-5/58", new DateOnly(2024, 12, 13))), duty: Duty.ServiceOwner);
    }

    private async Task Control(ExactVersion sampled)
    {
        var control = Domain.Governance.Control.StreamOf(Municipality, _send.NextId);
        await _send.Send("2025-01-20T09:00:00Z", Portfolio, control, new ControlCommand.Perform(Duty.ServicePortfolioOwner, null,
            new DateOnly(2024, 10, 1), new DateOnly(2025, 1, 1), [sampled], "4. ceturkšņa kontrole", null), duty: Duty.ServicePortfolioOwner);
        await _send.Send("2025-01-20T09:30:00Z", Portfolio, control, new ControlCommand.RaiseFinding(await _send.Person(Second),
            new DateOnly(2025, 2, 20), sampled, "Rakstā trūkst cēloņa."), duty: Duty.ServicePortfolioOwner);
    }

    private static StreamId Stream(ExactVersion version) => StreamId.Parse(version.Stream)!.Value;

    /// <summary>The revision that a row brought; null where it only moved the file.</summary>
    private async Task<ExactVersion?> Imported(ImportAcknowledgement taken)
    {
        if (taken.Code is not null)
            throw new InvalidOperationException($"The demo's row {taken.Path} was refused: {taken.Reason}");
        return (await ledger.Feed.Read(taken.FirstPosition - 1, taken.Events))
            .Where(e => e.Recorded.Event is KnowledgeArticleEvent.RevisionImported)
            .Select(e => new ExactVersion(taken.Article, ((KnowledgeArticleEvent.RevisionImported)e.Recorded.Event).Revision, e.Recorded.Position))
            .FirstOrDefault();
    }

    private static async IAsyncEnumerable<ImportRow> One(ImportRow row)
    {
        await Task.CompletedTask;
        yield return row;
    }
}
