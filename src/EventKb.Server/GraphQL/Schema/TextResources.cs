namespace EventKb.Server.GraphQL.Schema;

/// <summary>Tables of words that ship inside the program.</summary>
internal static class TextResources
{
    /// <summary>Lines of the resources whose names end so, comments and empty lines left out.</summary>
    public static IEnumerable<string> Lines(string suffix)
    {
        var assembly = typeof(TextResources).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(suffix, StringComparison.Ordinal)).Order())
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            while (reader.ReadLine() is { } line)
                if (line.Length > 0 && line[0] != '#')
                    yield return line;
        }
    }
}
