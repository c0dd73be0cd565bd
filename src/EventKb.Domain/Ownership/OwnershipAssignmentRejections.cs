namespace EventKb.Domain.Ownership;

/// <summary>Every reason for which a command on an assignment is refused, besides input that breaks a rule about its form.</summary>
internal static class OwnershipAssignmentRejections
{
    public static readonly Rejection NeverAssigned = Form.NotFound("This duty has never been assigned to anybody.");

    public static Rejection OtherInstitution(string subject) =>
        new("OTHER_INSTITUTION", $"'{subject}' does not belong to the acting institution.",
            "The institution whose service, resource or portfolio it is must assign the duty.", "institution");

    public static Rejection TermNotFound(int term, string field) => Form.NotFound($"There is no term {term}.", field);

    public static Rejection DeputyshipNotFound(int deputyship) => Form.NotFound($"There is no deputyship {deputyship}.", "deputyship");

    public static Rejection AlreadyHeld(int term) =>
        new("DUTY_ALREADY_HELD", $"The duty is already held on some of these days, in term {term}.",
            "Transfer or end that term, or choose other days.", "from");

    public static Rejection DeputyIsHolder(string field) =>
        new("DEPUTY_IS_HOLDER", "The same person would be both holder and deputy on the same day.",
            "Name another person, or relieve the deputy first.", field);
}
