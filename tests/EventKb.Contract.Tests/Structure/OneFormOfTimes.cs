using System.Text.RegularExpressions;
using EventKb.Contract.Tests.Ledger;

namespace EventKb.Contract.Tests.Structure;

/// <summary>The form of a time is said once for all that is written for people and programs, and once for what is stored.</summary>
public sealed partial class OneFormOfTimes
{
    [Fact]
    public void No_other_place_says_how_a_time_is_written()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));
        Assert.Equal(["Instants.cs", "StoredJson.cs"], sources.Where(file => Format().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("""HH:mm:ss|:[OosuRr]\}|ToString\("[OosuRr]"[^)]*\)""")]
    private static partial Regex Format();
}
