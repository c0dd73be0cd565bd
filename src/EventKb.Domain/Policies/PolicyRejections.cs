namespace EventKb.Domain.Policies;

/// <summary>Why an action is not allowed; nothing in it says what exists.</summary>
internal static class PolicyRejections
{
    public static Rejection Forbidden(PolicyAction action, IEnumerable<string> rules) => new("FORBIDDEN",
        $"The action {action.Code()} is allowed by {string.Join(", ", rules)} (policy {Policy.Version}), and none of these rules applies to you.",
        "Ask who holds such a duty or role for what it is about, or have it given to you.");

    public static Rejection DutyNotHeld(Standing who) => new("DUTY_NOT_HELD",
        $"You do not hold the duty in which you say that you act. Today you hold: {Held(who)}.",
        "Name a duty that you hold for what it is about, and on whose behalf where you deputise.", "actingDuty");

    private static string Held(Standing who) => who.Duties.Count == 0 ? "–"
        : string.Join(", ", who.Duties.Select(duty => duty.Holder == who.Person ? $"{duty.Duty.Code()} {duty.Subject}"
            : $"{duty.Duty.Code()} {duty.Subject} ({duty.Holder})"));
}
