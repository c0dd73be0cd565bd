using EventKb.Domain;
using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.Audit;

/// <summary>The WHERE of the audit trail.</summary>
internal static class AuditConditions
{
    // Nothing holds before it occurred; a plus keeps SQLite from reading along positions and sorting.
    private const string AtPin = "e.position <= @p AND e.valid_from <= @t";
    private const string AtPinByTime = "+e.position <= @p AND e.valid_from <= @t AND e.occurred_at <= @t";

    /// <summary>
    /// Conditions of which each entry asked for meets exactly one: each is read along one index, which an OR over two columns is not.
    /// </summary>
    public static IReadOnlyList<Conditions> Of(Pin pin, AuditFilter filter, AuditOrder order = AuditOrder.Position) => filter.Person is null
        ? [Of(pin, filter, order, "")]
        : [Of(pin, filter, order, "e.person = @?"), Of(pin, filter, order, "e.on_behalf_of = @? AND e.person <> @?")];

    private static Conditions Of(Pin pin, AuditFilter filter, AuditOrder order, string byPerson)
    {
        var where = new Conditions(pin)
            .Add(order.IsByTime() ? AtPinByTime : AtPin)
            .If(filter.Institution, "e.institution = @?")
            .If(filter.ActingInstitution, "e.acting_institution = @?")
            .If(filter.Person, byPerson)
            .If(filter.OnBehalfOf, "e.on_behalf_of = @?")
            .If(filter.Type, "(e.type = @? OR substr(e.type, 1, length(@?) + 1) = @? || '/')")
            .If(filter.Category, "e.category = @?")
            .If(filter.Via is { } via ? RowJson.Name(via) : null, "e.via = @?")
            .If(filter.Stream, "e.stream = @?")
            .If(filter.Subject, "e.subject = @?")
            .If(filter.CommandId, "e.command_id = @?")
            .If(filter.CausationId, "e.causation_id = @?")
            .If(filter.CorrelationId, "e.correlation_id = @?")
            .If(filter.ReasonCode, "e.reason_code = @?")
            .If(Micros.From(filter.OccurredFrom), "e.occurred_at >= @?")
            .If(Micros.From(filter.OccurredUntil), "e.occurred_at < @?")
            .If(Micros.From(filter.RecordedFrom), "e.recorded_at >= @?")
            .If(Micros.From(filter.RecordedUntil), "e.recorded_at < @?")
            .If(filter.PositionFrom, "e.position >= @?")
            .If(filter.PositionTo, "e.position <= @?")
            .If(filter.Path, PathAt(filter.Path));
        return Duties(Linked(where, filter), filter);
    }

    private static Conditions Linked(Conditions where, AuditFilter filter) => where
        .If(filter.Service, Link(Links.Service, "l.value = @?"))
        .If(filter.Resource, Link(Links.Resource, "l.value = @?"))
        .If(filter.Accountable, Link(Links.Accountable, "l.value = @?"))
        .If(filter.AccountablePerson, Link(Links.Accountable, $"l.value IN ({HeldBy})"))
        .If(filter.TrailOf, filter.WithOwnership == true ? $"e.stream IN ({Trail} UNION {Ownership})" : $"e.stream IN ({Trail})");

    private static Conditions Duties(Conditions where, AuditFilter filter)
    {
        if (filter is { Duty: null, Level: null, Scope: null })
            return where;
        var names = Enum.GetValues<Duty>()
            .Where(duty => filter.Duty is not { } asked || asked == duty)
            .Where(duty => filter.Level is not { } level || duty.LevelOf() == level)
            .Where(duty => filter.Scope is not { } scope || duty.ScopeOf() == scope)
            .Select(duty => $"'{RowJson.Name(duty)}'").ToList();
        var list = names.Count == 0 ? "NULL" : string.Join(", ", names);
        return where.Add($"(e.duty IN ({list}) OR {Link(Links.Duty, $"l.value IN ({list})")})");
    }

    private static string PathAt(string? path)
    {
        // '0' follows '/': between the two is all that begins with the path.
        var isFolder = path is not null && path.EndsWith('/');
        var value = isFolder ? "l.value >= @? AND l.value < substr(@?, 1, length(@?) - 1) || '0'" : "l.value = @?";
        return $"e.stream IN (SELECT l.stream FROM audit_links l WHERE l.kind = '{Links.Path}' AND {value})"
            + $" AND {Link(Links.Path, value.Replace("l.value", "+l.value", StringComparison.Ordinal))}";
    }

    // The event that unlinks a stream still belongs to what it was linked with.
    private static string Link(string kind, string value) =>
        $"""
        EXISTS (SELECT 1 FROM audit_links l WHERE l.stream = e.stream AND l.kind = '{kind}' AND {value}
            AND l.pos_from <= e.position AND l.pos_to >= e.position)
        """;

    private static readonly string HeldBy =
        $"""
        SELECT a.subject FROM ownership_terms t JOIN ownership_assignments a ON a.stream = t.stream
        WHERE t.holder = @? AND t.held = 1 AND a.duty IN ('service-owner', 'resource-owner')
            AND {Conditions.At("t")}
        """;

    private const string Trail = "SELECT @? UNION SELECT stream FROM audit_links WHERE kind = 'about' AND value = @?";

    private const string Ownership =
        """
        SELECT o.stream FROM audit_links a JOIN ownership_assignments o ON o.subject = a.value
        WHERE a.kind = 'accountable' AND a.stream = @? AND a.pos_from <= @p AND o.duty IN ('service-owner', 'resource-owner')
        """;
}
