using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect.Configuration;

namespace EventKb.Server.SignIn;

/// <summary>A provider's keys: read from its metadata when they are first needed, then from time to time and for a key that is unknown.</summary>
internal static class ProviderMetadata
{
    private const int MostBytes = 1024 * 1024;

    /// <summary>How long the provider is waited for.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The keys of a provider; no redirect is followed to them.</summary>
    public static ConfigurationManager<OpenIdConnectConfiguration> Of(SignInProvider provider)
    {
        var http = new HttpClient(Handler())
        {
            Timeout = Patience,
            MaxResponseContentBufferSize = MostBytes,
        };
        var documents = new HttpDocumentRetriever(http) { RequireHttps = provider.MetadataAddress.Scheme == Uri.UriSchemeHttps };
        return new(provider.MetadataAddress.ToString(), new OpenIdConnectConfigurationRetriever(), documents, new OfIssuer(provider.Issuer));
    }

    /// <summary>Asks the provider alone: no redirect leads elsewhere.</summary>
    public static SocketsHttpHandler Handler() => new() { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = Patience };

    /// <summary>Metadata that names another issuer is another's (OpenID Connect Discovery 1.0, section 4.3).</summary>
    private sealed class OfIssuer(string issuer) : IConfigurationValidator<OpenIdConnectConfiguration>
    {
        private readonly OpenIdConnectConfigurationValidator _usual = new() { MinimumNumberOfKeys = 1 };

        public ConfigurationValidationResult Validate(OpenIdConnectConfiguration configuration) => configuration.Issuer == issuer
            ? _usual.Validate(configuration)
            : new() { Succeeded = false, ErrorMessage = $"The metadata is of the issuer '{configuration.Issuer}'." };
    }
}
