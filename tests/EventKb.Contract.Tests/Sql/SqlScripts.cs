using System.Security.Cryptography;
using System.Text;
using EventKb.Contract.Tests.Ledger;

namespace EventKb.Contract.Tests.Sql;

/// <summary>
/// A script that has been applied somewhere is never changed. EVENTKB_WRITE_SCHEMA=1 lists scripts that are new; of those of the
/// read models also changed ones, for their rows are then rebuilt. A listed script of the ledger stays as it is for ever.
/// </summary>
public sealed class SqlScripts
{
    private const string ForEver = "ledger/";
    private static readonly string Folder = Path.Combine(Repository.Root, "schema", "sql", "sqlite");
    private static readonly string Listed = Path.Combine(Folder, "scripts.sha256");

    [Fact]
    public void Every_script_is_as_it_was_listed()
    {
        var (scripts, listed) = (Scripts(), Read());
        if (Environment.GetEnvironmentVariable("EVENTKB_WRITE_SCHEMA") == "1")
            File.WriteAllText(Listed, Lines(listed = Approve(scripts, listed)));
        Assert.NotEmpty(listed);
        Assert.Equal(Lines(listed), Lines(scripts));
    }

    [Fact]
    public void A_changed_or_missing_script_of_the_ledger_cannot_be_listed_anew()
    {
        var listed = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["ledger/1.sql"] = "a", ["read/1.sql"] = "b" };
        var now = new SortedDictionary<string, string>(StringComparer.Ordinal)
        { ["ledger/1.sql"] = "changed", ["ledger/2.sql"] = "c", ["read/1.sql"] = "changed" };

        Assert.Equal("a  ledger/1.sql\nc  ledger/2.sql\nchanged  read/1.sql\n", Lines(Approve(now, listed)));
        Assert.Equal("a  ledger/1.sql\n", Lines(Approve([], listed)));
    }

    private static SortedDictionary<string, string> Approve(SortedDictionary<string, string> scripts,
        SortedDictionary<string, string> listed)
    {
        var approved = new SortedDictionary<string, string>(scripts, StringComparer.Ordinal);
        foreach (var (name, hash) in listed.Where(l => l.Key.StartsWith(ForEver, StringComparison.Ordinal)))
            approved[name] = hash;
        return approved;
    }

    private static SortedDictionary<string, string> Scripts() => new(
        Directory.EnumerateFiles(Folder, "*.sql", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(Folder, file).Replace('\\', '/'), File: file))
            .Where(script => script.Name.Contains('/', StringComparison.Ordinal))
            .ToDictionary(script => script.Name, script => Hash(File.ReadAllText(script.File))),
        StringComparer.Ordinal);

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))));

    private static SortedDictionary<string, string> Read() => new(
        File.Exists(Listed)
            ? File.ReadAllLines(Listed).Select(line => line.Split("  ")).ToDictionary(part => part[1], part => part[0])
            : [],
        StringComparer.Ordinal);

    private static string Lines(SortedDictionary<string, string> scripts) =>
        string.Concat(scripts.Select(s => $"{s.Value}  {s.Key}\n"));
}
