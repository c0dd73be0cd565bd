using System.Text.RegularExpressions;
using EventKb.Contract.Tests.Ledger;

namespace EventKb.Contract.Tests.Structure;

/// <summary>The folders of the sources and which of them name which.</summary>
internal static partial class SourceFolders
{
    /// <summary>The projects, from the one that names no other.</summary>
    public static IReadOnlyList<string> Projects { get; } = ["Domain", "Ledger", "ReadModels", "Server"];

    /// <summary>The source files of a project: the folder below it ("" = itself), the name and the text without comments.</summary>
    public static IEnumerable<(string Folder, string Name, string Text)> Files(string project)
    {
        var root = Path.Combine(Repository.Root, "src", $"EventKb.{project}");
        foreach (var file in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories))
        {
            var parts = Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar);
            if (parts[0] is not ("bin" or "obj"))
                yield return (parts.Length == 1 ? "" : parts[0], parts[^1], Comment().Replace(File.ReadAllText(file), ""));
        }
    }

    /// <summary>What a text names: (project, folder) pairs.</summary>
    public static IEnumerable<(string Project, string Folder)> Named(string text) =>
        Name().Matches(text).Select(name => (name.Groups[1].Value, name.Groups[2].Value)).Distinct();

    [GeneratedRegex(@"(?<!namespace )\bEventKb\.(Domain|Ledger|ReadModels|Server)\b(?:\.([A-Z]\w*))?")]
    private static partial Regex Name();

    [GeneratedRegex(@"//.*|/\*[\s\S]*?\*/")]
    private static partial Regex Comment();
}
