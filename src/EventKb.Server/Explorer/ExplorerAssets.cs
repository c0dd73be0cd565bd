namespace EventKb.Server.Explorer;

/// <summary>What the explorer's build made, embedded; nothing where it was built without Node.js.</summary>
internal static class ExplorerAssets
{
    /// <summary>Where they are served.</summary>
    public const string Path = "/explorer/";

    private const string Root = "Explorer/";

    private static readonly string[] Names = [.. typeof(ExplorerAssets).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Root, StringComparison.Ordinal)).Select(name => name[Root.Length..])];

    /// <summary>Path of the script.</summary>
    public static string? Script { get; } = PathOf(".js");

    /// <summary>Path of the styles.</summary>
    public static string? Style { get; } = PathOf(".css");

    /// <summary>True where there is a page to show.</summary>
    public static bool AreBuilt => Script is not null && Style is not null;

    /// <summary>Opens one of them; null = there is none of that name.</summary>
    public static Stream? Open(string name) =>
        Names.Contains(name) ? typeof(ExplorerAssets).Assembly.GetManifestResourceStream(Root + name) : null;

    private static string? PathOf(string ending) =>
        Names.Where(name => name.EndsWith(ending, StringComparison.Ordinal)).Select(name => Path + name).SingleOrDefault();
}
