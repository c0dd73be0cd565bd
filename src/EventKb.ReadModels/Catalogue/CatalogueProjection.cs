using EventKb.Domain;
using EventKb.Domain.Catalogue;
using EventKb.Ledger;
using EventKb.ReadModels.Bitemporal;

namespace EventKb.ReadModels.Catalogue;

/// <summary>Services, resources, life situations and institutions, with the days on which they are in their registers.</summary>
public sealed class CatalogueProjection : Projection
{
    private static readonly BitemporalTable Presence = new("catalogue_presence", ["stream"], []);
    private static readonly BitemporalTable Descriptions = new("catalogue_descriptions", ["stream"], ["text_position"]);
    private static readonly BitemporalTable Dependencies = new("catalogue_dependencies", ["stream", "needs"], []);
    private static readonly BitemporalTable States = new("institution_states", ["stream"], ["status", "successors"]);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Tables { get; } =
    [
        "catalogue_entries", "catalogue_presence", "catalogue_descriptions", "catalogue_dependencies", "institutions",
        "institution_states",
    ];

    /// <inheritdoc/>
    public override void Apply(LedgerEvent happened, ReadModelWriter rows)
    {
        if (happened.Recorded.Event is CatalogueEntryEvent entry)
            Apply(entry, happened.Recorded, rows);
        else if (happened.Recorded.Event is InstitutionEvent institution)
            Apply(institution, happened.Recorded, rows);
    }

    private static void Apply(CatalogueEntryEvent happened, Recorded recorded, ReadModelWriter rows)
    {
        var (position, stream) = (recorded.Position, recorded.Stream.Text);
        switch (happened)
        {
            case CatalogueEntryEvent.Registered e:
                rows.Execute(
                    """
                    INSERT INTO catalogue_entries (stream, institution, kind, code, position)
                    VALUES (@stream, @institution, @kind, @code, @position) ON CONFLICT (stream) DO NOTHING
                    """,
                    ("@stream", stream), ("@institution", recorded.Stream.Institution.Value), ("@kind", RowJson.Name(e.Kind)),
                        ("@code", e.Code),
                    ("@position", position));
                Presence.State(rows, position, [stream], RigaDays.Start(e.From), Micros.Open);
                Descriptions.State(rows, position, [stream], RigaDays.Start(e.From), Micros.Open, position);
                break;
            case CatalogueEntryEvent.Described e:
                Descriptions.State(rows, position, [stream], RigaDays.Start(e.From), Micros.Open, position);
                break;
            case CatalogueEntryEvent.DependencyAdded e:
                Dependencies.State(rows, position, [stream, e.On], RigaDays.Start(e.From), Micros.Open);
                break;
            case CatalogueEntryEvent.DependencyRemoved e:
                Dependencies.Retract(rows, position, [stream, e.On], RigaDays.Start(e.From), Micros.Open);
                break;
            case CatalogueEntryEvent.Discontinued e:
                Presence.Retract(rows, position, [stream], RigaDays.Start(e.From), Micros.Open);
                break;
            default:
                throw new InvalidOperationException($"{happened.GetType().Name} has no row.");
        }
    }

    private static void Apply(InstitutionEvent happened, Recorded recorded, ReadModelWriter rows)
    {
        switch (happened)
        {
            case InstitutionEvent.Registered e:
                rows.Execute(
                    """
                    INSERT INTO institutions (stream, code, registration_number, position)
                        VALUES (@stream, @code, @number, @position)
                    ON CONFLICT (stream) DO NOTHING
                    """,
                    ("@stream", recorded.Stream.Text), ("@code", recorded.Stream.Institution.Value), ("@number", e.RegistrationNumber),
                    ("@position", recorded.Position));
                Became(InstitutionStatus.Active, [], e.From);
                break;
            case InstitutionEvent.Merged e:
                Became(InstitutionStatus.Merged, [e.Into], e.From);
                break;
            case InstitutionEvent.Split e:
                Became(InstitutionStatus.Split, e.Into, e.From);
                break;
            case InstitutionEvent.Succeeded e:
                Became(InstitutionStatus.Succeeded, [e.By], e.From);
                break;
            default:
                throw new InvalidOperationException($"{happened.GetType().Name} has no row.");
        }

        void Became(InstitutionStatus status, IReadOnlyList<InstitutionCode> successors, DateOnly from) =>
            States.State(rows, recorded.Position, [recorded.Stream.Text], RigaDays.Start(from), Micros.Open,
                RowJson.Name(status), RowJson.Write(successors.Select(code => code.Value)));
    }
}
