using System.Globalization;
using System.Reflection;
using EventKb.Domain;
using EventKb.Server.GitImport;
using EventKb.Server.Imports;

namespace EventKb.Server.Demo;

/// <summary>A small knowledge base with a history of its own, as rows that an importer would read; needs no git on the machine.</summary>
internal static class DemoHistory
{
    private const string Resources = "EventKb.Server.Demo.KnowledgeBase.";

    /// <summary>The rows, oldest first.</summary>
    public static IEnumerable<ImportRow> Rows()
    {
        var live = new Dictionary<string, (string Commit, string Path)>(StringComparer.Ordinal);
        foreach (var (number, line) in Read("history.tsv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Index().Skip(1))
        {
            var f = line.TrimEnd('\r').Split('\t');
            var (time, author, path, from, file) = (f[0], f[1], f[3], f[4].Length > 0 ? f[4] : f[3], f[5]);
            var commit = DerivedId.From("demo-commit", number.ToString(CultureInfo.InvariantCulture));
            if (!live.Remove(from, out var created))
                created = (commit, path);
            var change = Enum.Parse<ImportChange>(f[2], ignoreCase: true);
            if (change != ImportChange.Deleted)
                live[path] = created;
            var at = DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
            yield return new ImportRow(change, commit, 1, path, created.Commit, created.Path, author, "", at, at,
                change == ImportChange.Deleted ? null : File(Read(file), path));
        }
    }

    /// <summary>Stream of the article that was created at a path.</summary>
    public static StreamId Article(InstitutionCode institution, string createdAt) =>
        Rows().First(r => r.CreationPath == createdAt).ArticleOf(institution);

    private static ImportFile File(string text, string path)
    {
        var about = MarkdownFile.Read(text, path, "en");
        return new ImportFile(text, about.Title, about.Kind, about.Language, about.Steward, about.NextReviewOn);
    }

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resources + name)
            ?? throw new InvalidOperationException($"The program carries no {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
