using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.ServiceRecords;

/// <summary>A filter as conditions over the version that answers (<c>v</c>) and its record (<c>a</c>).</summary>
internal static class ServiceRecordConditions
{
    public static Conditions Of(Pin pin, ServiceRecordFilter filter) => Times(new Conditions(pin)
        .If(filter.Institution, "a.institution = @?")
        .If(RowJson.Name(filter.Kind), "a.kind = @?")
        .If(filter.Number, "a.number = @?")
        .If(filter.State, "v.state = @?")
        .If(RowJson.Name(filter.Phase), "v.phase = @?")
        .If(filter.Open, "v.phase = 'open'", "v.phase <> 'open'")
        .If(RowJson.Name(filter.Deviation), "v.deviation = @?")
        .If(filter.Service, "v.service = @?")
        .If(filter.Resource, "v.resource = @?")
        .If(filter.Classified, "v.service IS NOT NULL", "v.service IS NULL AND v.phase IS NOT NULL")
        .If(filter.Group, "v.team = @?")
        .If(filter.Assignee, "v.assignee = @?")
        .If(filter.Priority, "v.priority = @?")
        .If(filter.Major, "v.major = 1", "v.phase IS NOT NULL AND coalesce(v.major, 0) = 0")
        .If(filter.SupportLevel, "v.support_level = @?")
        .If(RowJson.Name(filter.SupportChannel), "v.support_channel = @?")
        .If(filter.Problem, "v.problem = @?")
        .If(filter.CausedByChange, "v.caused_by_change = @?")
        .If(filter.ResolvedByChange, "v.resolved_by_change = @?")
        .If(filter.Parent, "v.parent = @?")
        .If(filter.DuplicateOf, "v.duplicate_of = @?"), filter);

    private static Conditions Times(Conditions where, ServiceRecordFilter filter)
    {
        (string Column, DateTimeOffset? From, DateTimeOffset? Before)[] times =
        [
            ("opened_at", filter.OpenedFrom, filter.OpenedBefore), ("restored_at", filter.RestoredFrom, filter.RestoredBefore),
            ("resolved_at", filter.ResolvedFrom, filter.ResolvedBefore), ("closed_at", filter.ClosedFrom, filter.ClosedBefore),
        ];
        foreach (var (column, from, before) in times)
            where.If(Micros.From(from), $"v.{column} >= @?").If(Micros.From(before), $"v.{column} < @?");
        return where;
    }
}
