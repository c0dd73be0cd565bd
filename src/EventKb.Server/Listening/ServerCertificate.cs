using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EventKb.Domain;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace EventKb.Server.Listening;

/// <summary>The certificate under which https addresses are served, with what leads from it to its issuer.</summary>
internal sealed class ServerCertificate
{
    private const string ForServers = "1.3.6.1.5.5.7.3.1";
    private readonly X509Certificate2 _own;
    private readonly X509Certificate2Collection _chain;

    private ServerCertificate(X509Certificate2 own, X509Certificate2Collection chain) => (_own, _chain) = (own, chain);

    /// <summary>How a connection is secured by it.</summary>
    public HttpsConnectionAdapterOptions Https => new()
    {
        ServerCertificate = _own,
        ServerCertificateChain = _chain,
        SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
    };

    /// <summary>Reads a PEM or PFX file; refused where no server could use it at this time.</summary>
    public static ServerCertificate Read(CertificateFile from, DateTimeOffset now)
    {
        var (own, chain) = Load(from);
        if (own is null)
            throw CannotGoOn.BadInput($"There is no private key in {from.KeyFile ?? from.File}. Name the key's file with --certificate-key FILE.");
        if (own.NotAfter.ToUniversalTime() <= now.UtcDateTime)
            throw CannotGoOn.BadInput($"The certificate in {from.File} expired at {Instants.Written(own.NotAfter)}. Renew it.");
        if (own.NotBefore.ToUniversalTime() > now.UtcDateTime)
            throw CannotGoOn.BadInput(
                $"The certificate in {from.File} is valid from {Instants.Written(own.NotBefore)} only. Set the clock right, or use another.");
        var uses = own.Extensions.OfType<X509EnhancedKeyUsageExtension>().SelectMany(use => use.EnhancedKeyUsages.Cast<Oid>()).ToList();
        if (uses.Count > 0 && uses.All(use => use.Value != ForServers))
            throw CannotGoOn.BadInput($"The certificate in {from.File} was not issued for servers. Use one whose extended key usage has serverAuth.");
        return new ServerCertificate(own, chain);
    }

    private static (X509Certificate2? Own, X509Certificate2Collection Chain) Load(CertificateFile from)
    {
        var file = from.File;
        try
        {
            var bytes = File.ReadAllBytes(file);
            var text = System.Text.Encoding.Latin1.GetString(bytes);
            if (!text.Contains("-----BEGIN ", StringComparison.Ordinal))
                return OfPfx(X509CertificateLoader.LoadPkcs12Collection(bytes, from.Password));
            if (from.KeyFile is not null)
                file = from.KeyFile;
            return OfPem(text, from.KeyFile is null ? text : File.ReadAllText(from.KeyFile), from.Password);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            throw new CannotGoOn(ExitCode.BadInput,
                $"{file} cannot be read as a certificate in PEM or PFX, or as its key: {unreadable.Message} "
                + $"Where it has a password, give it in the environment variable {CertificateFile.PasswordVariable}.", unreadable);
        }
    }

    private static (X509Certificate2?, X509Certificate2Collection) OfPfx(X509Certificate2Collection all) =>
        (all.FirstOrDefault(one => one.HasPrivateKey), all);

    private static (X509Certificate2?, X509Certificate2Collection) OfPem(string text, string key, string? password)
    {
        var all = new X509Certificate2Collection();
        all.ImportFromPem(text);
        if (!key.Contains("PRIVATE KEY-----", StringComparison.Ordinal))
            return (null, all);
        var own = key.Contains("-----BEGIN ENCRYPTED PRIVATE KEY-----", StringComparison.Ordinal)
            ? X509Certificate2.CreateFromEncryptedPem(text, key, password) : X509Certificate2.CreateFromPem(text, key);
        // Windows serves with no key that was only read from a text.
        return (OperatingSystem.IsWindows() ? X509CertificateLoader.LoadPkcs12(own.Export(X509ContentType.Pkcs12), null) : own, all);
    }
}
