using System.Security.Cryptography;
using System.Text;

namespace EventKb.Server.Imports;

/// <summary>Git's id of a text: SHA-1, or SHA-256 in a repository of that kind, over <c>blob</c>, its length in bytes, NUL and its bytes.</summary>
internal static class GitBlobId
{
    private const int Sha1Digits = 40;

    public static bool IsOf(string blob, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        byte[] named = [.. Encoding.ASCII.GetBytes($"blob {bytes.Length}\0"), .. bytes];
#pragma warning disable CA5350 // It is git's choice; nothing here relies on it being hard to forge.
        var hash = blob.Length == Sha1Digits ? SHA1.HashData(named) : SHA256.HashData(named);
#pragma warning restore CA5350
        return string.Equals(Convert.ToHexStringLower(hash), blob, StringComparison.Ordinal);
    }
}
