using System.Security.Cryptography;

namespace EventKb.Ledger;

/// <summary>
/// Where salts and the key of pseudonyms come from. Nobody may be able to guess one; a source that derives them is for ledgers made to be
/// compared.
/// </summary>
public abstract class Secrets
{
    /// <summary>Bytes of a salt, and of the key.</summary>
    public const int SaltBytes = 32;

    /// <summary>New ones each time.</summary>
    public static Secrets Random { get; } = new Unguessable();

    /// <summary>Key of the commitment to an event's texts.</summary>
    public abstract byte[] Salt(string eventId);

    /// <summary>Key of a new ledger's pseudonyms.</summary>
    public abstract byte[] PseudonymKey();

    private sealed class Unguessable : Secrets
    {
        public override byte[] Salt(string eventId) => RandomNumberGenerator.GetBytes(SaltBytes);

        public override byte[] PseudonymKey() => RandomNumberGenerator.GetBytes(SaltBytes);
    }
}
