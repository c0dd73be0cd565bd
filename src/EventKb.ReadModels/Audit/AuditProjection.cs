using EventKb.Domain;

namespace EventKb.ReadModels.Audit;

/// <summary>An entry for every event: who, when, why, and what each field was before and after.</summary>
public sealed class AuditProjection : Projection
{
    /// <inheritdoc/>
    public override int Version => 2;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Tables { get; } = ["audit_entries", "audit_links"];

    /// <inheritdoc/>
    public override void Apply(StreamStep step, ReadModelWriter rows)
    {
        Insert(step, rows);
        var decider = step.After.Decider;
        foreach (var link in decider.LinkChanges(step.Before.State, step.After.State))
            if (link.IsOpen)
                Open(step, link, rows);
            else
                Close(step, link, rows);
    }

    private static void Insert(StreamStep step, ReadModelWriter rows)
    {
        var (recorded, by, decider) = (step.Recorded, step.Recorded.Envelope, step.After.Decider);
        rows.Execute(
            """
            INSERT INTO audit_entries (position, event_id, type, stream, category, version, institution, subject, occurred_at,
                recorded_at, valid_from, person, on_behalf_of, acting_institution, duty, authorised_by, via, reason_code, command_id,
                causation_id, correlation_id, rule, changes)
            VALUES (@position, @eventId, @type, @stream, @category, @version, @institution, @subject, @occurredAt,
                @recordedAt, @validFrom, @person, @onBehalfOf, @acting, @duty, @authorisedBy, @via, @reasonCode, @commandId,
                @causationId, @correlationId, @rule, @changes)
            """,
            ("@position", recorded.Position), ("@eventId", recorded.EventId), ("@type", step.Happened.Type),
            ("@stream", step.Stream), ("@category", recorded.Stream.Category), ("@version", recorded.Version),
            ("@institution", step.Institution), ("@subject", decider.Subject(step.After.State) ?? step.Stream),
            ("@occurredAt", Micros.From(recorded.OccurredAt)), ("@recordedAt", Micros.From(recorded.RecordedAt)),
            ("@validFrom", step.After.ValidFrom), ("@person", by.Person.Value), ("@onBehalfOf", by.OnBehalfOf?.Value),
            ("@acting", by.Institution.Value), ("@duty", by.Duty is { } duty ? RowJson.Name(duty) : null),
            ("@authorisedBy", by.AuthorisedBy), ("@via", RowJson.Name(by.Via)), ("@reasonCode", by.ReasonCode),
            ("@commandId", by.CommandId.Value), ("@causationId", by.CausationId), ("@correlationId", by.CorrelationId),
            ("@rule", by.Rule),
            ("@changes", StoredChanges.Of(decider.Changes(step.Before.State, step.After.State, recorded))));
    }

    private static void Open(StreamStep step, LinkChange link, ReadModelWriter rows) => rows.Execute(
        $"""
        INSERT INTO audit_links (kind, value, stream, pos_from, pos_to) VALUES (@kind, @value, @stream, @position, {Micros.Open})
        """,
        ("@kind", link.Kind), ("@value", link.Value), ("@stream", step.Stream), ("@position", step.Position));

    private static void Close(StreamStep step, LinkChange link, ReadModelWriter rows) => rows.Execute(
        $"""
        UPDATE audit_links SET pos_to = @position
        WHERE kind = @kind AND value = @value AND stream = @stream AND pos_to = {Micros.Open}
        """,
        ("@position", step.Position), ("@kind", link.Kind), ("@value", link.Value), ("@stream", step.Stream));
}
