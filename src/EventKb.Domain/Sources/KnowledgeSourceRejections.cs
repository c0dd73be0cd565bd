namespace EventKb.Domain.Sources;

/// <summary>Every reason for which a command on a source is refused, besides input that breaks a rule about its form.</summary>
internal static class KnowledgeSourceRejections
{
    public static readonly Rejection TooManyMissing = new("LIMIT_REACHED",
        $"{Limits.MissingFiles} files of the source have no article already.", "Mend some of them in the repository, then import it again.");

    public static Rejection ImportedMeanwhile(string? commit) => new("IMPORTED_MEANWHILE",
        commit is null ? "Nothing of the source was imported before." : $"The source was imported up to {commit} meanwhile.",
        "Run the import again.", "after");
}
