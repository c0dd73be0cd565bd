using EventKb.Domain.Catalogue;
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
    public override int Version => 3;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Tables { get; } =
    [
        "catalogue_entries", "catalogue_presence", "catalogue_descriptions", "catalogue_dependencies", "institutions",
        "institution_states",
    ];

    /// <inheritdoc/>
    public override void Apply(StreamStep step, ReadModelWriter rows)
    {
        switch (step.Before.State, step.After.State)
        {
            case (CatalogueEntryState before, CatalogueEntryState after):
                Apply(step, before, after, rows);
                break;
            case (InstitutionState before, InstitutionState after):
                Apply(step, before, after, rows);
                break;
        }
    }

    private static void Apply(StreamStep step, CatalogueEntryState before, CatalogueEntryState after, ReadModelWriter rows)
    {
        var (position, stream) = (step.Position, step.Stream);
        if (step.IsFirst)
            Register(step, after, rows);
        if (before.Texts != after.Texts || before.DescribedFrom != after.DescribedFrom)
            Descriptions.State(rows, position, [stream], RigaDays.Start(after.DescribedFrom!.Value), Micros.Open, after.Texts?.At);
        foreach (var on in after.Dependencies.ChangedSince(before.Dependencies))
            if (after.Dependencies[on] is { Until: { } until })
                Dependencies.Retract(rows, position, [stream, on], RigaDays.Start(until), Micros.Open);
            else
                Dependencies.State(rows, position, [stream, on], RigaDays.Start(after.Dependencies[on].From), Micros.Open);
        if (after.DiscontinuedFrom is { } day && day != before.DiscontinuedFrom)
            Presence.Retract(rows, position, [stream], RigaDays.Start(day), Micros.Open);
    }

    private static void Register(StreamStep step, CatalogueEntryState entry, ReadModelWriter rows)
    {
        rows.Insert("catalogue_entries", ("stream", step.Stream), ("institution", step.Institution),
            ("kind", RowJson.Name(entry.Registered!.Kind)), ("code", entry.Registered.Code), ("position", step.Position));
        Presence.State(rows, step.Position, [step.Stream], RigaDays.Start(entry.Registered.From), Micros.Open);
    }

    private static void Apply(StreamStep step, InstitutionState before, InstitutionState after, ReadModelWriter rows)
    {
        if (step.IsFirst)
            rows.Insert("institutions", ("stream", step.Stream), ("code", step.Institution),
                ("registration_number", after.Registered!.RegistrationNumber), ("position", step.Position),
                ("state_rules", after.Registered.LaysDownStateRules));
        if (before.Status != after.Status)
            States.State(rows, step.Position, [step.Stream], RigaDays.Start(after.Until ?? after.Registered!.From), Micros.Open,
                RowJson.Name(after.Status!.Value), RowJson.Write(after.Successors.Select(code => code.Value)));
    }
}
