using EventKb.Domain;
using EventKb.Domain.Persons;

namespace EventKb.Server.Imports;

/// <summary>Somebody as an institution's register of people has them.</summary>
/// <param name="Source">The register.</param>
/// <param name="Key">What tells them from everybody else in it.</param>
/// <param name="Kind">What they are.</param>
/// <param name="Name">Their name.</param>
/// <param name="Line">Line of the file on which the row begins.</param>
/// <param name="SeenOn">Day on which the register was read.</param>
internal sealed record PersonRow(string Source, string Key, PersonKind Kind, string Name, long Line, DateOnly SeenOn)
    : RegisterRow(Line, SeenOn), IWholeRegister<PersonRow>
{
    /// <inheritdoc/>
    public static string Path => "/import/people";

    /// <inheritdoc/>
    public static PersonRight? Right => PersonRight.ManagePersons;

    /// <inheritdoc/>
    public static Decider About => Person.Decider;

    /// <summary>Their e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>First day out of the institution; null = they are in it.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The source that entries name for a register; null = the institution has one only.</summary>
    public static string SourceOf(string? register) => register is null ? "people" : $"people:{register}";

    /// <inheritdoc/>
    public static string KeyOf(PersonRow row, RegisterPlace place) => row.StreamIn(place).Text;

    /// <inheritdoc/>
    public static IEnumerable<(string Key, Command End)> InForce(object state, StreamId stream, RegisterScope scope) =>
        state is PersonState { LeftOn: null, ErasedOn: null, Kind: not null } person && person.Source == scope.Source
            ? [(stream.Text, new PersonCommand.MirrorAbsence(scope.SeenOn))] : [];

    /// <summary>The key: a name in a report of what went wrong would stay where the report does.</summary>
    public override string Named() => Key;

    /// <inheritdoc/>
    public override StreamId StreamIn(RegisterPlace place) => place.Person(Source, Key).Stream!.Value;

    /// <inheritdoc/>
    public override Command CommandIn(RegisterPlace place) => new PersonCommand.Mirror(Kind, Source, Name, Email, Until, SeenOn);
}
