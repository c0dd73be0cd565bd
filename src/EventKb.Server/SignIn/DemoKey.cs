using System.Security.Cryptography;
using EventKb.Domain;
using EventKb.Ledger;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace EventKb.Server.SignIn;

/// <summary>
/// Signs tokens for whoever can read the data folder, to try out what different people may do; a server accepts them with <c>--demo</c>
/// alone.
/// </summary>
internal static class DemoKey
{
    /// <summary>Issuer in its tokens.</summary>
    public const string Issuer = "urn:eventkb:demo";

    /// <summary>How long a token holds.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    private const string FileName = "demo-key.pem";
    private const string Audience = "eventkb";
    private const string TokenType = "at+jwt";

    /// <summary>A token for a person, named as the directory has them or by their id.</summary>
    public static string Token(string folder, string person, TimeProvider clock)
    {
        if (string.IsNullOrWhiteSpace(person) || person.Length > Limits.Title)
            throw CannotGoOn.BadInput($"A person is named by 1 to {Limits.Title} characters.");
        var now = clock.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            TokenType = TokenType,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Lifetime,
            SigningCredentials = new(Key(folder), SecurityAlgorithms.EcdsaSha256),
            Claims = new Dictionary<string, object> { [JwtRegisteredClaimNames.Sub] = person },
        });
    }

    /// <summary>The folder's key as an issuer; the key is made where there is none.</summary>
    public static TrustedIssuer Trusted(string folder)
    {
        var published = new OpenIdConnectConfiguration { Issuer = Issuer };
        published.SigningKeys.Add(Key(folder));
        return new(Issuer, Audience, JwtRegisteredClaimNames.Sub, TokenType, new StaticConfigurationManager<OpenIdConnectConfiguration>(published));
    }

    private static ECDsaSecurityKey Key(string folder)
    {
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file))
            Make(file);
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(file));
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or ArgumentException)
        {
            throw CannotGoOn.BadInput($"{file} is no key. Delete it, and a new one is made; tokens of the old one hold no more.");
        }

        return new ECDsaSecurityKey(key) { KeyId = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16] };
    }

    /// <summary>Of two that make it at once one is first, and the other takes that one.</summary>
    private static void Make(string file)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var fresh = $"{file}.{Environment.ProcessId}";
        using (var stream = PrivateFiles.Open(fresh, FileMode.Create))
            stream.Write(System.Text.Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem()));
        try
        {
            File.Move(fresh, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(fresh);
        }
    }
}
