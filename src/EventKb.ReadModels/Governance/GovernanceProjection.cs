using EventKb.Domain.Governance;
using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.Governance;

/// <summary>The rules in force on each day, and the controls with their findings.</summary>
public sealed class GovernanceProjection : Projection
{
    private static readonly BitemporalTable Rules = new("process_rules", ["stream"],
        ["version", "scope", "rules", "document", "title_position"]);

    private static readonly BitemporalTable Findings = new("control_findings", ["stream", "finding"],
        ["closed", "responsible", "due_on", "about", "raised_position", "closed_position"]);

    /// <inheritdoc/>
    public override int Version => 2;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Tables { get; } = ["processes", "process_rules", "controls", "control_findings"];

    /// <inheritdoc/>
    public override void Apply(StreamStep step, ReadModelWriter rows)
    {
        switch (step.Before.State, step.After.State)
        {
            case (KnowledgeProcessState before, KnowledgeProcessState after):
                Apply(step, before, after, rows);
                break;
            case (ControlState before, ControlState after):
                Apply(step, before, after, rows);
                break;
        }
    }

    private static void Apply(StreamStep step, KnowledgeProcessState before, KnowledgeProcessState after, ReadModelWriter rows)
    {
        var stream = step.Stream;
        if (step.IsFirst)
            rows.Insert("processes", ("stream", stream), ("institution", step.Institution), ("position", step.Position));
        foreach (var version in after.Steps.ChangedSince(before.Steps))
            if (after.Steps[version] is { Rules: { } rules } laid)
                Rules.State(rows, step.Position, [stream], RigaDays.Start(laid.From), Micros.Open, version, RowJson.Name(laid.Scope),
                    RowJson.Write(rules with { Source = null }), RowJson.Write(laid.Document), laid.Title?.At);
            else
                Rules.Retract(rows, step.Position, [stream], RigaDays.Start(after.Steps[version].From), Micros.Open);
    }

    private static void Apply(StreamStep step, ControlState before, ControlState after, ReadModelWriter rows)
    {
        if (step.IsFirst)
            Perform(step, after.Performed!, rows);
        foreach (var number in after.Findings.ChangedSince(before.Findings))
        {
            var finding = after.Findings[number];
            // A finding cannot be closed before it was raised, whatever the clocks said.
            var from = finding.IsClosed && step.Recorded.OccurredAt > finding.RaisedAt ? step.Recorded.OccurredAt : finding.RaisedAt;
            Findings.State(rows, step.Position, [step.Stream, number], Micros.From(from), Micros.Open,
                finding.IsClosed ? 1L : 0L, finding.Raised.Responsible.Value, Micros.Day(finding.Raised.DueOn),
                RowJson.Write(finding.Raised.About), finding.Texts?.At, finding.ClosingTexts?.At);
        }
    }

    private static void Perform(StreamStep step, ControlEvent.Performed control, ReadModelWriter rows) => rows.Insert("controls",
        ("stream", step.Stream), ("institution", step.Institution), ("position", step.Position),
        ("valid_from", Micros.From(step.Recorded.OccurredAt)), ("duty", RowJson.Name(control.Duty)), ("subject", control.Subject),
        ("from_day", Micros.Day(control.From)), ("until_day", Micros.Day(control.Until)), ("sample", RowJson.Write(control.Sample)),
        ("person", step.Recorded.Metadata.Person.Value), ("occurred_at", Micros.From(step.Recorded.OccurredAt)));
}
