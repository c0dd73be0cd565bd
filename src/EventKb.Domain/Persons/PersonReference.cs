namespace EventKb.Domain.Persons;

/// <summary>Somebody who is in the directory, not erased, and in the institution on the day.</summary>
public sealed record PersonReference(string Field, StreamId Stream, ValueList<PersonKind> Kinds, DateOnly? On = null)
    : Reference(Field, Stream, On)
{
    /// <inheritdoc/>
    public override Wording Named => $"the person directory's entry '{Stream}' ({string.Join(", ", Kinds.Select(kind => kind.Code()))})";

    /// <inheritdoc/>
    public override bool IsIn(object state, DateOnly day) =>
        state is PersonState { ErasedOn: null, Kind: { } kind } known && Kinds.Contains(kind) && !(day >= known.LeftOn);

    /// <summary>A natural person, or null where the text is nobody's id.</summary>
    public static PersonReference? ToPerson(string field, PersonId? person, DateOnly? on = null) =>
        To(field, person, [PersonKind.Person, PersonKind.LocalOperator], on);

    /// <summary>A natural person or a group, or null where the text is nobody's id.</summary>
    public static PersonReference? ToPersonOrGroup(string field, PersonId? person, DateOnly? on = null) =>
        To(field, person, [PersonKind.Person, PersonKind.LocalOperator, PersonKind.Group], on);

    /// <summary>Whoever can sign in, or null where the text is nobody's id.</summary>
    public static PersonReference? ToWhoSignsIn(string field, PersonId? person, DateOnly? on = null) =>
        To(field, person, [PersonKind.Person, PersonKind.ServiceAccount], on);

    private static PersonReference? To(string field, PersonId? person, ValueList<PersonKind> kinds, DateOnly? on) =>
        person?.Stream is { } stream ? new(field, stream, kinds, on) : null;
}
