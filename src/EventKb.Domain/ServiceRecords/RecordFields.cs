namespace EventKb.Domain.ServiceRecords;

/// <summary>The names of a record's facts.</summary>
internal static class RecordFields
{
    public static FieldMap<ServiceRecordState> Of(FieldMap<ServiceRecordState> map) => map
        .Field("state", s => s.Facts.State).Field("phase", s => s.IsReported ? s.Facts.Phase : (RecordPhase?)null)
        .Field("deviation", s => s.Facts.Deviation).Field("service", s => s.Facts.Service).Field("resource", s => s.Facts.Resource)
        .Field("impact", s => s.Facts.Impact).Field("urgency", s => s.Facts.Urgency).Field("priority", s => s.Facts.Priority)
        .Field("major", s => s.Facts.Major)
        .Field("openedAt", s => s.Facts.OpenedAt).Field("detectedAt", s => s.Facts.DetectedAt).Field("restoredAt", s => s.Facts.RestoredAt)
        .Field("resolvedAt", s => s.Facts.ResolvedAt).Field("closedAt", s => s.Facts.ClosedAt)
        .Field("serviceLevelTarget", s => s.Facts.ServiceLevelTarget).Field("serviceLevelKept", s => s.Facts.ServiceLevelKept)
        .Field("supportLevel", s => s.Facts.SupportLevel).Field("supportChannel", s => s.Facts.SupportChannel)
        .Field("group", s => s.Facts.Group).Field("assignee", s => s.Facts.Assignee)
        .Field("problem", s => s.Facts.Problem).Field("causedByChange", s => s.Facts.CausedByChange)
        .Field("resolvedByChange", s => s.Facts.ResolvedByChange).Field("parent", s => s.Facts.Parent)
        .Field("duplicateOf", s => s.Facts.DuplicateOf).Field("row", s => s.Row == 0 ? (int?)null : s.Row);
}
