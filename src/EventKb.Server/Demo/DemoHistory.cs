using System.Globalization;
using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Server.GitImport;
using EventKb.Server.Imports;

namespace EventKb.Server.Demo;

/// <summary>The demo's knowledge base as the rows of its history, so that the demo needs no git.</summary>
internal static class DemoHistory
{
    /// <summary>Name of the repository that it stands for.</summary>
    public const string Repository = "zinasanas";

    private const string Queue = "e-rinda/brivie-laiki.md";
    private static readonly (string When, ImportChange Change, string Author, string Path, string CreatedAt, string? File)[] Rows =
    [
        ("2024-01-15T08:20:00Z", ImportChange.Added, "1. līmeņa speciālists", "rinda.md", "rinda.md", "e-rinda-1.md"),
        ("2024-01-22T13:05:00Z", ImportChange.Added, "1. līmeņa speciālists", "kvitis.md", "kvitis.md", "kvitis-1.md"),
        ("2024-02-02T09:40:00Z", ImportChange.Added, "Pakalpojuma speciālists", "atlaujas/maksajums.md", "atlaujas/maksajums.md", "maksajums-1.md"),
        ("2024-04-11T07:55:00Z", ImportChange.Renamed, "Resursa uzturētājs", Queue, "rinda.md", "e-rinda-2.md"),
        ("2024-05-06T10:30:00Z", ImportChange.Added, "Pakalpojuma speciālists", "atlaujas/payment.en.md", "atlaujas/payment.en.md", "payment-1.md"),
        ("2024-06-17T12:00:00Z", ImportChange.Added, "1. līmeņa speciālists", "buj/pieslegsanas.md", "buj/pieslegsanas.md", "pieslegsanas-1.md"),
        ("2024-09-02T06:45:00Z", ImportChange.Deleted, "1. līmeņa speciālists", "kvitis.md", "kvitis.md", null),
    ];

    /// <summary>The rows, in order; commit ids follow from what they name.</summary>
    public static IEnumerable<ImportRow> All(InstitutionCode institution) => Rows.Select(row => new ImportRow(
        row.Change, Commit(row.When), 1, row.Path,
        KnowledgeArticle.IdFromGit(institution, Commit(Rows.First(r => r.Path == row.CreatedAt).When), row.CreatedAt).Id,
        row.Author, "", Time(row.When), Time(row.When), Read(row.Path, row.File)));

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static string Commit(string when) => DerivedId.From("demo", when) + "00000000";

    private static ImportFile? Read(string path, string? file)
    {
        if (file is null)
            return null;
        var text = DemoResources.Text($"KnowledgeBase/{file}");
        var about = MarkdownFile.Read(text, path, "lv");
        return new ImportFile(text, about.Title, about.Kind, about.Language, about.Steward, about.NextReviewOn);
    }
}
