using EventKb.Domain;

namespace EventKb.Server.GraphQL.Mutations;

/// <summary>What is attached must have been uploaded.</summary>
internal static class StoredFiles
{
    public static ValueTask<object?> LengthOf(InputReading reading, string sha256) =>
        Length(reading, sha256) is { } bytes
            ? new(bytes)
            : throw new InputRefused(new Rejection("FILE_NOT_FOUND", $"No file with the SHA-256 '{sha256}' was uploaded.",
                "Upload it to /attachments first.", "sha256"));

    private static long? Length(InputReading reading, string sha256)
    {
        using var file = reading.Operation.Services.Files.Open(sha256);
        return file?.Length;
    }
}
