namespace EventKb.Domain.Catalogue;

/// <summary>Every reason for which a command on an institution is refused, besides input that breaks a rule about its form.</summary>
internal static class InstitutionRejections
{
    public static readonly Rejection NotRegistered = Form.NotFound("There is no such institution.");

    public static readonly Rejection AlreadyRegistered = new("INSTITUTION_ALREADY_REGISTERED",
        "The institution is already registered with other facts.", "Look it up: an institution is registered only once.");

    public static Rejection StateRulesByAnother(InstitutionCode other) => new("STATE_RULES_BY_ANOTHER",
        $"'{other}' is registered as the institution that lays down the state's rules.",
        "Register this institution without that task.", "laysDownStateRules");

    public static readonly Rejection AlreadyEnded = new("INSTITUTION_ENDED",
        "The institution has already been merged, split or succeeded.", "Send the command for the institution that took over.");
}
