using System.Globalization;
using EventKb.Domain;
using EventKb.Domain.Catalogue;
using EventKb.Domain.Ownership;

namespace EventKb.Server.Imports;

/// <summary>Who holds a duty as an institution's register has it.</summary>
/// <param name="Duty">The duty.</param>
/// <param name="Subject">Code of the service or resource; null where the duty is about the institution.</param>
/// <param name="People">The register of people that has the holder.</param>
/// <param name="Holder">Their key there.</param>
/// <param name="From">First day.</param>
/// <param name="Basis">The order that it rests on.</param>
/// <param name="Line">Line of the file on which the row begins.</param>
/// <param name="SeenOn">Day on which the register was read.</param>
internal sealed record OwnershipRow(
    Duty Duty, string? Subject, string People, string Holder, DateOnly From, Basis Basis, long Line, DateOnly SeenOn)
    : RegisterRow(Line, SeenOn), IWholeRegister<OwnershipRow>
{
    /// <inheritdoc/>
    public static string Path => "/import/ownership";

    /// <summary>Duties say who may do what, so whoever imports them must be one who may give rights.</summary>
    public static PersonRight? Right => PersonRight.ManagePersons;

    /// <inheritdoc/>
    public static Decider About => OwnershipAssignment.Decider;

    /// <summary>First day after the term; null = it is open.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Why it ends; null = the register does not say.</summary>
    public string? Reason { get; init; }

    /// <inheritdoc/>
    public static string KeyOf(OwnershipRow row, RegisterPlace place) =>
        Key(row.StreamIn(place), place.Person(row.People, row.Holder), row.From);

    /// <inheritdoc/>
    public static IEnumerable<(string Key, Command End)> InForce(object state, StreamId stream, RegisterScope scope) =>
        state is OwnershipAssignmentState { Duty: { } duty } assignment && scope.Duties.Contains(duty)
            ? assignment.HeldOn(scope.SeenOn).Select(term => (Key(stream, term.Holder, term.From),
                (Command)new OwnershipAssignmentCommand.MirrorAbsence(term.Number, scope.SeenOn)))
            : [];

    /// <inheritdoc/>
    public override string Named() => Subject ?? Duty.ToString();

    /// <inheritdoc/>
    public override StreamId StreamIn(RegisterPlace place) => OwnershipAssignment.StreamOf(place.Institution, Duty, SubjectIn(place));

    /// <inheritdoc/>
    public override Command CommandIn(RegisterPlace place) => new OwnershipAssignmentCommand.Mirror(
        Duty, SubjectIn(place), place.Person(People, Holder), place.Institution, From, Until, Basis);

    /// <inheritdoc/>
    public override string? ReasonCode() => Until is null ? null : Reason;

    private static string Key(StreamId stream, PersonId holder, DateOnly from) =>
        string.Create(CultureInfo.InvariantCulture, $"{stream} {holder} {from:yyyy-MM-dd}");

    private string SubjectIn(RegisterPlace place) => Duty.ScopeOf() switch
    {
        Scope.Institution => place.Institution.Value,
        Scope.Service => CatalogueEntry.StreamOf(place.Institution, EntryKind.Service, Subject ?? "").Text,
        _ => CatalogueEntry.StreamOf(place.Institution, EntryKind.Resource, Subject ?? "").Text,
    };
}
