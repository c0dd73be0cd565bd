using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace EventKb.Server.SignIn;

/// <summary>Tells whose a bearer token is (RFC 6750, RFC 9068). One that was verified is remembered for minutes, and never beyond its end.</summary>
internal sealed class BearerTokens : IDisposable
{
    /// <summary>Time by which the clocks of provider and server may differ.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);

    /// <summary>The algorithms that a signature may be made with.</summary>
    public static readonly string[] Algorithms = [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSha256];

    private const int MostRemembered = 10_000;
    private const int LongestToken = 16 * 1024;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(5);
    private readonly JsonWebTokenHandler _handler = Handler();
    private readonly MemoryCache _verified = new(new MemoryCacheOptions { SizeLimit = MostRemembered });
    private readonly Dictionary<string, TrustedIssuer> _issuers;
    private readonly TimeProvider _clock;
    private readonly UnreadClaims _unread;

    public BearerTokens(IEnumerable<TrustedIssuer> issuers, TimeProvider clock, UnreadClaims unread)
    {
        (_clock, _unread) = (clock, unread);
        _issuers = issuers.ToDictionary(issuer => issuer.Name, StringComparer.Ordinal);
    }

    /// <summary>Reads tokens of a bounded length and leaves their claims as they are called.</summary>
    public static JsonWebTokenHandler Handler() => new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LongestToken };

    /// <summary>The account that a token is about; null where it proves nothing. Throws where the issuer's keys cannot be had.</summary>
    public async ValueTask<Account?> Verify(string token, CancellationToken cancellation)
    {
        if (token.Length > LongestToken)
            return null;
        var key = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        if (_verified.TryGetValue(key, out Verified? known) && _clock.GetUtcNow() < known!.Until)
            return known.Account;
        if (await Read(token, cancellation) is not { } verified)
            return null;
        _verified.Set(key, verified, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Remembered });
        return verified.Account;
    }

    /// <inheritdoc/>
    public void Dispose() => _verified.Dispose();

    private async Task<Verified?> Read(string token, CancellationToken cancellation)
    {
        if (!_handler.CanReadToken(token) || Parsed(token) is not { } parsed || !_issuers.TryGetValue(parsed.Issuer, out var issuer))
            return null;
        // A token that names no key could be tried with all of them, and one that names an unknown key too.
        if (string.IsNullOrEmpty(parsed.Kid))
            return null;
        await issuer.Ready(cancellation);
        var result = await _handler.ValidateTokenAsync(parsed, Parameters(issuer));
        if (!result.IsValid || result.SecurityToken is not JsonWebToken proved || !proved.TryGetValue<string>(issuer.SubjectClaim, out var subject)
            || string.IsNullOrEmpty(subject))
            return null;
        _unread.Note(issuer, proved);
        var (now, end) = (_clock.GetUtcNow(), new DateTimeOffset(proved.ValidTo, TimeSpan.Zero) + Skew);
        return new(new Account(issuer.Name, subject), end < now + Remembered ? end : now + Remembered);
    }

    private JsonWebToken? Parsed(string token)
    {
        try
        {
            return _handler.ReadJsonWebToken(token);
        }
        catch (ArgumentException)
        {
            return null; // What only looks like a token.
        }
    }

    private TokenValidationParameters Parameters(TrustedIssuer issuer) => new()
    {
        ConfigurationManager = issuer.Keys,
        TryAllIssuerSigningKeys = false,
        ValidAlgorithms = Algorithms,
        ValidTypes = [issuer.TokenType],
        IssuerValidator = (name, _, _) => name == issuer.Name ? name : throw new SecurityTokenInvalidIssuerException(),
        ValidAudience = issuer.Audience,
        IgnoreTrailingSlashWhenValidatingAudience = false,
        LifetimeValidator = (from, until, _, _) => IsTime(from, until),
        ClockSkew = Skew,
    };

    private bool IsTime(DateTime? from, DateTime? until)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        return until is { } end && now < end + Skew && !(from > now + Skew);
    }

    private sealed record Verified(Account Account, DateTimeOffset Until);
}

/// <summary>An account at a provider.</summary>
internal sealed record Account(string Issuer, string Subject);
