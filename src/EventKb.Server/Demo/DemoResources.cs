namespace EventKb.Server.Demo;

/// <summary>The demo's texts, embedded so that it runs from anywhere.</summary>
internal static class DemoResources
{
    private const string Root = "Demo/";

    /// <summary>The questions worth asking of the demo, in order.</summary>
    public static IEnumerable<Example> Questions() => typeof(DemoResources).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Root + "Questions/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        .Select(name => Question(Text(name[Root.Length..])));

    /// <summary>One of the texts.</summary>
    public static string Text(string name)
    {
        using var stream = typeof(DemoResources).Assembly.GetManifestResourceStream(Root + name)
            ?? throw new InvalidOperationException($"The demo's text {name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>A file is a comment in English, one in Latvian, and what to ask.</summary>
    private static Example Question(string file) => file.Split('\n', 3) is [['#', ' ', .. var english], ['#', ' ', .. var latvian], var query]
        ? new Example(english.TrimEnd(), latvian.TrimEnd(), query.TrimEnd())
        : throw new InvalidOperationException($"A question of the demo has no words in both languages: {file}");
}
