using EventKb.Domain;
using EventKb.Server.Listening;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace EventKb.Server.SignIn;

/// <summary>Who may sign in with what: the file that <c>serve --sign-in FILE</c> names.</summary>
internal sealed record SignInConfiguration
{
    private const int MostBytes = 64 * 1024;
    private const int MostProviders = 50;
    private const int MostLetters = 1_000;

    /// <summary>Providers, each with an issuer of its own.</summary>
    public required IReadOnlyList<SignInProvider> Providers { get; init; }

    /// <summary>The provider that pages sign in to; null = none.</summary>
    public SignInProvider? Pages => Providers.SingleOrDefault(provider => provider.Pages is not null);

    /// <summary>Reads a file of YAML; what is wrong in it is bad input, with its line.</summary>
    public static SignInConfiguration Read(string file)
    {
        try
        {
            if (new FileInfo(file).Length > MostBytes)
                throw CannotGoOn.BadInput($"{file} has more than {MostBytes} bytes.");
            return Parse(file, File.ReadAllText(file));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw CannotGoOn.BadInput($"{file} cannot be read: {unreadable.Message}");
        }
    }

    private static SignInConfiguration Parse(string file, string yaml)
    {
        var reading = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance)
            .WithDuplicateKeyChecking().WithEnforceRequiredMembers().Build();
        try
        {
            var written = reading.Deserialize<Written?>(yaml);
            var providers = written?.Providers ?? [];
            if (providers.Count is 0 or > MostProviders)
                throw CannotGoOn.BadInput($"{file} must have 1 to {MostProviders} 'providers', each with an issuer and an audience.");
            foreach (var (at, provider) in providers.Index())
                if (Wrong(provider, providers.Take(at)) is { } wrong)
                    throw CannotGoOn.BadInput($"{file}, provider {at + 1}: {wrong}");
            return new SignInConfiguration { Providers = providers };
        }
        catch (YamlException malformed)
        {
            throw CannotGoOn.BadInput($"{file}, line {malformed.Start.Line}: {malformed.InnerException?.Message ?? malformed.Message}");
        }
    }

    private static Wording? Wrong(SignInProvider provider, IEnumerable<SignInProvider> before)
    {
        foreach (var (name, value) in new[]
        {
            ("issuer", provider.Issuer), ("audience", provider.Audience), ("subject", provider.Subject), ("type", provider.Type),
        })
            if (string.IsNullOrWhiteSpace(value) || value.Length > MostLetters)
                return $"'{name}' must be 1 to {MostLetters} characters long.";
        if (!IsSafe(provider.Issuer) || (provider.Metadata is { } metadata && !IsSafe(metadata)))
            return $"'issuer' and 'metadata' must be https addresses; only a provider on this machine may be asked over http.";
        if (provider.Pages is { } pages && (string.IsNullOrWhiteSpace(pages.ClientId) || before.Any(other => other.Pages is not null)))
            return $"'pages' must have a clientId, and one provider alone can have 'pages'.";
        if (provider.Pages?.SecretFile is { } secret && !File.Exists(secret))
            return $"There is no file {secret} with the client's secret.";
        return before.Any(other => other.Issuer == provider.Issuer) ? (Wording)$"The issuer {provider.Issuer} is there twice." : null;
    }

    /// <summary>What came over http could have been changed on its way, and with it the keys that are believed.</summary>
    private static bool IsSafe(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.UserInfo.Length == 0
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && Loopback.IsHost(address.Host)));

    private sealed record Written
    {
        public List<SignInProvider>? Providers { get; init; }
    }
}
