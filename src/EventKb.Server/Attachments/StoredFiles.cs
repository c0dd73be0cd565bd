using EventKb.Domain;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Mutations;

namespace EventKb.Server.Attachments;

/// <summary>What a command attaches must have been uploaded.</summary>
internal static class StoredFiles
{
    /// <summary>
    /// A mutation that names a stored file: nobody is asked how long it is, and it is not erased until the command is answered.
    /// </summary>
    public static MutationDefinition Named(MutationDefinition mutation, string bytes, Func<Command, string> sha256) => mutation with
    {
        LookUp = new([bytes], (reading, given) => new([Length(reading.Operation, (string)given["sha256"]!)])),
        Holds = (operation, command) => operation.Services.Files.Hold(sha256(command)) ?? throw NotFound(sha256(command)),
    };

    private static long Length(Operation operation, string sha256)
    {
        using var file = operation.Services.Files.Open(sha256);
        return file?.Length ?? throw NotFound(sha256);
    }

    private static InputRefused NotFound(string sha256) => new(new Rejection("FILE_NOT_FOUND",
        $"No file with the SHA-256 '{sha256}' was uploaded.", "Upload it to /attachments first.", "sha256"));
}
