using System.Text.Json;
using EventKb.Domain;
using EventKb.Domain.Erasure;
using EventKb.Domain.Governance;
using EventKb.Domain.Ownership;
using EventKb.Ledger;

namespace EventKb.ReadModels.Audit;

/// <summary>An entry for every event: who, when, why, and what each field was before and after.</summary>
public sealed class AuditProjection : Projection
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Tables { get; } = ["audit_entries", "audit_fields", "audit_links"];

    /// <inheritdoc/>
    public override void Apply(LedgerEvent happened, ReadModelWriter rows)
    {
        var recorded = happened.Recorded;
        var fields = Load(rows, recorded.Stream.Text);
        AuditChanges.Apply(fields, recorded);
        fields.ValidFrom = Math.Max(fields.ValidFrom, Micros.From(recorded.OccurredAt));
        Insert(rows, happened, fields);
        AuditLinks.Write(rows, recorded, fields);
        Store(rows, recorded.Stream.Text, fields);
    }

    private static FieldLog Load(ReadModelWriter rows, string stream) =>
        rows.Recall<FieldLog>(Key(stream)) ?? rows.Query(
            "SELECT valid_from, fields FROM audit_fields WHERE stream = @stream",
            row => new FieldLog(row.GetString(1)) { ValidFrom = row.GetInt64(0) }, ("@stream", stream)).FirstOrDefault()
        ?? new FieldLog();

    private static void Store(ReadModelWriter rows, string stream, FieldLog fields)
    {
        rows.Execute(
            """
            INSERT INTO audit_fields (stream, valid_from, fields) VALUES (@stream, @validFrom, @fields)
            ON CONFLICT (stream) DO UPDATE SET valid_from = excluded.valid_from, fields = excluded.fields
            """,
            ("@stream", stream), ("@validFrom", fields.ValidFrom), ("@fields", fields.Stored()));
        rows.Remember(Key(stream), fields);
    }

    private static void Insert(ReadModelWriter rows, LedgerEvent happened, FieldLog fields)
    {
        var (recorded, by) = (happened.Recorded, happened.Recorded.Envelope);
        rows.Execute(
            """
            INSERT INTO audit_entries (position, event_id, type, stream, category, version, institution, subject, occurred_at,
                recorded_at, valid_from, person, on_behalf_of, acting_institution, duty, authorised_by, via, reason_code,
                    command_id,
                causation_id, correlation_id, rule, changes)
            VALUES (@position, @eventId, @type, @stream, @category, @version, @institution, @subject, @occurredAt,
                @recordedAt, @validFrom, @person, @onBehalfOf, @acting, @duty, @authorisedBy, @via, @reasonCode, @commandId,
                @causationId, @correlationId, @rule, @changes)
            """,
            ("@position", recorded.Position), ("@eventId", recorded.EventId), ("@type", happened.Type),
                ("@stream", recorded.Stream.Text),
            ("@category", recorded.Stream.Category), ("@version", recorded.Version), ("@institution", recorded.Stream.Institution.Value),
            ("@subject", Subject(recorded, fields)), ("@occurredAt", Micros.From(recorded.OccurredAt)),
            ("@recordedAt", Micros.From(recorded.RecordedAt)), ("@validFrom", fields.ValidFrom), ("@person", by.Person.Value),
            ("@onBehalfOf", by.OnBehalfOf?.Value), ("@acting", by.Institution.Value),
            ("@duty", by.Duty is { } duty ? RowJson.Name(duty) : null), ("@authorisedBy", by.AuthorisedBy),
            ("@via", RowJson.Name(by.Via)), ("@reasonCode", by.ReasonCode), ("@commandId", by.CommandId.Value),
            ("@causationId", by.CausationId), ("@correlationId", by.CorrelationId), ("@rule", by.Rule),
            ("@changes", fields.StoredChanges()));
    }

    private static string Subject(Recorded recorded, FieldLog fields) => recorded.Event switch
    {
        OwnershipAssignmentEvent or ControlEvent when fields["subject"] is { } subject =>
            JsonSerializer.Deserialize<string>(subject)!,
        ErasureEvent.ContentErased erased => erased.Stream,
        _ => recorded.Stream.Text,
    };

    private static string Key(string stream) => "audit:" + stream;
}
