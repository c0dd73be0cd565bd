using EventKb.Domain;
using EventKb.Domain.Catalogue;
using EventKb.Domain.Ownership;
using EventKb.Domain.ServiceRecords;
using EventKb.Ledger;
using static EventKb.Domain.ServiceRecords.RecordKind;

namespace EventKb.Server.Demo;

/// <summary>
/// The municipality's incidents of an autumn, the problems behind them – one of another institution – and who said what belongs together.
/// </summary>
internal sealed partial class DemoIncidents(EmbeddedLedger ledger, DemoSender novads, string service, string resource)
{
    private const string Desk = "1. līmeņa speciālists";
    private const string Expert = "Atbalsta eksperts";
    private const string Keeper = "Resursa uzturētājs";
    private const string Owner = "Pakalpojuma vadītājs (otrais)";
    private const string RequestSystem = "Pieteikumu pārvaldības sistēma";
    public const string CentreOwner = "Autentifikācijas pakalpojuma vadītājs";
    private static readonly InstitutionCode Municipality = new("NOVADS");
    public static readonly InstitutionCode Centre = new("RESURSU-CENTRS");
    private readonly DemoSender _centre = new(ledger, Centre, "demo-centre");

    /// <summary>What every record here says of itself.</summary>
    private RecordFacts Facts => new() { Service = service, Resource = resource, Deviation = Deviation.Interruption };

    public async Task Tell()
    {
        var elsewhere = await RegisterCentre();
        var (incident, first) = await FirstIncident();
        var problem = await Report("2024-11-05T09:00:00Z", Expert, Problem, "PRB-2024-007",
            Facts with { State = "Tiek izmeklēta", Priority = 2, OpenedAt = At("2024-11-05T08:55:00Z") },
            "E-rindas sinhronizācija apstājas pēc nakts atjaunināšanas");
        // The service was back on the fourth, but this was entered on the fifth.
        first = first with { State = "Pakalpojums atjaunots", RestoredAt = At("2024-11-04T09:40:00Z") };
        await Report("2024-11-04T09:40:00Z", Keeper, Incident, "INC-2024-0412", first);
        await Link(incident, problem, "2024-11-05T09:30", Expert, "2024-11-05T11:00", "Pārtraukums sākās tūlīt pēc nakts atjaunināšanas.");
        await SecondIncident(problem);
        await OtherCause(problem);
        await ThirdIncident(problem, await ResolveByChange(first));
        await Across(elsewhere);
        await Report("2025-01-15T08:25:00Z", Desk, Incident, "INC-2025-0016", new RecordFacts
        {
            State = "Reģistrēts",
            Priority = 4,
            OpenedAt = At("2025-01-15T08:20:00Z"),
            SupportLevel = 1,
            SupportChannel = SupportChannel.Email,
            Group = "Palīdzības dienests",
        }, "Iesnieguma veidlapa neatveras");
    }

    private async Task<string> RegisterCentre()
    {
        var (offered, module) = (CatalogueEntry.StreamOf(Centre, EntryKind.Service, "autentifikacija"),
            CatalogueEntry.StreamOf(Centre, EntryKind.Resource, "pieteiksanas-modulis"));
        var since = new DateOnly(2024, 1, 1);
        await _centre.Send("2024-09-02T07:00:00Z", CentreOwner, Institution.StreamOf(Centre),
            new InstitutionCommand.Register("Resursu centrs", since, null));
        await _centre.Send("2024-09-02T07:10:00Z", CentreOwner, offered,
            new CatalogueEntryCommand.Register(EntryKind.Service, "autentifikacija", "Autentifikācija e-pakalpojumos", null, since));
        await _centre.Send("2024-09-02T07:20:00Z", CentreOwner, module,
            new CatalogueEntryCommand.Register(EntryKind.Resource, "pieteiksanas-modulis", "Vienotās pieteikšanās modulis", null, since));
        await _centre.Send("2024-09-02T07:30:00Z", CentreOwner, OwnershipAssignment.StreamOf(Centre, Duty.ServiceOwner, offered.Text),
            new OwnershipAssignmentCommand.Assign(Duty.ServiceOwner, offered.Text, await _centre.Person(CentreOwner), Centre, since, null,
                new Basis("1-8/2", new DateOnly(2023, 12, 28))));
        var problem = ServiceRecord.StreamOf(Centre, null, Problem, "P-118");
        await _centre.Send("2024-12-10T07:45:00Z", CentreOwner, problem, new ServiceRecordCommand.Report(Problem, "P-118", null, new RecordFacts
        {
            State = "Tiek izmeklēta",
            Service = offered.Text,
            Resource = module.Text,
            Deviation = Deviation.Restriction,
            Priority = 1,
            OpenedAt = At("2024-12-10T07:40:00Z"),
        }, "Pēc sertifikāta nomaiņas daļa lietotāju nevar pieslēgties", null));
        return problem.Text;
    }

    private async Task<(string Id, RecordFacts Facts)> FirstIncident()
    {
        var facts = Facts with
        {
            State = "Reģistrēts",
            Impact = 3,
            Urgency = 3,
            Priority = 3,
            DetectedAt = At("2024-11-04T07:05:00Z"),
            OpenedAt = At("2024-11-04T07:15:00Z"),
            ServiceLevelTarget = "4 stundas",
            SupportLevel = 1,
            SupportChannel = SupportChannel.Phone,
            Group = "Palīdzības dienests",
        };
        await Report("2024-11-04T07:20:00Z", Desk, Incident, "INC-2024-0412", facts, "E-rinda nerāda brīvos laikus");
        facts = facts with
        {
            State = "Tiek risināts",
            Impact = 1,
            Urgency = 1,
            Priority = 1,
            Major = true,
            SupportLevel = 2,
            Group = "E-rindas uzturēšana",
            Assignee = await novads.Person(Keeper),
        };
        return (await Report("2024-11-04T08:10:00Z", Expert, Incident, "INC-2024-0412", facts), facts);
    }
}
