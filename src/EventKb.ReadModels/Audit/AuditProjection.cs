using EventKb.Domain;

namespace EventKb.ReadModels.Audit;

/// <summary>An entry for every event: who, when, why, and what each field was before and after.</summary>
public sealed class AuditProjection : Projection
{
    /// <inheritdoc/>
    public override int Version => 9;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Tables { get; } = ["audit_entries", "audit_links", "audit_mentions"];

    /// <inheritdoc/>
    public override void Apply(StreamStep step, ReadModelWriter rows)
    {
        var difference = step.After.Decider.Compare(step.Before.State, step.After.State, step.Recorded);
        var changes = StoredChanges.Of(difference.Fields);
        Insert(step, difference, changes, rows);
        foreach (var person in AuditMentions.In(changes))
            rows.Insert("audit_mentions", ("person", person), ("position", step.Position));
        foreach (var link in difference.Links)
            if (link.IsOpen)
                Open(step, link, rows);
            else
                Close(step, link, rows);
    }

    private static void Insert(StreamStep step, Difference difference, string changes, ReadModelWriter rows)
    {
        var (recorded, by) = (step.Recorded, step.Recorded.Metadata);
        rows.Insert("audit_entries",
            ("position", recorded.Position), ("event_id", recorded.EventId), ("type", step.Happened.Type), ("stream", step.Stream),
            ("category", recorded.Stream.Category), ("version", recorded.Version), ("institution", step.Institution),
            ("subject", difference.Subject ?? step.Stream), ("occurred_at", Micros.From(recorded.OccurredAt)),
            ("recorded_at", Micros.From(recorded.RecordedAt)), ("valid_from", step.After.ValidFrom), ("person", by.Person.Value),
            ("on_behalf_of", by.OnBehalfOf?.Value), ("acting_institution", by.Institution.Value),
            ("duty", by.Duty is { } duty ? RowJson.Name(duty) : null), ("authorised_by", by.AuthorisedBy), ("via", RowJson.Name(by.Via)),
            ("reason_code", by.ReasonCode), ("command_id", by.CommandId.Value), ("causation_id", by.CausationId),
            ("correlation_id", by.CorrelationId), ("rule", by.Rule), ("sent_by", by.SentBy?.Value),
            ("planned_for", Micros.From(by.PlannedFor)), ("checked_at", by.CheckedAt), ("policy", by.Policy),
            ("changes", changes));
    }

    private static void Open(StreamStep step, LinkChange link, ReadModelWriter rows) => rows.Insert("audit_links",
        ("kind", link.Kind), ("value", link.Value), ("stream", step.Stream), ("pos_from", step.Position), ("pos_to", Micros.Open));

    private static void Close(StreamStep step, LinkChange link, ReadModelWriter rows) => rows.Execute(
        $"""
        UPDATE audit_links SET pos_to = @position
        WHERE kind = @kind AND value = @value AND stream = @stream AND pos_to = {Micros.Open}
        """,
        ("@position", step.Position), ("@kind", link.Kind), ("@value", link.Value), ("@stream", step.Stream));
}
