namespace EventKb.Domain.Governance;

/// <summary>Every reason for which a command on a control is refused, besides input that breaks a rule about its form.</summary>
internal static class ControlRejections
{
    public static readonly Rejection NotPerformed = Form.NotFound("There is no such control.");

    public static readonly Rejection AlreadyPerformed =
        new("ALREADY_PERFORMED", "This control is already recorded with other facts.", "Record another control.");

    public static Rejection FindingNotFound(int finding) => Form.NotFound($"There is no finding {finding}.", "finding");

    public static Rejection ClosedOtherwise(int finding) =>
        new("FINDING_CLOSED", $"Finding {finding} was closed with another comment.", "Raise a new finding.", "finding");
}
