namespace EventKb.Domain.Catalogue;

/// <summary>Every reason for which a command on a catalogue entry is refused, besides input that breaks a rule about its form.</summary>
internal static class CatalogueEntryRejections
{
    public static readonly Rejection NotRegistered = Form.NotFound("There is no such entry in the catalogue.");

    public static readonly Rejection AlreadyRegistered =
        new("ENTRY_ALREADY_REGISTERED", "The entry is already registered with other facts.", "Describe the registered entry instead.");

    public static readonly Rejection NeverDepended = Form.NotFound("The entry never had this dependency.", "on");

    public static Rejection LeftRegister(DateOnly day) =>
        new("ENTRY_DISCONTINUED", $"The entry left the register on {day:yyyy-MM-dd}.", "Register a new entry under another code.");

    public static Rejection DependencyExists(DateOnly from) =>
        new("DEPENDENCY_EXISTS", $"The entry has had this dependency since {from:yyyy-MM-dd}.",
            "Remove the dependency first if it is to begin on another day.", "on");

    public static Rejection DependencyEnded(DateOnly until) =>
        new("DEPENDENCY_ENDED", $"The dependency ended on {until:yyyy-MM-dd}.", "Add the dependency before removing it again.", "on");
}
