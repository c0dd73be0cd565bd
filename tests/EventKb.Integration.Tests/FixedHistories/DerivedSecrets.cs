using System.Security.Cryptography;
using System.Text;
using EventKb.Ledger;

namespace EventKb.Integration.Tests.FixedHistories;

/// <summary>Salts and a key of pseudonyms that follow from a seed, so that the same commands make the same bytes.</summary>
internal sealed class DerivedSecrets(string seed) : Secrets
{
    private readonly byte[] _seed = Encoding.UTF8.GetBytes(seed);

    public override byte[] Salt(string eventId) => From("salt", eventId);

    public override byte[] PseudonymKey() => From("pseudonyms");

    private byte[] From(params string[] parts) => HMACSHA256.HashData(_seed, Encoding.UTF8.GetBytes(string.Join('\0', parts)));
}
