using EventKb.Domain;
using EventKb.Domain.Catalogue;

namespace EventKb.Server.Imports;

/// <summary>An entry as an institution's register has it.</summary>
/// <param name="Kind">Kind of the entry.</param>
/// <param name="Code">Its code there.</param>
/// <param name="Name">Its name.</param>
/// <param name="Line">Line of the file on which the row begins.</param>
/// <param name="SeenOn">Day on which the register was read.</param>
internal sealed record CatalogueRow(EntryKind Kind, string Code, string Name, long Line, DateOnly SeenOn) : RegisterRow(Line, SeenOn), IRegister
{
    /// <inheritdoc/>
    public static string Path => "/import/catalogue";

    /// <inheritdoc/>
    public static PersonRight? Right => null;

    /// <summary>Its summary.</summary>
    public string? Summary { get; init; }

    /// <summary>First day in the register; null = it does not say.</summary>
    public DateOnly? From { get; init; }

    /// <summary>First day out of it; null = it is in it.</summary>
    public DateOnly? Until { get; init; }

    /// <inheritdoc/>
    public override string Named() => Code;

    /// <inheritdoc/>
    public override StreamId StreamIn(RegisterPlace place) => CatalogueEntry.StreamOf(place.Institution, Kind, Code);

    /// <inheritdoc/>
    public override Command CommandIn(RegisterPlace place) => new CatalogueEntryCommand.Mirror(Kind, Code, Name, Summary, From, Until, SeenOn);
}
