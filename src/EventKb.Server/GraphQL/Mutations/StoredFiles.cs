using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Server.GraphQL.Execution;

namespace EventKb.Server.GraphQL.Mutations;

/// <summary>What is attached must have been uploaded.</summary>
internal static class StoredFiles
{
    public static ValueTask<object?> LengthOf(InputReading reading, string sha256) =>
        Length(reading, sha256) is { } bytes
            ? new(bytes)
            : throw NotFound(sha256);

    /// <summary>Keeps the file that a command attaches from being erased until the command is answered; null for other commands.</summary>
    public static IDisposable? Hold(Operation operation, Command command) => command is KnowledgeArticleCommand.Attach attach
        ? operation.Services.Files.Hold(attach.Sha256) ?? throw NotFound(attach.Sha256)
        : null;

    private static InputRefused NotFound(string sha256) => new(new Rejection("FILE_NOT_FOUND",
        $"No file with the SHA-256 '{sha256}' was uploaded.", "Upload it to /attachments first.", "sha256"));

    private static long? Length(InputReading reading, string sha256)
    {
        using var file = reading.Operation.Services.Files.Open(sha256);
        return file?.Length;
    }
}
