namespace EventKb.Domain.Ownership;

/// <summary>Every reason for which a command on an assignment is refused, besides input that breaks a rule about its form.</summary>
internal static class OwnershipAssignmentRejections
{
    public static readonly Rejection NeverAssigned = Form.NotFound("Nobody was ever assigned here.");

    public static Rejection OtherInstitution(string subject) =>
        new("OTHER_INSTITUTION", $"'{subject}' is not the acting institution's own.",
            "Let the institution assign the duty whose service, resource or portfolio it is.", "institution");

    public static Rejection TermNotFound(int term, string field) => Form.NotFound($"There is no term {term}.", field);

    public static Rejection DeputyshipNotFound(int deputyship) => Form.NotFound($"There is no deputyship {deputyship}.", "deputyship");

    public static Rejection AlreadyHeld(int term) =>
        new("DUTY_ALREADY_HELD", $"The duty is held in term {term} on some of these days.",
            "Transfer or end that term, or choose other days.", "from");

    public static Rejection DeputyIsHolder(string field) =>
        new("DEPUTY_IS_HOLDER", "The same person would be holder and deputy on the same day.",
            "Name another person, or relieve the deputy first.", field);
}
