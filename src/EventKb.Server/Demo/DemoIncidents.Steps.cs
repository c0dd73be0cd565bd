using System.Globalization;
using EventKb.Domain;
using EventKb.Domain.IncidentProblemLinks;
using EventKb.Domain.ServiceRecords;
using static EventKb.Domain.ServiceRecords.RecordKind;

namespace EventKb.Server.Demo;

internal sealed partial class DemoIncidents
{
    private async Task SecondIncident(string problem)
    {
        var incident = await Report("2024-11-15T08:00:00Z", Desk, Incident, "INC-2024-0431", Facts with
        {
            State = "Slēgts",
            Phase = RecordPhase.Closed,
            Deviation = Deviation.Restriction,
            Priority = 2,
            OpenedAt = At("2024-11-14T06:50:00Z"),
            RestoredAt = At("2024-11-14T07:40:00Z"),
            ResolvedAt = At("2024-11-14T07:40:00Z"),
            ClosedAt = At("2024-11-15T08:00:00Z"),
            ServiceLevelTarget = "4 stundas",
            ServiceLevelKept = true,
            SupportLevel = 2,
            SupportChannel = SupportChannel.Email,
            Group = "E-rindas uzturēšana",
        }, "E-rindā redzama tikai daļa brīvo laiku");
        await Link(incident, problem, "2024-11-15T08:10", Desk, "2024-11-15T12:20", "Atkal pēc nakts atjaunināšanas; palīdzēja tas pats risinājums.");
    }

    private async Task ThirdIncident(string problem, string change)
    {
        var facts = Facts with
        {
            State = "Tiek risināts",
            Priority = 2,
            OpenedAt = At("2024-11-28T06:55:00Z"),
            ServiceLevelTarget = "4 stundas",
            SupportLevel = 2,
            SupportChannel = SupportChannel.Phone,
            Group = "E-rindas uzturēšana",
        };
        var incident = await Report("2024-11-28T07:00:00Z", Desk, Incident, "INC-2024-0452", facts, "E-rindā redzami tikai vakardienas laiki");
        await Link(incident, problem, "2024-11-28T08:00", Expert, "2024-11-28T08:30", "Sinhronizācija apstājās pēc nakts atjaunināšanas.");
        await Report("2024-12-03T07:45:00Z", Keeper, Incident, "INC-2024-0452", facts with
        {
            State = "Slēgts",
            Phase = RecordPhase.Closed,
            RestoredAt = At("2024-11-28T13:10:00Z"),
            ResolvedAt = At("2024-12-02T20:30:00Z"),
            ClosedAt = At("2024-12-03T07:45:00Z"),
            ServiceLevelKept = false,
            ResolvedByChange = change,
        });
    }

    /// <summary>A rule sees the same resource and proposes; a person knows that the cause is another one.</summary>
    private async Task OtherCause(string problem)
    {
        var incident = await Report("2024-11-26T13:30:00Z", Desk, Incident, "INC-2024-0447", Facts with
        {
            State = "Gaida piegādātāju",
            Deviation = Deviation.ServiceLevelNonconformity,
            Priority = 3,
            OpenedAt = At("2024-11-26T13:25:00Z"),
            SupportLevel = 3,
            SupportChannel = SupportChannel.SelfService,
            Group = "Maksājumu atbalsts",
        }, "Maksājuma apstiprinājums kavējas vairākas stundas");
        var link = IncidentProblemLink.StreamOf(incident, problem)!.Value;
        await novads.Send("2024-11-26T13:31:00Z", RequestSystem, link, new IncidentProblemLinkCommand.Propose(incident, problem,
            "Tas pats resurss (e-rinda), un problēma vēl nav atrisināta.", "same-resource", 0.62));
        await novads.Send("2024-11-27T08:15:00Z", Owner, link, new IncidentProblemLinkCommand.Reject(), "other-cause",
            "Kavējas bankas apstiprinājums; e-rindas sinhronizācija darbojās.", Duty.ServiceOwner);
    }

    private async Task<string> ResolveByChange(RecordFacts first)
    {
        var change = await Report("2024-12-02T20:30:00Z", Keeper, ChangeRequest, "IZM-2024-019", Facts with
        {
            State = "Ieviests",
            Phase = RecordPhase.Closed,
            Deviation = null,
            OpenedAt = At("2024-11-18T09:00:00Z"),
            ClosedAt = At("2024-12-02T20:30:00Z"),
        }, "Automātiski atsākt sinhronizāciju pēc atjaunināšanas");
        await Report("2024-12-03T07:30:00Z", Keeper, Incident, "INC-2024-0412", first with
        {
            State = "Slēgts",
            Phase = RecordPhase.Closed,
            ResolvedAt = At("2024-12-02T20:30:00Z"),
            ClosedAt = At("2024-12-03T07:30:00Z"),
            ServiceLevelKept = true,
            ResolvedByChange = change,
        });
        await Report("2024-12-03T08:00:00Z", Expert, Problem, "PRB-2024-007", Facts with
        {
            State = "Atrisināta",
            Phase = RecordPhase.Resolved,
            Priority = 2,
            OpenedAt = At("2024-11-05T08:55:00Z"),
            ResolvedAt = At("2024-12-02T20:30:00Z"),
            ResolvedByChange = change,
        });
        return change;
    }

    /// <summary>The municipality proposes, the institution whose problem it is answers.</summary>
    private async Task Across(string problem)
    {
        var incident = await Report("2024-12-10T08:20:00Z", Desk, Incident, "INC-2024-0463", Facts with
        {
            State = "Gaida resursu centru",
            Resource = null,
            Priority = 2,
            OpenedAt = At("2024-12-10T08:15:00Z"),
            SupportLevel = 2,
            SupportChannel = SupportChannel.Phone,
            Group = "Palīdzības dienests",
        }, "Klienti nevar pieslēgties, lai pieprasītu atļauju");
        var link = IncidentProblemLink.StreamOf(incident, problem)!.Value;
        await novads.Send("2024-12-10T09:00:00Z", Expert, link, new IncidentProblemLinkCommand.Propose(incident, problem,
            "Pieslēgšanās lapa ziņo par nederīgu sertifikātu.", null, null));
        await _centre.Send("2024-12-10T10:40:00Z", CentreOwner, link, new IncidentProblemLinkCommand.Confirm(), duty: Duty.ServiceOwner);
    }

    /// <summary>One person proposes, the owner of the service confirms.</summary>
    private async Task Link(string incident, string problem, string proposedAt, string proposer, string confirmedAt, string why)
    {
        var link = IncidentProblemLink.StreamOf(incident, problem)!.Value;
        await novads.Send($"{proposedAt}:00Z", proposer, link, new IncidentProblemLinkCommand.Propose(incident, problem, why, null, null));
        await novads.Send($"{confirmedAt}:00Z", Owner, link, new IncidentProblemLinkCommand.Confirm(), duty: Duty.ServiceOwner);
    }

    private async Task<string> Report(string when, string who, RecordKind kind, string number, RecordFacts facts, string? title = null)
    {
        var stream = ServiceRecord.StreamOf(Municipality, null, kind, number);
        await novads.Send(when, who, stream, new ServiceRecordCommand.Report(kind, number, null, facts, title, null));
        return stream.Text;
    }

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
}
