using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace EventKb.Server.SignIn;

/// <summary>An OpenID Connect provider whose tokens are accepted, as the configuration has it.</summary>
internal sealed record SignInProvider
{
    /// <summary>Name of the issuer, exactly as its tokens have it.</summary>
    public required string Issuer { get; init; }

    /// <summary>Name that the provider has for this server, exactly as its tokens have it.</summary>
    public required string Audience { get; init; }

    /// <summary>Address of the provider's metadata; null = under the issuer's address (OpenID Connect Discovery 1.0, section 4).</summary>
    public string? Metadata { get; init; }

    /// <summary>Claim that names whoever signed in, and never somebody else later.</summary>
    public string Subject { get; init; } = "sub";

    /// <summary>Type in a token's header: <c>at+jwt</c> (RFC 9068), or another where the provider does not give it.</summary>
    public string Type { get; init; } = "at+jwt";

    /// <summary>Where the metadata is.</summary>
    public Uri MetadataAddress => new(Metadata ?? Issuer.TrimEnd('/') + "/" + OpenIdProviderMetadataNames.Discovery);
}
