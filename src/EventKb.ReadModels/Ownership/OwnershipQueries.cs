using EventKb.Domain;
using EventKb.Domain.Catalogue;
using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.Ownership;

/// <summary>Questions about who holds which duty. Until sign-in tells people apart, only the operator is answered.</summary>
public static class OwnershipQueries
{
    /// <summary>The assignments with these ids, those that exist at the pin.</summary>
    public static async Task<IReadOnlyDictionary<string, OwnershipRow>> ByIds(ReadSession session, Viewer viewer, Pin pin,
        IReadOnlyCollection<string> ids) =>
        (await Views(session, viewer, pin, new Conditions(pin).In("a.stream", ids))).ToDictionary(view => view.Id);

    /// <summary>
    /// Assignments of many subjects and duties at once. Where several institutions assigned the same, the one to whom the subject
    /// belongs comes first.
    /// </summary>
    public static async Task<ILookup<(string Subject, Duty Duty), OwnershipRow>> Of(ReadSession session, Viewer viewer, Pin pin,
        IReadOnlyCollection<(string Subject, Duty Duty)> asked)
    {
        var found = await Views(session, viewer, pin, new Conditions(pin)
            .In("a.subject", asked.Select(pair => pair.Subject).Distinct().ToList())
            .In("a.duty", asked.Select(pair => RowJson.Name(pair.Duty)).Distinct().ToList()));
        var wanted = asked.ToHashSet();
        return found.Where(view => wanted.Contains((view.Subject, view.Duty)))
            .OrderBy(view => view.Institution != view.Subject.Split('/')[0])
            .ToLookup(view => (view.Subject, view.Duty));
    }

    /// <summary>The duty whose holder answers for articles about a catalogue entry; null for a life situation.</summary>
    public static Duty? AccountableDuty(EntryKind kind) => kind switch
    {
        EntryKind.Service => Duty.ServiceOwner,
        EntryKind.Resource => Duty.ResourceOwner,
        _ => null,
    };

    /// <summary>A page of assignments in order of id; <paramref name="after"/> is the last id of the page before.</summary>
    public static async Task<Page<OwnershipRow>> List(ReadSession session, Viewer viewer, Pin pin, OwnershipFilter filter,
        int first, string? after = null)
    {
        if (!viewer.SeesAll)
            return Page.Empty<OwnershipRow>();
        var all = Where(pin, filter);
        var views = await Views(session, viewer, pin, Where(pin, filter).If(after, "a.stream > @?"), first + 1);
        return Page.Of(views, first,
            () => session.Scalar($"SELECT count(*) FROM ownership_assignments a WHERE {all.Sql}", all.Parameters));
    }

    private static Conditions Where(Pin pin, OwnershipFilter filter)
    {
        var held = $"SELECT 1 FROM ownership_terms t WHERE t.stream = a.stream AND t.held = 1 AND {Conditions.At("t")}";
        var deputised = $"SELECT 1 FROM ownership_deputies d WHERE d.stream = a.stream AND {Conditions.At("d")}";
        return new Conditions(pin).Add("a.position <= @p")
            .If(filter.Institution, "a.institution = @?")
            .If(filter.Duty is { } duty ? RowJson.Name(duty) : null, "a.duty = @?")
            .If(filter.Level is { } level ? RowJson.Name(level) : null, "a.level = @?")
            .If(filter.Scope is { } scope ? RowJson.Name(scope) : null, "a.scope = @?")
            .If(filter.Subject ?? filter.Service ?? filter.Resource, "a.subject = @?")
            .If(filter.Person, $"(EXISTS ({held} AND t.holder = @?) OR EXISTS ({deputised} AND d.person = @?))")
            .If(filter.HolderInstitution, $"EXISTS ({held} AND t.holder_institution = @?)")
            .If(filter.Held, $"EXISTS ({held})", $"NOT EXISTS ({held})");
    }

    private static async Task<IReadOnlyList<OwnershipRow>> Views(ReadSession session, Viewer viewer, Pin pin, Conditions where,
        int most = int.MaxValue)
    {
        if (!viewer.SeesAll)
            return [];
        var found = await session.List(
            $"""
            SELECT a.stream, a.institution, a.duty, a.level, a.scope, a.subject,
                   {StreamVersions.Of("a")}
            FROM ownership_assignments a WHERE {where.Sql} AND a.position <= @p ORDER BY a.stream LIMIT @most
            """,
            row => new OwnershipRow(row.GetString(0), row.GetString(1), RowJson.Value<Duty>(row.GetString(2)),
                RowJson.Value<Level>(row.GetString(3)), RowJson.Value<Scope>(row.GetString(4)), row.GetString(5), row.GetInt64(6),
                    [], []),
            [.. where.Parameters, ("@most", most)]);
        var ids = found.Select(view => view.Id).ToList();
        var terms = await OwnershipIntervals.Terms(session, pin, ids);
        var deputies = await OwnershipIntervals.Deputies(session, pin, ids);
        return [.. found.Select(view => view with { Terms = [.. terms[view.Id]], Deputies = [.. deputies[view.Id]] })];
    }
}
