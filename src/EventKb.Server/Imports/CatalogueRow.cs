using EventKb.Domain;
using EventKb.Domain.Catalogue;

namespace EventKb.Server.Imports;

/// <summary>An entry as an institution's register has it.</summary>
/// <param name="Kind">Kind of the entry.</param>
/// <param name="Code">Its code there.</param>
/// <param name="Name">Its name.</param>
/// <param name="Line">Line of the file on which the row begins.</param>
/// <param name="SeenOn">Day on which the register was read.</param>
internal sealed record CatalogueRow(EntryKind Kind, string Code, string Name, long Line, DateOnly SeenOn)
{
    /// <summary>Its summary.</summary>
    public string? Summary { get; init; }

    /// <summary>First day in the register; null = it does not say.</summary>
    public DateOnly? From { get; init; }

    /// <summary>First day out of it; null = it is in it.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Stream that takes it.</summary>
    public StreamId StreamIn(InstitutionCode institution) => CatalogueEntry.StreamOf(institution, Kind, Code);

    /// <summary>What it asks there.</summary>
    public CatalogueEntryCommand Command => new CatalogueEntryCommand.Mirror(Kind, Code, Name, Summary, From, Until, SeenOn);

    /// <summary>What is said of it to whoever sent it.</summary>
    public CatalogueAcknowledgement Acknowledged(InstitutionCode institution) => new(Kind, Code, Line, StreamIn(institution).Text);
}

/// <summary>What became of a row of a register.</summary>
/// <param name="Kind">Kind of the entry.</param>
/// <param name="Entry">Its code.</param>
/// <param name="Line">Its line in the file.</param>
/// <param name="Stream">Stream that took it.</param>
internal sealed record CatalogueAcknowledgement(EntryKind Kind, string Entry, long Line, string Stream) : ImportAnswer;
