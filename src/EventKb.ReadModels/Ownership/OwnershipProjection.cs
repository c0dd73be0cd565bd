using EventKb.Domain;
using EventKb.Domain.Ownership;
using EventKb.Ledger;
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
    public override IReadOnlyList<string> Tables { get; } = ["ownership_assignments", "ownership_terms", "ownership_deputies"];

    /// <inheritdoc/>
    public override void Apply(LedgerEvent happened, ReadModelWriter rows)
    {
        var recorded = happened.Recorded;
        switch (recorded.Event)
        {
            case OwnershipAssignmentEvent.Assigned e:
                Open(rows, recorded, e);
                Hold(rows, recorded, e.Term, e.Holder, e.HolderInstitution, e.From, e.Until, e.Basis);
                break;
            case OwnershipAssignmentEvent.Transferred e:
                Terms.Retract(rows, recorded.Position, [recorded.Stream.Text, e.FromTerm], RigaDays.Start(e.On), Micros.Open);
                Hold(rows, recorded, e.Term, e.Holder, e.HolderInstitution, e.On, e.Until, e.Basis);
                break;
            case OwnershipAssignmentEvent.Ended e:
                End(rows, recorded, e);
                break;
            case OwnershipAssignmentEvent.Corrected e:
                Correct(rows, recorded, e);
                break;
            case OwnershipAssignmentEvent.DeputyAppointed e:
                Deputies.State(rows, recorded.Position, [recorded.Stream.Text, e.Deputyship], RigaDays.Start(e.From),
                    RigaDays.End(e.Until),
                    e.Deputy.Value, RowJson.Write(e.Powers), e.Acting ? 1L : 0L, e.Basis.Order, Micros.Day(e.Basis.Date));
                break;
            case OwnershipAssignmentEvent.DeputyRelieved e:
                Deputies.Retract(rows, recorded.Position, [recorded.Stream.Text, e.Deputyship], RigaDays.Start(e.On), Micros.Open);
                break;
            case OwnershipAssignmentEvent unknown:
                throw new InvalidOperationException($"{unknown.GetType().Name} has no row.");
        }
    }

    private static void Open(ReadModelWriter rows, Recorded recorded, OwnershipAssignmentEvent.Assigned e) => rows.Execute(
        """
        INSERT INTO ownership_assignments (stream, institution, duty, level, scope, subject, position)
        VALUES (@stream, @institution, @duty, @level, @scope, @subject, @position) ON CONFLICT (stream) DO NOTHING
        """,
        ("@stream", recorded.Stream.Text), ("@institution", recorded.Stream.Institution.Value), ("@duty", RowJson.Name(e.Duty)),
        ("@level", RowJson.Name(e.Duty.LevelOf())), ("@scope", RowJson.Name(e.Duty.ScopeOf())), ("@subject", e.Subject),
        ("@position", recorded.Position));

    private static void Hold(ReadModelWriter rows, Recorded recorded, int term, PersonId holder, InstitutionCode institution,
        DateOnly from, DateOnly? until, Basis basis) =>
        Terms.State(rows, recorded.Position, [recorded.Stream.Text, term], RigaDays.Start(from), RigaDays.End(until),
            1L, holder.Value, institution.Value, basis.Order, Micros.Day(basis.Date), null);

    // The rest of the term keeps its row, no longer held, so that the days after it can say why.
    private static void End(ReadModelWriter rows, Recorded recorded, OwnershipAssignmentEvent.Ended e)
    {
        var term = Terms.Overlapping(rows, [recorded.Stream.Text, e.Term], BitemporalTable.Always, Micros.Open);
        if (term is [.., var last])
            Terms.State(rows, recorded.Position, [recorded.Stream.Text, e.Term], RigaDays.Start(e.On), Micros.Open,
                [0L, .. last.Said.Skip(1).SkipLast(1), recorded.Envelope.ReasonCode]);
    }

    // A correction of the days does not unsay why the term ended.
    private static void Correct(ReadModelWriter rows, Recorded recorded, OwnershipAssignmentEvent.Corrected e)
    {
        var ended = Terms.Overlapping(rows, [recorded.Stream.Text, e.Term], BitemporalTable.Always, Micros.Open)
            .FirstOrDefault(row => row.Said[0] is 0L);
        Terms.Retract(rows, recorded.Position, [recorded.Stream.Text, e.Term], BitemporalTable.Always, Micros.Open);
        Hold(rows, recorded, e.Term, e.Holder, e.HolderInstitution, e.From, e.Until, e.Basis);
        if (ended is not null && e.Until is { } until)
            Terms.State(rows, recorded.Position, [recorded.Stream.Text, e.Term], RigaDays.Start(until), Micros.Open,
                0L, e.Holder.Value, e.HolderInstitution.Value, e.Basis.Order, Micros.Day(e.Basis.Date), ended.Said[^1]);
    }
}
