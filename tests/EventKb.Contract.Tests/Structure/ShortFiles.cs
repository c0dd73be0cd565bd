using EventKb.Contract.Tests.Ledger;

namespace EventKb.Contract.Tests.Structure;

/// <summary>Lines fit a screen and files can be read at once; a file that is longer is named here, with the reason.</summary>
public sealed class ShortFiles
{
    private const int MostCharacters = 150;
    private const int MostLines = 150;

    private static readonly Dictionary<string, string> Longer = new()
    {
        ["src/EventKb.Domain/KnowledgeArticles/KnowledgeArticle.Keeping.cs"] = "what keeps an article up, a decision each",
        ["src/EventKb.Ledger/Sqlite/AppendSession.cs"] = "the statements of one transaction, prepared together",
        ["src/EventKb.Ledger/Sqlite/LedgerReader.cs"] = "the statements of one connection that reads, prepared together",
        ["src/EventKb.Ledger/Sqlite/SqliteLedgerStore.cs"] = "a member for each that a store must have",
    };

    [Theory]
    [InlineData("src")]
    [InlineData("ops")]
    public void No_line_is_longer_than_150_characters(string folder) =>
        Assert.Empty(Files(folder).SelectMany(file => TooLong(file.Lines).Select(line => $"{file.Name}:{line}")));

    [Fact]
    public void No_file_of_src_is_longer_than_150_lines_but_those_named_here() =>
        Assert.Empty(Files("src").Where(file => file.Lines.Length > MostLines && !Longer.ContainsKey(file.Name)).Select(file => file.Name));

    [Fact]
    public void Each_file_named_here_is_there() => Assert.Empty(Longer.Keys.Except(Files("src").Select(file => file.Name)));

    [Fact]
    public void A_longer_line_is_found_by_its_number() =>
        Assert.Equal([2], TooLong([new string('ā', MostCharacters), new string('ā', MostCharacters + 1), ""]));

    [Fact]
    public void There_are_files_to_look_at() => Assert.All((string[])["src", "ops"], folder => Assert.True(Files(folder).Count() > 10));

    private static IEnumerable<int> TooLong(IEnumerable<string> lines) =>
        lines.Index().Where(line => line.Item.Length > MostCharacters).Select(line => line.Index + 1);

    private static IEnumerable<(string Name, string[] Lines)> Files(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'), File: file))
            .Where(file => !file.Name.Split('/').Any(part => part is "bin" or "obj"))
            .Select(file => (file.Name, File.ReadAllLines(file.File)));
}
