using EventKb.Domain;
using EventKb.Domain.Ownership;
using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.Ownership;

/// <summary>Who holds which duty for which subject, and who deputises, with the days of both time axes.</summary>
public sealed class OwnershipProjection : Projection
{
    private static readonly BitemporalTable Terms = new("ownership_terms", ["stream", "term"],
        ["held", "holder", "holder_institution", "basis_order", "basis_date", "end_reason"]);

    private static readonly BitemporalTable Deputies = new("ownership_deputies", ["stream", "deputyship"],
        ["person", "powers", "acting", "basis_order", "basis_date"]);

    /// <inheritdoc/>
    public override int Version => 2;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Tables { get; } = ["ownership_assignments", "ownership_terms", "ownership_deputies"];

    /// <inheritdoc/>
    public override void Apply(StreamStep step, ReadModelWriter rows)
    {
        if (step is not { Before.State: OwnershipAssignmentState before, After.State: OwnershipAssignmentState after })
            return;
        if (step.IsFirst)
            Open(step, after, rows);
        foreach (var term in after.Terms.ChangedSince(before.Terms))
            Hold(step, after.Terms[term], rows);
        foreach (var deputyship in after.Deputyships.ChangedSince(before.Deputyships))
            Deputise(step, after.Deputyships[deputyship], rows);
    }

    private static void Open(StreamStep step, OwnershipAssignmentState assignment, ReadModelWriter rows)
    {
        var duty = assignment.Duty!.Value;
        rows.Insert("ownership_assignments", ("stream", step.Stream), ("institution", step.Institution), ("duty", RowJson.Name(duty)),
            ("level", RowJson.Name(duty.LevelOf())), ("scope", RowJson.Name(duty.ScopeOf())), ("subject", assignment.Subject),
            ("position", step.Position));
    }

    // What comes after an ended term keeps a row, no longer held, so that the days after it can say why.
    private static void Hold(StreamStep step, Term term, ReadModelWriter rows)
    {
        object[] about = [step.Stream, term.Number];
        object?[] said = [term.Holder.Value, term.HolderInstitution.Value, term.Basis.Order, Micros.Day(term.Basis.Date)];
        Terms.Retract(rows, step.Position, about, BitemporalTable.Always, Micros.Open);
        Terms.State(rows, step.Position, about, RigaDays.Start(term.From), RigaDays.End(term.Until), [1L, .. said, null]);
        if (term.EndReason is not null)
            Terms.State(rows, step.Position, about, RigaDays.End(term.Until), Micros.Open, [0L, .. said, term.EndReason]);
    }

    private static void Deputise(StreamStep step, Deputyship deputyship, ReadModelWriter rows)
    {
        object[] about = [step.Stream, deputyship.Number];
        Deputies.Retract(rows, step.Position, about, BitemporalTable.Always, Micros.Open);
        Deputies.State(rows, step.Position, about, RigaDays.Start(deputyship.From), RigaDays.End(deputyship.Until),
            deputyship.Deputy.Value, RowJson.Write(deputyship.Powers), deputyship.Acting ? 1L : 0L, deputyship.Basis.Order,
            Micros.Day(deputyship.Basis.Date));
    }
}
