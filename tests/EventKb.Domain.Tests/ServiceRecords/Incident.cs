using EventKb.Domain.Catalogue;
using EventKb.Domain.ServiceRecords;

namespace EventKb.Domain.Tests.ServiceRecords;

/// <summary>The incident that specs of records are about.</summary>
internal static class Incident
{
    public static readonly string Service = CatalogueEntry.StreamOf(Spec.Institution, EntryKind.Service, "S1").Text;
    public static readonly string Resource = CatalogueEntry.StreamOf(Spec.Institution, EntryKind.Resource, "R1").Text;
    public static readonly string Problem = ServiceRecord.StreamOf(Spec.Institution, null, RecordKind.Problem, "P1").Text;
    public static readonly string Change = ServiceRecord.StreamOf(Spec.Institution, null, RecordKind.ChangeRequest, "C1").Text;
    public static readonly string Other = ServiceRecord.StreamOf(Spec.Institution, null, RecordKind.Incident, "I2").Text;

    public static readonly RecordFacts New = new() { State = "New", Group = "Group 56", Priority = 3 };

    public static readonly RecordFacts Everything = new()
    {
        State = "Closed",
        Phase = RecordPhase.Closed,
        Deviation = Deviation.Interruption,
        Service = Service,
        Resource = Resource,
        Impact = 1,
        Urgency = 2,
        Priority = 5,
        Major = true,
        OpenedAt = Spec.Day,
        DetectedAt = Spec.Day,
        RestoredAt = Spec.Day,
        ResolvedAt = Spec.Day,
        ClosedAt = Spec.Day,
        ServiceLevelTarget = "4 h",
        ServiceLevelKept = false,
        SupportLevel = 2,
        SupportChannel = SupportChannel.Phone,
        Group = "Group 24",
        Assignee = Spec.Anna,
        Problem = Problem,
        CausedByChange = Change,
        ResolvedByChange = Change,
        Parent = Other,
        DuplicateOf = Other,
    };

    public static Spec Empty => new(ServiceRecord.Decider);

    public static Spec Known => Empty.Given(Registered());

    public static ServiceRecordEvent.Registered Registered() => new(RecordKind.Incident, "I1", null);

    public static ServiceRecordEvent.Stated Stated(RecordFacts facts, int? row = null, string? retention = null) => new(facts, row, retention);

    public static ServiceRecordCommand.Report Report(RecordFacts facts, string? title = "t", string? description = "d") =>
        new(RecordKind.Incident, "I1", null, facts, title, description);

    public static ServiceRecordCommand.MirrorRow Row(int row, RecordFacts facts) =>
        new(RecordKind.Incident, "I1", null, facts, row, new() { Body = $"I1,{row}" });
}
