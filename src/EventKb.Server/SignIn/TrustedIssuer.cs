using EventKb.Domain;
using Microsoft.IdentityModel.Tokens;

namespace EventKb.Server.SignIn;

/// <summary>An issuer whose tokens are believed.</summary>
/// <param name="Name">Its name in its tokens.</param>
/// <param name="Audience">For whom a token must be.</param>
/// <param name="SubjectClaim">Claim that names the account.</param>
/// <param name="TokenType">Type in the header.</param>
/// <param name="Keys">Its keys.</param>
internal sealed record TrustedIssuer(string Name, string Audience, string SubjectClaim, string TokenType, BaseConfigurationManager Keys)
{
    /// <summary>An issuer of the configuration.</summary>
    public static TrustedIssuer Of(SignInProvider provider) =>
        new(provider.Issuer, provider.Audience, provider.Subject, provider.Type, ProviderMetadata.Of(provider));

    /// <summary>Has the keys at hand; throws where they cannot be had.</summary>
    public async Task Ready(CancellationToken cancellation)
    {
        try
        {
            await Keys.GetBaseConfigurationAsync(cancellation);
        }
        catch (InvalidOperationException unreachable)
        {
            throw new SignInUnavailableException(Name, unreachable);
        }
    }
}

/// <summary>The keys of an issuer cannot be had, so that nobody knows whether a token is one of theirs.</summary>
internal sealed class SignInUnavailableException(string issuer, Exception cause)
    : WordedException($"The sign-in provider {issuer} cannot be asked for its keys. Try again, or ask whoever runs the server.", cause);
