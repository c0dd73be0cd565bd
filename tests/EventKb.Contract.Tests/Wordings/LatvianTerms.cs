using EventKb.Contract.Tests.Ledger;

namespace EventKb.Contract.Tests.Wordings;

/// <summary>One thing has one name in Latvian, in descriptions and messages alike.</summary>
public sealed class LatvianTerms
{
    /// <summary>Stems that stand in no Latvian text, with the term that is used instead.</summary>
    private static readonly Dictionary<string, string> Instead = new()
    {
        ["virsgrāmat"] = "notikumu reģistrs",
        ["saskaņo"] = "apstiprināt, apstiprinājums; as a review: izskatīšana",
        ["revīzij"] = "a commit: iesūtījums; a revision: redakcija",
        ["zināšanu bāz"] = "zināšanu datu bāze",
    };

    [Fact]
    public void No_text_has_a_word_for_which_there_is_a_term()
    {
        var texts = Texts().ToList();
        Assert.True(texts.Count > 500, $"{texts.Count} texts were found.");
        Assert.Equal("", string.Join("\n", texts.SelectMany(text => Instead
            .Where(term => text.Latvian.Contains(term.Key, StringComparison.OrdinalIgnoreCase))
            .Select(term => $"{text.Place}: {text.Latvian} ({term.Value})"))));
    }

    /// <summary>The last column of every table in the sources.</summary>
    private static IEnumerable<(string Place, string Latvian)> Texts() =>
        from project in Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src"))
        from file in Directory.EnumerateFiles(project, "*.tsv", SearchOption.AllDirectories)
        where Path.GetRelativePath(project, file).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj")
        from line in File.ReadLines(file)
        where !line.StartsWith('#') && line.Contains('\t', StringComparison.Ordinal)
        select (Path.GetFileName(file), line[(line.LastIndexOf('\t') + 1)..]);
}
