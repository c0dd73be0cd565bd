namespace EventKb.Server.CommandLine;

/// <summary>The addresses that only this machine reaches: all that is served until there is sign-in.</summary>
internal static class LocalAddress
{
    /// <summary>Reads the addresses to serve at, separated by semicolons, or says which cannot be.</summary>
    public static IReadOnlyList<Uri> Urls(string text)
    {
        var urls = new List<Uri>();
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            urls.Add(Url(part));
        return urls.Count > 0 ? urls
            : throw CannotGoOn.BadInput("No address to serve at; give for example http://127.0.0.1:5080.");
    }

    /// <summary>Reads one address.</summary>
    public static Uri Url(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttp)
            throw CannotGoOn.BadInput($"'{text}' is not an http address; give for example http://127.0.0.1:5080.");
        return Loopback.IsHost(url.Host) ? url : throw CannotGoOn.BadInput(
            $"'{text}' can be reached from other machines, and there is no sign-in yet. Use 127.0.0.1, [::1] or localhost.");
    }
}
