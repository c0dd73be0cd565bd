namespace EventKb.Server.Explorer;

/// <summary>Paths of what the explorer's build made, which is embedded.</summary>
internal sealed record ExplorerAssets(string Script, string Style)
{
    /// <summary>Where they are served.</summary>
    public const string Path = "/explorer/";

    private const string Root = "Explorer/";

    private static readonly string[] Names = [.. typeof(ExplorerAssets).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Root, StringComparison.Ordinal)).Select(name => name[Root.Length..])];

    /// <summary>Those of this build; null where it had no Node.js.</summary>
    public static ExplorerAssets? Built { get; } =
        PathOf(".js") is { } script && PathOf(".css") is { } style ? new ExplorerAssets(script, style) : null;

    /// <summary>Opens one of them; null = there is none of that name.</summary>
    public static Stream? Open(string name) =>
        Names.Contains(name) ? typeof(ExplorerAssets).Assembly.GetManifestResourceStream(Root + name) : null;

    private static string? PathOf(string ending) =>
        Names.Where(name => name.EndsWith(ending, StringComparison.Ordinal)).Select(name => Path + name).SingleOrDefault();
}
