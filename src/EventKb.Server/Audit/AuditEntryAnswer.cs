using EventKb.Domain;
using EventKb.ReadModels.Audit;
using EventKb.Server.Access;
using EventKb.Server.Catalogue;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Schema;
using EventKb.Server.Ownership;
using EventKb.Server.Persons;
using GraphQL;
using GraphQL.DataLoader;

namespace EventKb.Server.Audit;

/// <summary>What the audit trail says of one event.</summary>
[Name("AuditEntry")]
internal sealed class AuditEntryAnswer(Reading view, AuditEntryRow row)
{
    public long Position => row.Position;

    [Id]
    public string EventId => row.EventId;

    public string Type => row.Type;

    [Id]
    public string StreamId => row.Stream;

    public IDataLoaderResult<INode?> Stream() => view.Nodes.Load(row.Stream);

    public string Category => row.Category;

    public int Version => (int)row.Version;

    [Id]
    public string SubjectId => row.Subject;

    public IDataLoaderResult<INode?> Subject() => InstitutionNode.OrEntry(view, row.Subject);

    public DateTimeOffset OccurredAt => row.OccurredAt;

    public DateTimeOffset RecordedAt => row.RecordedAt;

    public PersonAnswer Person => new(view, row.Person, row.Position, row.RecordedAt);

    public PersonAnswer? OnBehalfOf => PersonAnswer.Of(view, row.OnBehalfOf, row.Position, row.RecordedAt);

    public InstitutionNode Institution => new(view, row.Institution);

    public InstitutionNode ActingInstitution => new(view, row.ActingInstitution);

    public Duty? Duty => row.Duty;

    [Id]
    public string? AuthorisedById => row.AuthorisedBy;

    public IDataLoaderResult<OwnershipNode?> AuthorisedBy() => view.Find<OwnershipNode>(row.AuthorisedBy);

    public Via Via => row.Via;

    public string? ReasonCode => row.ReasonCode;

    public IDataLoaderResult<GlassBreakAnswer?> GlassBreak() => GlassBreakAnswer.At(view, row.Position);

    public string? Reason => row.Reason;

    public string? Message => row.Message;

    public string CommandId => row.CommandId;

    public string CausationId => row.CausationId;

    public string CorrelationId => row.CorrelationId;

    public string? Rule => row.Rule;

    public string? Policy => row.Policy;

    public PersonAnswer? SentBy => PersonAnswer.Of(view, row.SentBy, row.Position, row.RecordedAt);

    public DateTimeOffset? PlannedFor => row.PlannedFor;

    public long? CheckedAt => row.CheckedAt;

    public IEnumerable<AuditChange> Changes => row.Changes;
}
