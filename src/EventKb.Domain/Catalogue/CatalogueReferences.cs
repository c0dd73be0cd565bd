namespace EventKb.Domain.Catalogue;

/// <summary>An institution that is registered and in force.</summary>
public sealed record InstitutionReference(string Field, InstitutionCode Code, DateOnly? On = null)
    : Reference(Field, Institution.StreamOf(Code), On)
{
    /// <inheritdoc/>
    public override Wording Named => $"the institution '{Code}'";

    /// <inheritdoc/>
    public override bool IsIn(object state, DateOnly day) =>
        state is InstitutionState { Registered: not null } institution && !(day >= institution.Until);

    /// <summary>The reference, or null where the code is none.</summary>
    public static InstitutionReference? To(string field, InstitutionCode code, DateOnly? on = null) =>
        InstitutionCode.IsValid(code.Value) ? new(field, code, on) : null;
}

/// <summary>An entry of the catalogue that is of one of some kinds and in the register.</summary>
public sealed record EntryReference(string Field, StreamId Stream, ValueList<EntryKind> Kinds, DateOnly? On = null)
    : Reference(Field, Stream, On)
{
    /// <inheritdoc/>
    public override Wording Named => $"the catalogue entry '{Stream}' ({string.Join(", ", Kinds.Select(kind => kind.Code()))})";

    /// <inheritdoc/>
    public override bool IsIn(object state, DateOnly day) =>
        state is CatalogueEntryState { Registered: { } entry } known && Kinds.Contains(entry.Kind) && !(day >= known.DiscontinuedFrom);

    /// <summary>The reference, or null where the text is no entry's id.</summary>
    public static EntryReference? To(string field, string? entry, params ReadOnlySpan<EntryKind> kinds) => ToOn(null, field, entry, kinds);

    /// <summary>The same on a day.</summary>
    public static EntryReference? ToOn(DateOnly? day, string field, string? entry, params ReadOnlySpan<EntryKind> kinds) =>
        StreamId.Parse(entry) is { Category: CatalogueEntry.Category } stream ? new(field, stream, [.. kinds], day) : null;
}
