using System.Security.Cryptography;
using System.Text;
using EventKb.Domain;
using EventKb.Ledger;

namespace EventKb.Integration.Tests.FixedHistories;

/// <summary>Salts and pseudonyms that follow from a seed, so that the same commands make the same bytes.</summary>
internal sealed class DerivedSecrets(string seed) : Secrets
{
    private readonly byte[] _seed = Encoding.UTF8.GetBytes(seed);

    public override byte[] Salt(string eventId) => From("salt", eventId);

    protected override string Digits(int count, InstitutionCode institution, string source, string subject) =>
        Convert.ToHexStringLower(From("person", institution.Value, source, subject))[..count];

    private byte[] From(params string[] parts) => HMACSHA256.HashData(_seed, Encoding.UTF8.GetBytes(string.Join('\0', parts)));
}
