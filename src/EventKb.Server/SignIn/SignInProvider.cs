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

    /// <summary>How pages sign in there; null = only programs do, with tokens that they bring.</summary>
    public PagesClient? Pages { get; init; }

    /// <summary>Where the metadata is.</summary>
    public Uri MetadataAddress => new(Metadata ?? Issuer.TrimEnd('/') + "/" + OpenIdProviderMetadataNames.Discovery);
}

/// <summary>What the provider knows this server's pages by (OpenID Connect Core 1.0, authorization code flow with PKCE).</summary>
internal sealed record PagesClient
{
    /// <summary>Client id, which is the audience of the tokens that tell pages who signed in.</summary>
    public required string ClientId { get; init; }

    /// <summary>File with the client's secret; null = the client has none.</summary>
    public string? SecretFile { get; init; }
}
