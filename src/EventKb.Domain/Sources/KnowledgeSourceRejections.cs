namespace EventKb.Domain.Sources;

/// <summary>Every reason for which a command on a source is refused, besides input that breaks a rule about its form.</summary>
internal static class KnowledgeSourceRejections
{
    public static readonly Rejection TooManyMissing = new("LIMIT_REACHED",
        $"{Limits.MissingFiles} files of the source already have no article.", "Correct some of them in the repository, then import it again.");

    public static Rejection ImportedMeanwhile(string? commit) => new("IMPORTED_MEANWHILE",
        commit is null ? (Wording)"Nothing of the source has been imported yet." : $"The source has meanwhile been imported up to commit {commit}.",
        "Run the import again.", "after");
}
