using static EventKb.Domain.ServiceRecords.ServiceRecordCommand;
using static EventKb.Domain.ServiceRecords.ServiceRecordEvent;
using static EventKb.Domain.ServiceRecords.ServiceRecordRejections;

namespace EventKb.Domain.ServiceRecords;

/// <summary>A record of the request management system (an incident, a problem, a change request …), mirrored here.</summary>
public static class ServiceRecord
{
    /// <summary>Second part of the ids of these streams; stored for ever.</summary>
    public const string Category = "service-record";

    /// <summary>Retention class of the texts that a record brings with it.</summary>
    public const string TextsRetention = "service-record-texts";

    /// <summary>The aggregate's two functions.</summary>
    public static Decider<ServiceRecordState, ServiceRecordCommand> Decider { get; } =
        new(Category, ServiceRecordState.Empty, Decide, Evolve, Fields());

    /// <summary>Stream of a record: its system (null = the institution's only one), its kind there and its number.</summary>
    public static StreamId StreamOf(InstitutionCode institution, string? system, RecordKind kind, string number) =>
        new(institution, Category, DerivedId.From(Category, system ?? "", kind.Code(), number));

    private static Decision Decide(ServiceRecordState state, ServiceRecordCommand command, CommandContext context) =>
        Named(command) ?? command switch
        {
            Report c => Reported(state, c),
            MirrorRow c => Mirrored(state, c),
            Mention => new Accepted([.. Beginning(state, command)]),
            _ => throw Form.Undecided(command),
        };

    private static Decision Reported(ServiceRecordState state, Report c)
    {
        var content = new Content { Title = c.Title, Summary = c.Description };
        if ((RecordForm.Check(c.Facts) ?? Texts(content)) is { } wrong)
            return wrong;
        var facts = c.Facts.InMicroseconds();
        // What is left out of a report is no longer said; a text is, until it is given anew.
        return state.IsReported && state.Facts == facts && (content.IsEmpty || state.Texts?.Digest == content.Digests().Text)
            ? Decision.Nothing
            : Said(state, c, new(facts, null, RetentionOf(content)), content);
    }

    /// <summary>Every row is an event, also one that changes nothing here, so that the record can be read as of each of them.</summary>
    private static Decision Mirrored(ServiceRecordState state, MirrorRow c)
    {
        if ((RecordForm.Check(c.Facts) ?? Texts(c.Text) ?? Form.AtMost("row", c.Text.Body, Limits.Message)) is { } wrong)
            return wrong;
        if (c.Row < 1)
            return Rejection.Invalid("row", "Rows are counted from 1.");
        return c.Row > state.Row ? Said(state, c, new(c.Facts.InMicroseconds(), c.Row, RetentionOf(c.Text)), c.Text) : RowBehind(state.Row);
    }

    private static Accepted Said(ServiceRecordState state, ServiceRecordCommand by, Stated stated, Content content) =>
        new([.. Beginning(state, by), new(stated, content.IsEmpty ? null : content)]);

    private static IEnumerable<NewEvent> Beginning(ServiceRecordState state, ServiceRecordCommand c) =>
        state.Registered is null ? [new(new Registered(c.Kind, c.Number, c.System))] : [];

    private static Rejection? Named(ServiceRecordCommand c) => Form.Known("kind", c.Kind) ?? Form.Tag("number", c.Number)
        ?? (c.System is null ? null : Form.Tag("system", c.System));

    private static Rejection? Texts(Content text) => Form.AtMost("title", text.Title, Limits.Title)
        ?? Form.AtMost("description", text.Summary, Limits.Message) ?? Form.AtMost("comment", text.Comment, Limits.Comment);

    private static string? RetentionOf(Content text) => text is { Title: null, Summary: null, Comment: null } ? null : TextsRetention;

    private static ServiceRecordState Evolve(ServiceRecordState state, RecordedEvent recorded) =>
        Changed(state, recorded) with { Positions = state.Positions.With((int)recorded.Version, recorded.Position) };

    private static ServiceRecordState Changed(ServiceRecordState state, RecordedEvent recorded) => recorded.Event switch
    {
        Registered e => state with { Stream = recorded.Stream, Registered = e },
        Stated e => state with
        {
            Facts = e.Facts,
            IsReported = true,
            Row = e.Row ?? state.Row,
            Texts = e.Retention is null ? state.Texts : recorded.Texts,
        },
        var other => throw Form.Unknown(Category, other),
    };

    private static FieldMap<ServiceRecordState> Fields() => RecordFields.Of(new FieldMap<ServiceRecordState>()
        .Texts(s => s.Texts, "title", "summary").Field("caller", s => s.Texts.Named("comment"))
        .Note<Stated>("body", e => $"rows.{e.Row}")
        .Field("kind", s => s.Registered?.Kind).Field("number", s => s.Registered?.Number).Field("system", s => s.Registered?.System))
        .Link(Links.Service, s => s.Facts.Service).Link(Links.Resource, s => s.Facts.Resource)
        .Link(Links.Accountable, s => s.Accountable).Link(Links.About, s => s.Facts.Related.ToArray());
}
