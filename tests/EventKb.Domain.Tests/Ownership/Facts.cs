using EventKb.Domain.Ownership;
using static EventKb.Domain.Ownership.OwnershipAssignmentCommand;
using static EventKb.Domain.Ownership.OwnershipAssignmentEvent;

namespace EventKb.Domain.Tests.Ownership;

/// <summary>A service and its people, for every spec of this folder.</summary>
internal static class Facts
{
    public static readonly string Service = "RIGA/catalogue-entry/0123456789abcdef0123456789abcdef";
    public static readonly InstitutionCode Riga = new("RIGA");
    public static readonly PersonId Cecilija = new("RIGA/person/cecilija");
    public static readonly Basis Order = new("1-2/34", new DateOnly(2025, 12, 15));

    public static Spec Spec => new(OwnershipAssignment.Decider);

    public static DateOnly Jan(int day) => new(2026, 1, day);

    public static DateOnly Jul(int day) => new(2026, 7, day);

    public static Assign Assign(PersonId holder, DateOnly from, DateOnly? until = null, Duty duty = Duty.ServiceOwner) =>
        new(duty, Service, holder, Riga, from, until, Order);

    public static Assigned Assigned(int term, PersonId holder, DateOnly from, DateOnly? until = null,
        Duty duty = Duty.ServiceOwner) =>
        new(term, duty, Service, holder, Riga, from, until, Order);

    public static Transfer Transfer(int fromTerm, PersonId holder, DateOnly on, DateOnly? until = null) =>
        new(fromTerm, holder, Riga, on, until, Order);

    public static Correct Correct(int term, PersonId holder, DateOnly from, DateOnly? until = null) =>
        new(term, holder, Riga, from, until, Order);

    public static AppointDeputy Appoint(PersonId deputy, DateOnly from, DateOnly? until = null, params string[] powers) =>
        new(deputy, from, until, powers, powers.Length == 0, Order);

    public static DeputyAppointed Appointed(int number, PersonId deputy, DateOnly from, DateOnly? until = null,
        params string[] powers) =>
        new(number, deputy, from, until, powers, powers.Length == 0, Order);
}
