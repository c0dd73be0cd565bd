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
    public StreamId Of(InstitutionCode institution, string source, string subject)
    {
        var named = DerivedId.From("pseudonym", institution.Value, source, subject);
        return new(institution, Person.Category, Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(named))[..Bytes]));
    }
}
