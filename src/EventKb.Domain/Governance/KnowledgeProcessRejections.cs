namespace EventKb.Domain.Governance;

/// <summary>Every reason for which a command on a process is refused, besides input that breaks a rule about its form.</summary>
internal static class KnowledgeProcessRejections
{
    public static readonly Rejection NeverAdopted = Form.NotFound("No process has been adopted.");

    public static readonly Rejection AlreadyAdopted =
        new("ALREADY_ADOPTED", "A process has been adopted and not repealed.", "Amend it, or repeal it first.");

    public static Rejection NotTheState(InstitutionCode? state) => new("STATE_RULES_BY_ANOTHER",
        state is { } code ? (Wording)$"The state's rules are laid down by the institution '{code}'."
            : "No institution is registered as the one that lays down the state's rules.",
        "Ask that institution to change them, or lay down rules for your sector or institution.", "scope");

    public static readonly Rejection AlreadyRepealed = new("PROCESS_REPEALED", "The process has been repealed.", "Adopt a new process.");
}
