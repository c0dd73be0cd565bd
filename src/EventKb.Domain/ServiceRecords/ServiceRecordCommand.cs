using EventKb.Domain.Catalogue;
using EventKb.Domain.Persons;

namespace EventKb.Domain.ServiceRecords;

/// <summary>What may be said of a record.</summary>
/// <param name="Kind">What sort of record it is.</param>
/// <param name="Number">Its number in the request management system.</param>
/// <param name="System">The system, where an institution has several; null = its only one.</param>
public abstract record ServiceRecordCommand(RecordKind Kind, string Number, string? System) : Command
{
    /// <inheritdoc/>
    public override StreamId? Home(InstitutionCode institution) => ServiceRecord.StreamOf(institution, System, Kind, Number);

    /// <inheritdoc/>
    public override IEnumerable<Reference?> References(StreamId stream) => [InstitutionReference.To("institution", stream.Institution)];

    /// <summary>Say what the request management system has of the record now; all facts together.</summary>
    public sealed record Report(RecordKind Kind, string Number, string? System, RecordFacts Facts, [property: Text] string? Title,
        [property: Text] string? Description) : ServiceRecordCommand(Kind, Number, System)
    {
        /// <inheritdoc/>
        public override IEnumerable<Reference?> References(StreamId stream) =>
        [
            .. base.References(stream), EntryReference.To("facts.service", Facts.Service, EntryKind.Service),
            EntryReference.To("facts.resource", Facts.Resource, EntryKind.Resource),
            RecordReference.To("facts.problem", Facts.Problem, RecordKind.Problem),
            RecordReference.To("facts.causedByChange", Facts.CausedByChange, RecordKind.ChangeRequest),
            RecordReference.To("facts.resolvedByChange", Facts.ResolvedByChange, RecordKind.ChangeRequest),
            RecordReference.To("facts.parent", Facts.Parent, Enum.GetValues<RecordKind>()),
            RecordReference.To("facts.duplicateOf", Facts.DuplicateOf, Kind),
            PersonReference.ToPersonOrGroup("facts.assignee", Facts.Assignee),
        ];
    }

    /// <summary>
    /// Take over a row of the system's own trail. What it names is taken as it stands there: a mirror shows also what is wrong.
    /// </summary>
    /// <param name="Kind">What sort of record it is.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="System">The system.</param>
    /// <param name="Facts">What a map makes of the row.</param>
    /// <param name="Row">Place of the row among those of the record, from 1.</param>
    /// <param name="Text">Body = the row; title, summary and comment where they are taken.</param>
    public sealed record MirrorRow(RecordKind Kind, string Number, string? System, [property: Derived] RecordFacts Facts, int Row,
        [property: Derived] Content Text) : ServiceRecordCommand(Kind, Number, System)
    {
        /// <summary>The row itself, by which it is known again whatever a map makes of it.</summary>
        [Text]
        public string? Taken => Text.Body;
    }

    /// <summary>Take note of a record that another one names.</summary>
    public sealed record Mention(RecordKind Kind, string Number, string? System) : ServiceRecordCommand(Kind, Number, System);
}
