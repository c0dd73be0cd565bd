using static EventKb.Domain.Governance.ControlCommand;
using static EventKb.Domain.Governance.ControlEvent;
using static EventKb.Domain.Governance.ControlRejections;

namespace EventKb.Domain.Governance;

/// <summary>One control (kontrole) and its findings: one stream each.</summary>
public static class Control
{
    /// <summary>Second part of the ids of these streams.</summary>
    public const string Category = "control";

    /// <summary>The aggregate's two functions.</summary>
    public static Decider<ControlState, ControlCommand> Decider { get; } =
        new(Category, ControlState.Empty, Decide, Evolve, Fields());

    /// <summary>Stream of the control that a command records.</summary>
    public static StreamId StreamOf(InstitutionCode institution, CommandId command) => new(institution, Category, command.Value);

    private static Decision Decide(ControlState state, ControlCommand command, CommandContext context) => command switch
    {
        Perform c => Perform(state, c),
        _ when state.Performed is null => NotPerformed,
        RaiseFinding c => Raise(state, c),
        CloseFinding c => Close(state, c),
        _ => throw Form.Undecided(command),
    };

    private static Decision Perform(ControlState state, Perform c)
    {
        var malformed = Form.Known("duty", c.Duty)
            ?? (c.Subject is null ? null : Form.Tag("subject", c.Subject))
            ?? Form.Days(c.From, c.Until)
            ?? Form.Count("sample", c.Sample.Count, Limits.Items)
            ?? Form.Each(c.Sample, version => Form.Version("sample", version))
            ?? Form.Line("title", c.Title) ?? Form.AtMost("summary", c.Summary, Limits.Summary);
        if (malformed is not null)
            return malformed;
        var performed = new Performed(c.Duty, c.Subject, c.From, c.Until, c.Sample);
        var content = new Content { Title = c.Title, Summary = c.Summary };
        if (state.Performed is null)
            return Decision.Of(performed, content);
        return state.Performed == performed && state.Texts?.Digest == content.Digests().Text
            ? Decision.Nothing
            : AlreadyPerformed;
    }

    private static Decision Raise(ControlState state, RaiseFinding c)
    {
        var malformed = Form.Person("responsible", c.Responsible) ?? Form.Day("dueOn", c.DueOn) ?? Form.Version("about", c.About)
            ?? Form.Text("comment", c.Comment, Limits.Comment);
        if (malformed is not null)
            return malformed;
        var raised = new FindingRaised(state.Findings.Count + 1, c.Responsible, c.DueOn, c.About);
        var content = new Content { Comment = c.Comment };
        var text = content.Digests().Text;
        if (state.Findings.Values.Any(f => f.Raised with { Finding = raised.Finding } == raised && f.Texts?.Digest == text))
            return Decision.Nothing;
        return raised.Finding > Limits.Items ? Form.Full("findings") : Decision.Of(raised, content);
    }

    private static Decision Close(ControlState state, CloseFinding c)
    {
        if (Form.AtMost("comment", c.Comment, Limits.Comment) is { } malformed)
            return malformed;
        if (state.Findings.GetValueOrDefault(c.Finding) is not { } finding)
            return FindingNotFound(c.Finding);
        var content = string.IsNullOrWhiteSpace(c.Comment) ? null : new Content { Comment = c.Comment };
        if (!finding.IsClosed)
            return Decision.Of(new FindingClosed(c.Finding), content);
        return content is null || finding.ClosingTexts?.Digest == content.Digests().Text
            ? Decision.Nothing
            : ClosedOtherwise(c.Finding);
    }

    private static ControlState Evolve(ControlState state, RecordedEvent recorded) => recorded.Event switch
    {
        Performed e => state with { Performed = e, Texts = recorded.Texts },
        FindingRaised e => state with { Findings = state.Findings.With(e.Finding, new(e, recorded.OccurredAt, recorded.Texts)) },
        FindingClosed e => state with
        {
            Findings = state.Findings.With(e.Finding, state.Findings[e.Finding] with { IsClosed = true, ClosingTexts = recorded.Texts }),
        },
        var other => throw Form.Unknown(Category, other),
    };

    private static FieldMap<ControlState> Fields() => new FieldMap<ControlState>()
        .Texts(s => s.Texts, "title", "summary")
        .Field("duty", s => s.Performed?.Duty).Field("subject", s => s.Performed?.Subject)
        .Field("from", s => s.Performed?.From).Field("until", s => s.Performed?.Until).Field("sample", s => s.Performed?.Sample)
        .Each("findings", s => s.Findings, ("state", f => f.IsClosed ? "closed" : "open"),
            ("responsible", f => f.Raised.Responsible.Value), ("dueOn", f => f.Raised.DueOn), ("about", f => f.Raised.About))
        .Note<FindingRaised>("comment", e => $"findings.{e.Finding}.comment")
        .Note<FindingClosed>("comment", e => $"findings.{e.Finding}.comment")
        .Subject(s => s.Performed?.Subject)
        .Link(Links.Duty, s => s.Performed?.Duty.Code())
        .Link(Links.Subject, s => s.Performed?.Subject)
        .Link(Links.Service, s => s.Performed?.Subject).Link(Links.Resource, s => s.Performed?.Subject);
}
