namespace EventKb.Domain.Citations;

/// <summary>Every reason for which a command on a citation is refused, besides input that breaks a rule about its form.</summary>
internal static class CitationRejections
{
    public static readonly Rejection NotFound = Form.NotFound("There is no such citation.");

    public static readonly Rejection AlreadyRecorded = new("CITATION_EXISTS", "The citation is recorded already and says something else.",
        "State its outcome or rate it, or send the command with another id.");

    public static readonly Rejection IsWithdrawn = new("CITATION_WITHDRAWN", "The citation is withdrawn.",
        "Cite the version anew if it was used after all.");

    public static readonly Rejection ByAnother = new("NOT_WHO_CITED", "Another person used this version here.",
        "Cite the version yourself, on a record or on none, and rate it there.");
}
