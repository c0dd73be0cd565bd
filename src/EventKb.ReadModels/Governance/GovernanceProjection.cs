using EventKb.Domain;
using EventKb.Domain.Governance;
using EventKb.Ledger;
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
    public override IReadOnlyList<string> Tables { get; } = ["processes", "process_rules", "controls", "control_findings"];

    /// <inheritdoc/>
    public override void Apply(LedgerEvent happened, ReadModelWriter rows)
    {
        if (happened.Recorded.Event is KnowledgeProcessEvent process)
            Apply(process, happened.Recorded, rows);
        else if (happened.Recorded.Event is ControlEvent control)
            Apply(control, happened.Recorded, rows);
    }

    private static void Apply(KnowledgeProcessEvent happened, Recorded recorded, ReadModelWriter rows)
    {
        var (position, stream) = (recorded.Position, recorded.Stream.Text);
        switch (happened)
        {
            case KnowledgeProcessEvent.Adopted e:
                rows.Execute(
                    """
                    INSERT INTO processes (stream, institution, position) VALUES (@stream, @institution, @position)
                    ON CONFLICT (stream) DO NOTHING
                    """,
                    ("@stream", stream), ("@institution", recorded.Stream.Institution.Value), ("@position", position));
                Rules.State(rows, position, [stream], RigaDays.Start(e.InForceFrom), Micros.Open,
                    recorded.Version, RowJson.Name(e.Scope), RowJson.Write(e.Rules), RowJson.Write(e.Document), position);
                break;
            case KnowledgeProcessEvent.Amended e:
                var amended = Rules.Overlapping(rows, [stream], BitemporalTable.Always, Micros.Open).MaxBy(row => row.From)
                    ?? throw new InvalidOperationException($"{stream} was amended and never adopted.");
                Rules.State(rows, position, [stream], RigaDays.Start(e.InForceFrom), Micros.Open,
                    recorded.Version, amended.Said[1], RowJson.Write(e.Rules), RowJson.Write(e.Document), amended.Said[4]);
                break;
            case KnowledgeProcessEvent.Repealed e:
                Rules.Retract(rows, position, [stream], RigaDays.Start(e.From), Micros.Open);
                break;
            default:
                throw new InvalidOperationException($"{happened.GetType().Name} has no row.");
        }
    }

    private static void Apply(ControlEvent happened, Recorded recorded, ReadModelWriter rows)
    {
        var occurred = Micros.From(recorded.OccurredAt);
        switch (happened)
        {
            case ControlEvent.Performed e:
                Perform(e, recorded, rows);
                break;
            case ControlEvent.FindingRaised e:
                Findings.State(rows, recorded.Position, [recorded.Stream.Text, e.Finding], occurred, Micros.Open,
                    0L, e.Responsible.Value, Micros.Day(e.DueOn), RowJson.Write(e.About), recorded.Position, null);
                break;
            case ControlEvent.FindingClosed e:
                var raised = Findings.Overlapping(rows, [recorded.Stream.Text, e.Finding], BitemporalTable.Always, Micros.Open)
                    .MinBy(row => row.From)
                    ?? throw new InvalidOperationException($"Finding {e.Finding} of {recorded.Stream} was never raised.");
                // A finding cannot be closed before it was raised, whatever the clocks said.
                Findings.State(rows, recorded.Position, [recorded.Stream.Text, e.Finding], Math.Max(occurred, raised.From),
                    Micros.Open,
                    [1L, .. raised.Said.Skip(1).SkipLast(1), recorded.Position]);
                break;
            default:
                throw new InvalidOperationException($"{happened.GetType().Name} has no row.");
        }
    }

    private static void Perform(ControlEvent.Performed e, Recorded recorded, ReadModelWriter rows) => rows.Execute(
        """
        INSERT INTO controls (stream, institution, position, valid_from, duty, subject, from_day, until_day, sample, person,
            occurred_at)
        VALUES (@stream, @institution, @position, @validFrom, @duty, @subject, @from, @until, @sample, @person, @validFrom)
        """,
        ("@stream", recorded.Stream.Text), ("@institution", recorded.Stream.Institution.Value), ("@position", recorded.Position),
        ("@validFrom", Micros.From(recorded.OccurredAt)), ("@duty", RowJson.Name(e.Duty)), ("@subject", e.Subject),
        ("@from", Micros.Day(e.From)), ("@until", Micros.Day(e.Until)), ("@sample", RowJson.Write(e.Sample)),
        ("@person", recorded.Envelope.Person.Value));
}
