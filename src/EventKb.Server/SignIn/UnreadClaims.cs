using System.Collections.Concurrent;
using Microsoft.IdentityModel.JsonWebTokens;

namespace EventKb.Server.SignIn;

/// <summary>Tells the operator, once for each, of claims that nothing here reads: whoever set them up may think that they grant something.</summary>
internal sealed partial class UnreadClaims(ILogger<UnreadClaims> log)
{
    private const int MostTold = 200;
    private const int LongestName = 100;

    /// <summary>Claims that say whose a token is, how long it holds and how somebody signed in (RFC 7519, RFC 9068, OpenID Connect Core).</summary>
    private static readonly HashSet<string> Usual =
    [
        "iss", "sub", "aud", "exp", "nbf", "iat", "jti", "auth_time", "acr", "amr", "azp", "nonce", "at_hash", "c_hash", "sid", "client_id",
    ];

    private readonly ConcurrentDictionary<(string Issuer, string Claim), bool> _told = new();

    /// <summary>Looks at a token that was proved.</summary>
    public void Note(TrustedIssuer issuer, JsonWebToken token)
    {
        foreach (var name in token.Claims.Select(claim => claim.Type).Where(name => !Usual.Contains(name) && name != issuer.SubjectClaim))
            if (_told.Count < MostTold && name.Length <= LongestName && _told.TryAdd((issuer.Name, name), true))
                LogUnread(log, issuer.Name, name);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Tokens of {Issuer} have the claim '{Claim}', which grants nothing here.")]
    private static partial void LogUnread(ILogger log, string issuer, string claim);
}
