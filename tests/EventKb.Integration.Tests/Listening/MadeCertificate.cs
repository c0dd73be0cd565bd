using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EventKb.Integration.Tests.Listening;

/// <summary>Certificates that a test makes for itself.</summary>
internal static class MadeCertificate
{
    /// <summary>One for this machine, with its key; not valid any more where its days are over.</summary>
    public static X509Certificate2 For(int fromDay = -1, int untilDay = 1, string use = "1.3.6.1.5.5.7.3.1")
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(use)], critical: false));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(fromDay), DateTimeOffset.UtcNow.AddDays(untilDay));
    }

    /// <summary>Its private key as PEM.</summary>
    public static string Key(X509Certificate2 certificate) => certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem();

    /// <summary>Its private key as PEM under a password.</summary>
    public static string EncryptedKey(X509Certificate2 certificate, string password) => certificate.GetECDsaPrivateKey()!
        .ExportEncryptedPkcs8PrivateKeyPem(password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 10_000));
}
