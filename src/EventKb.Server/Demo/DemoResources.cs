namespace EventKb.Server.Demo;

/// <summary>The demo's texts, embedded so that it runs from anywhere.</summary>
internal static class DemoResources
{
    private const string Root = "Demo/";

    /// <summary>The questions worth asking of the demo, in order, each headed by a comment in words.</summary>
    public static IEnumerable<string> Questions() => typeof(DemoResources).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Root + "Questions/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        .Select(name => Text(name[Root.Length..]));

    /// <summary>One of the texts.</summary>
    public static string Text(string name)
    {
        using var stream = typeof(DemoResources).Assembly.GetManifestResourceStream(Root + name)
            ?? throw new InvalidOperationException($"The demo's text {name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
