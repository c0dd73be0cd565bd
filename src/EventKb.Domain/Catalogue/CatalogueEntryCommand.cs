namespace EventKb.Domain.Catalogue;

/// <summary>What may be asked of a catalogue entry.</summary>
public abstract record CatalogueEntryCommand : Command
{
    private CatalogueEntryCommand(Needs needs = Needs.Nothing) : base(needs) { }

    /// <summary>Register a service, resource or life situation.</summary>
    public sealed record Register(EntryKind Kind, string Code, [property: Text] string Name, [property: Text] string? Summary, DateOnly From)
        : CatalogueEntryCommand
    {
        /// <inheritdoc/>
        public override IEnumerable<Reference?> References(StreamId stream) => [InstitutionReference.To("institution", stream.Institution)];

        /// <inheritdoc/>
        public override StreamId? Home(InstitutionCode institution) => CatalogueEntry.StreamOf(institution, Kind, Code);
    }

    /// <summary>State how an institution's register has the entry, seen on a day; what is new of it holds from that day.</summary>
    /// <param name="Kind">Kind of the entry.</param>
    /// <param name="Code">Its code in the register.</param>
    /// <param name="Name">Its name there.</param>
    /// <param name="Summary">Its summary there.</param>
    /// <param name="From">First day in the register; null = the register does not say, so the day on which it is first seen.</param>
    /// <param name="Until">First day out of it; null = it is in it.</param>
    /// <param name="SeenOn">Day on which the register was read.</param>
    public sealed record Mirror(
        EntryKind Kind, string Code, [property: Text] string Name, [property: Text] string? Summary, DateOnly? From, DateOnly? Until, DateOnly SeenOn)
        : CatalogueEntryCommand
    {
        /// <inheritdoc/>
        public override IEnumerable<Reference?> References(StreamId stream) => [InstitutionReference.To("institution", stream.Institution)];

        /// <inheritdoc/>
        public override StreamId? Home(InstitutionCode institution) => CatalogueEntry.StreamOf(institution, Kind, Code);
    }

    /// <summary>Give the entry another name or summary from a day on.</summary>
    public sealed record Describe([property: Text] string Name, [property: Text] string? Summary, DateOnly From) : CatalogueEntryCommand;

    /// <summary>Say that the entry depends on another (its stream id) from a day on.</summary>
    public sealed record AddDependency([Identifier] string On, DateOnly From) : CatalogueEntryCommand
    {
        /// <inheritdoc/>
        public override IEnumerable<Reference?> References(StreamId stream) => [EntryReference.ToOn(From, "on", On, Enum.GetValues<EntryKind>())];
    }

    /// <summary>Say that the entry no longer depends on another from a day on.</summary>
    public sealed record RemoveDependency([Identifier] string On, DateOnly From) : CatalogueEntryCommand;

    /// <summary>Take the entry out of the register from a day on.</summary>
    public sealed record Discontinue(DateOnly From) : CatalogueEntryCommand(Needs.Reason);
}
