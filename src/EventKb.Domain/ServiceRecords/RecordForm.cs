using EventKb.Domain.Catalogue;

namespace EventKb.Domain.ServiceRecords;

/// <summary>Rules about the form of a record's facts.</summary>
internal static class RecordForm
{
    public static Rejection? Check(RecordFacts f) =>
        Tag("state", f.State) ?? Form.Known("phase", f.Phase)
        ?? Known("deviation", f.Deviation) ?? Entry("service", f.Service) ?? Entry("resource", f.Resource)
        ?? Rank("impact", f.Impact) ?? Rank("urgency", f.Urgency) ?? Rank("priority", f.Priority)
        ?? Form.Time("openedAt", f.OpenedAt) ?? Form.Time("detectedAt", f.DetectedAt) ?? Form.Time("restoredAt", f.RestoredAt)
        ?? Form.Time("resolvedAt", f.ResolvedAt) ?? Form.Time("closedAt", f.ClosedAt)
        ?? Tag("serviceLevelTarget", f.ServiceLevelTarget) ?? Number("supportLevel", f.SupportLevel, 0, 9)
        ?? Known("supportChannel", f.SupportChannel) ?? Tag("group", f.Group)
        ?? (f.Assignee is { } assignee ? Form.Person("assignee", assignee) : null)
        ?? Record("problem", f.Problem) ?? Record("causedByChange", f.CausedByChange) ?? Record("resolvedByChange", f.ResolvedByChange)
        ?? Record("parent", f.Parent) ?? Record("duplicateOf", f.DuplicateOf);

    private static Rejection? Tag(string field, string? text) => text is null ? null : Form.Tag(field, text);

    private static Rejection? Rank(string field, int? rank) => Number(field, rank, 1, 5);

    public static Rejection? Number(string field, int? number, int least, int most) => number < least || number > most
        ? Rejection.Invalid(field, $"'{field}' must be a number from {least} to {most}.") : null;

    private static Rejection? Known<T>(string field, T? value) where T : struct, Enum => value is { } given ? Form.Known(field, given) : null;

    private static Rejection? Entry(string field, string? id) => id is null ? null : Form.Stream(field, id, CatalogueEntry.Category);

    private static Rejection? Record(string field, string? id) => id is null ? null : Form.Stream(field, id, ServiceRecord.Category);
}
