using EventKb.Domain;
using GraphQL;

namespace EventKb.Server.Audit;

/// <summary>Which entries; everything given must hold.</summary>
[Name("AuditFilter")]
internal sealed class AuditFilterInput
{
    public string? Institution { get; set; }

    public string? ActingInstitution { get; set; }

    [Id]
    public string? Service { get; set; }

    [Id]
    public string? Resource { get; set; }

    public Duty? Duty { get; set; }

    public Level? Level { get; set; }

    public Scope? Scope { get; set; }

    [Id]
    public string? Person { get; set; }

    [Id]
    public string? Accountable { get; set; }

    [Id]
    public string? AccountablePerson { get; set; }

    public string? Type { get; set; }

    public string? Category { get; set; }

    public Via? Via { get; set; }

    [Id]
    public string? Stream { get; set; }

    [Id]
    public string? Subject { get; set; }

    [Id]
    public string? TrailOf { get; set; }

    public bool? WithOwnership { get; set; }

    public string? CommandId { get; set; }

    public string? CausationId { get; set; }

    public string? CorrelationId { get; set; }

    public string? ReasonCode { get; set; }

    public DateTimeOffset? OccurredFrom { get; set; }

    public DateTimeOffset? OccurredUntil { get; set; }

    public DateTimeOffset? RecordedFrom { get; set; }

    public DateTimeOffset? RecordedUntil { get; set; }

    public long? PositionFrom { get; set; }

    public long? PositionTo { get; set; }
}
