using EventKb.Domain.Catalogue;
using EventKb.Domain.ServiceRecords;
using EventKb.Server.Imports;
using EventKb.Server.MappedFiles;
using static EventKb.Domain.ServiceRecords.RecordKind;

namespace EventKb.Server.RecordImport;

/// <summary>What a row says of a record, in the words of this program.</summary>
/// <param name="order">As whose it is imported, and by which map.</param>
/// <param name="kind">Kind of the record.</param>
/// <param name="values">What the row says.</param>
internal sealed class RowFacts(RecordOrder order, RecordKind kind, RowValues values)
{
    /// <summary>The facts as of the time of the row.</summary>
    public RecordFacts At(DateTimeOffset at)
    {
        var phase = values.OneOf("state", order.Map.Phases) ?? RecordPhase.Open;
        // The export fills the times of the end into the rows before it.
        DateTimeOffset? Past(string key, bool isReached) => isReached && values.Time(key) is { } time && time <= at ? time : null;
        return new RecordFacts
        {
            State = values["state"],
            Phase = phase,
            Deviation = values.OneOf("deviation", order.Map.Deviations),
            Service = Entry(EntryKind.Service, values["service"]),
            Resource = Entry(EntryKind.Resource, values["resource"]),
            Impact = values.Rank("impact"),
            Urgency = values.Rank("urgency"),
            Priority = values.Rank("priority"),
            Major = values.IsSo("major"),
            OpenedAt = values.Time("openedAt"),
            DetectedAt = values.Time("detectedAt"),
            RestoredAt = Past("restoredAt", true),
            ResolvedAt = Past("resolvedAt", phase is RecordPhase.Resolved or RecordPhase.Closed),
            ClosedAt = Past("closedAt", phase is RecordPhase.Closed or RecordPhase.Cancelled),
            ServiceLevelTarget = values["serviceLevelTarget"],
            ServiceLevelKept = values.IsSo("serviceLevelKept"),
            SupportLevel = values.OneOf("supportLevel", order.Map.SupportLevels),
            SupportChannel = values.OneOf("supportChannel", order.Map.SupportChannels),
            Group = values["group"],
            Problem = Record(Problem, values["problem"]),
            CausedByChange = Record(ChangeRequest, values["causedByChange"]),
            ResolvedByChange = Record(ChangeRequest, values["resolvedByChange"]),
            Parent = Record(kind, values["parent"]),
            DuplicateOf = Record(kind, values["duplicateOf"]),
        };
    }

    /// <summary>The other records that it names.</summary>
    public IEnumerable<OtherRecord> Others =>
        Named(Problem, "problem").Concat(Named(ChangeRequest, "causedByChange")).Concat(Named(ChangeRequest, "resolvedByChange"))
            .Concat(Named(kind, "parent")).Concat(Named(kind, "duplicateOf"));

    private IEnumerable<OtherRecord> Named(RecordKind of, string key) => values[key] is { } number ? [new(of, number)] : [];

    private string? Record(RecordKind of, string? number) =>
        number is null ? null : ServiceRecord.StreamOf(order.Institution, order.System, of, number).Text;

    private string? Entry(EntryKind of, string? code) => code is null ? null : CatalogueEntry.StreamOf(order.Institution, of, code).Text;
}
