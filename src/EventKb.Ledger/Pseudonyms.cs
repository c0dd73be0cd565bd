using System.Security.Cryptography;
using System.Text;
using EventKb.Domain;
using EventKb.Domain.Persons;

namespace EventKb.Ledger;

/// <summary>
/// Pseudonyms of those whom sources know, made under a key of the ledger's own: whoever is met again has the same one, and without the key
/// nobody can tell from a pseudonym, or by guessing, whom it names.
/// </summary>
/// <param name="key">The key, <see cref="Secrets.SaltBytes"/> bytes.</param>
public sealed class Pseudonyms(byte[] key)
{
    private const int Bytes = 16;

    /// <summary>The entry of whom a source of an institution knows under a subject: HMAC-SHA256 under the key, its first 16 bytes.</summary>
    public StreamId Of(InstitutionCode institution, string source, string subject) =>
        new(institution, Person.Category, Keyed(DerivedId.From("pseudonym", institution.Value, source, subject)));

    /// <summary>The stream of an account of a sign-in provider, made in the same way.</summary>
    public StreamId OfIdentity(string issuer, string subject) =>
        new(Identity.Prefix, Identity.Category, Keyed(DerivedId.From("identity", issuer, subject)));

    private string Keyed(string named) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(named))[..Bytes]);
}
