using EventKb.Domain;
using EventKb.Domain.Citations;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Domain.KnownErrors;
using EventKb.Domain.ServiceRecords;
using static EventKb.Domain.Citations.CitationOutcome;

namespace EventKb.Server.Demo;

/// <summary>A workaround that helped, was changed and did harm: who used it, what was touched, and the change that made it unnecessary.</summary>
internal sealed partial class DemoStory
{
    private const string Desk = "1. līmeņa speciālists";
    private const string Keeper = "Resursa uzturētājs";
    private static readonly StreamId KnownIssue = KnownError.StreamOf(Record(RecordKind.Problem, "PRB-2024-007"))!.Value;

    private async Task KnowError()
    {
        await Know("2024-11-05T12:00:00Z", Expert, new KnownErrorCommand.Open(Record(RecordKind.Problem, "PRB-2024-007"),
            "E-rindas sinhronizācija apstājas pēc nakts atjaunināšanas", "No rīta e-rindā nav redzami vai ir redzami tikai daži brīvie laiki."));
        await Know("2024-11-05T15:30:00Z", Keeper, new KnownErrorCommand.StateCause(
            "Atjaunināšana aptur sinhronizācijas darbu un to neatsāk."));
        var first = await Publish("2024-11-06", "E-rindas sinhronizācijas palaišana no jauna", "Apturēt un no jauna palaist sinhronizācijas darbu.");
        await _send.Send("2024-11-06T09:10:00Z", Second, Stream(first),
            new KnowledgeArticleCommand.SetAccountability(Service.ToString()), duty: Duty.ServiceOwner);
        await _send.Send("2024-11-06T09:15:00Z", Second, Stream(first), new KnowledgeArticleCommand.Classify(
            new Classification { Services = [Service.ToString()], Resources = [Resource.ToString()] }), duty: Duty.ServiceOwner);
        await Know("2024-11-06T09:20:00Z", Expert, new KnownErrorCommand.SetWorkaround(first));
        await Know("2024-11-18T09:30:00Z", Expert, new KnownErrorCommand.LinkFixChange(Record(RecordKind.ChangeRequest, "IZM-2024-019")));
        await Copy(first);
        await Use(first);
        await Know("2024-12-02T20:45:00Z", Keeper, new KnownErrorCommand.Fix());
        await Know("2024-12-17T08:00:00Z", Second, new KnownErrorCommand.Verify(), Duty.ServiceOwner);
    }

    private async Task Use(ExactVersion first)
    {
        var restored = await Cite("2024-11-14T07:10:00Z", Keeper, 2, first, "INC-2024-0431", Restored, "Brīvie laiki bija redzami pēc pusstundas.");
        var revised = await _send.Send("2024-11-20T08:00:00Z", Keeper, Stream(first), new KnowledgeArticleCommand.Revise(new Content
        {
            Title = "E-rindas sinhronizācijas palaišana no jauna",
            Body = "Izdzēst starpkrātuvi un no jauna palaist sinhronizācijas darbu.",
        }), reason: "Pēc palaišanas dažreiz rādīja vecus laikus.");
        var second = await PutIntoUse("2024-11-20", Keeper, first with { Number = 2, Position = revised.FirstPosition });
        await Know("2024-11-20T09:10:00Z", Expert, new KnownErrorCommand.SetWorkaround(second));
        var without = await Cite("2024-11-26T14:20:00Z", Desk, 1, second, "INC-2024-0447", NotRestored, "Apstiprinājums kavējas tāpat.");
        var worse = await Cite("2024-11-28T07:25:00Z", Expert, 2, second, "INC-2024-0452", MadeWorse, "Pazuda divu klientu pieteiktie laiki.");
        await Withdraw(second);
        // Each user whom the impact names is told, and says of the version that they read whether it was of use.
        await Told("2024-11-28T09:20:00Z", Expert, worse, false, "Lietots pēc raksta; atsaukums saņemts, laiki atjaunoti no žurnāla.");
        await Told("2024-11-28T09:35:00Z", Keeper, restored, true, "Atsaukums saņemts; 1. redakcija starpkrātuvi nedzēsa.");
        await Told("2024-11-28T09:50:00Z", Desk, without, false, "Atsaukums saņemts; cēlonis bija cits.");
    }

    private async Task Withdraw(ExactVersion harmful)
    {
        var withdrawn = await _send.Send("2024-11-28T09:00:00Z", Second, Stream(harmful), new KnowledgeArticleCommand.Withdraw(
            "Starpkrātuvi nedzēst; sinhronizāciju no žurnāla atsāk resursa uzturētājs."), "harmful",
            "Starpkrātuvē ir vēl nenosūtītie pieteikumi.", Duty.ServiceOwner);
        await _send.Follow(await At(withdrawn.FirstPosition), KnownIssue, new KnownErrorCommand.LoseWorkaround(harmful, WorkaroundLoss.Withdrawn));
    }

    /// <summary>Another institution takes the first text over, so that it is touched as well.</summary>
    private async Task Copy(ExactVersion first)
    {
        var centre = new DemoSender(ledger, DemoIncidents.Centre, "demo-centre-copy");
        await centre.Send("2024-11-12T10:00:00Z", DemoIncidents.CentreOwner, KnowledgeArticle.IdFromCommand(DemoIncidents.Centre, centre.NextId),
            new KnowledgeArticleCommand.Adopt(first, null, ArticleKind.IncidentResolution, "lv", new Content
            {
                Title = "Sinhronizācijas palaišana no jauna iestāžu e-rindās",
                Body = "Apturēt un no jauna palaist iestādes e-rindas sinhronizācijas darbu.",
            }));
    }

    private async Task<StreamId> Cite(string when, string who, int level, ExactVersion used, string incident, CitationOutcome outcome, string comment)
    {
        var citation = Citation.IdFromCommand(Municipality, _send.NextId);
        await _send.Send(when, who, citation, new CitationCommand.Cite(used, Record(RecordKind.Incident, incident), level, outcome, null, comment));
        return citation;
    }

    private async Task Told(string when, string who, StreamId citation, bool useful, string comment) =>
        await _send.Send(when, who, citation, new CitationCommand.Rate(useful, comment));

    private async Task Know(string when, string who, KnownErrorCommand command, Duty? duty = null) =>
        await _send.Send(when, who, KnownIssue, command, duty: duty);

    private static string Record(RecordKind kind, string number) => ServiceRecord.StreamOf(Municipality, null, kind, number).Text;
}
