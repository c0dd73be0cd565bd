using EventKb.Domain;

namespace EventKb.Server.GraphQL.Mutations;

/// <summary>What is attached must have been uploaded.</summary>
internal static class StoredFiles
{
    public static ValueTask<object?> LengthOf(InputReading reading, string sha256) =>
        reading.Operation.Services.Files.LengthOf(sha256) is { } bytes
            ? new(bytes)
            : throw new InputRefused(new Rejection("FILE_NOT_FOUND", $"No file with the SHA-256 '{sha256}' was uploaded.",
                "Upload it to /attachments first.", "sha256"));
}
