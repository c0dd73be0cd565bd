using System.Security.Cryptography;

namespace EventKb.Ledger;

/// <summary>
/// The key of pseudonyms as it is stored: the key, then the first eight bytes of its SHA-256. Nothing else in a ledger would tell that a bit
/// of it has turned over, and whoever is met again would become somebody else.
/// </summary>
internal static class PseudonymKey
{
    private const int CheckBytes = 8;

    /// <summary>The stored form of a key.</summary>
    public static byte[] Stored(byte[] key) => [.. key, .. SHA256.HashData(key)[..CheckBytes]];

    /// <summary>The key of a stored form, or null where it is none.</summary>
    public static byte[]? Of(byte[] stored) =>
        stored.Length == Secrets.SaltBytes + CheckBytes && stored[..Secrets.SaltBytes] is var key
            && Stored(key).AsSpan().SequenceEqual(stored) ? key : null;
}
