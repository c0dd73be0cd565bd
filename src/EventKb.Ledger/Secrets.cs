using System.Security.Cryptography;
using EventKb.Domain;

namespace EventKb.Ledger;

/// <summary>
/// Where salts and pseudonyms come from. Nobody may be able to guess one; a source that derives them is for ledgers made to be compared.
/// </summary>
public abstract class Secrets
{
    /// <summary>Bytes of a salt.</summary>
    public const int SaltBytes = 32;

    private const int PseudonymDigits = 32;

    /// <summary>New ones each time.</summary>
    public static Secrets Random { get; } = new Unguessable();

    /// <summary>Key of the commitment to an event's texts.</summary>
    public abstract byte[] Salt(string eventId);

    /// <summary>Pseudonym of a person whom a source makes known for the first time: it says nothing of whom it names.</summary>
    public PersonId Pseudonym(InstitutionCode institution, string source, string subject) =>
        new($"p-{Digits(PseudonymDigits, institution, source, subject)}");

    /// <summary>As many lower-case hexadecimal digits as asked for.</summary>
    protected abstract string Digits(int count, InstitutionCode institution, string source, string subject);

    private sealed class Unguessable : Secrets
    {
        public override byte[] Salt(string eventId) => RandomNumberGenerator.GetBytes(SaltBytes);

        protected override string Digits(int count, InstitutionCode institution, string source, string subject) =>
            RandomNumberGenerator.GetHexString(count, lowercase: true);
    }
}
