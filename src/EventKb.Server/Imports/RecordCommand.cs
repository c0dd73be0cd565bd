using System.Globalization;
using EventKb.Domain;
using EventKb.Domain.IncidentProblemLinks;
using EventKb.Domain.ServiceRecords;
using static EventKb.Domain.ServiceRecords.ServiceRecordCommand;

namespace EventKb.Server.Imports;

/// <summary>Where a row of a request management system goes, and what it asks there.</summary>
/// <param name="Row">The row.</param>
/// <param name="System">The system; null = the institution's only one.</param>
/// <param name="Record">Stream of the row's record.</param>
/// <param name="Stream">Stream that takes it.</param>
internal sealed record RecordCommand(RecordRow Row, string? System, StreamId Record, StreamId Stream)
{
    private const string Source = "records";

    public static RecordCommand Of(InstitutionCode institution, string? system, RecordRow row)
    {
        var record = ServiceRecord.StreamOf(institution, system, row.Kind, row.Number);
        if (row.Change == RecordChange.Mirrored)
            return new(row, system, record, record);
        var other = row.Other is { } named ? ServiceRecord.StreamOf(institution, system, named.Kind, named.Number)
            : throw CannotGoOn.BadInput("A row that says something of another record must name it.");
        return new(row, system, record, row.Change == RecordChange.Mentioned ? other : IncidentProblemLink.StreamOf(record.Text, other.Text)!.Value)
        { Other = other };
    }

    /// <summary>Stream of the other record that it is about.</summary>
    public StreamId? Other { get; private init; }

    /// <summary>A link is checked against what it names, whose rows before it must be recorded by then.</summary>
    public IEnumerable<string> Names => Row.Change == RecordChange.Linked ? [Record.Text, Other!.Value.Text] : [];

    /// <summary>Follows from the row's place among those of its record, so that a row acts once.</summary>
    public CommandId Id => CommandId.From(Stream.Institution.Value, Source, Stream.Id, Row.Change == RecordChange.Mentioned ? "mentioned" : Place);

    /// <summary>The row, for whoever asks what caused an event.</summary>
    public string Cause => $"{Source}:{Row.Number}:{Place}";

    /// <summary>The command, with the pseudonym of who works on the record.</summary>
    public Command Command(PersonId? assignee) => Row switch
    {
        { Change: RecordChange.Mentioned, Other: { } other } => new Mention(other.Kind, other.Number, System),
        { Change: RecordChange.Linked } => new IncidentProblemLinkCommand.ConfirmBySource(Record.Text, Other!.Value.Text),
        { Change: RecordChange.Unlinked } => new IncidentProblemLinkCommand.WithdrawBySource(),
        { Facts: { } facts, Text: { } text } => new MirrorRow(Row.Kind, Row.Number, System, facts with { Assignee = assignee }, Row.Row,
            new Content { Body = text.Row, Title = text.Title, Summary = text.Description, Comment = text.Caller }),
        _ => throw CannotGoOn.BadInput("A row that says how a record is must have its facts and its text."),
    };

    /// <summary>What is said of it to whoever sent it.</summary>
    public RecordAcknowledgement Acknowledged => new(Row.Change, Row.Number, Row.Row, Row.Line, Stream.Text) { CommandId = Id.Value };

    private string Place => Row.Row.ToString(CultureInfo.InvariantCulture);
}
