namespace EventKb.Integration.Tests.GitImport;

/// <summary>The real knowledge bases, which are not part of the repository.</summary>
internal static class SharedData
{
    public static string RepositoryRoot { get; } = FindRoot();

    public static string Folder { get; } =
        Environment.GetEnvironmentVariable("EVENTKB_DATA")
            ?? Path.GetFullPath(Path.Combine(RepositoryRoot, "..", "shared", "data"));

    public static string Bundle(string name) => Path.Combine(Folder, $"{name}-runbooks.bundle");

    public static IReadOnlyList<HistoryLine> History(string name) =>
        [.. File.ReadLines(Path.Combine(Folder, $"{name}-runbooks.history.tsv")).Skip(1).Select(HistoryLine.Parse)];

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "EventKb.sln")))
                return folder.FullName;
        throw new InvalidOperationException("The tests do not run from within the repository.");
    }
}

/// <summary>One revision as git tells it.</summary>
internal sealed record HistoryLine(
    string Commit, DateTimeOffset AuthorTime, string Author, char Status, string OldBlob, string NewBlob, string OldPath,
        string NewPath)
{
    public static HistoryLine Parse(string line)
    {
        var f = line.Split('\t');
        return new(f[0], DateTimeOffset.Parse(f[1], System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime(), f[2],
            f[3][0], f[5],
            f[6], f[7], f[8]);
    }
}

/// <summary>A test on the real knowledge bases; skipped, for all to see, where they are not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute()
    {
        if (!File.Exists(SharedData.Bundle("openshift")))
            Skip = $"There is no {SharedData.Bundle("openshift")}; set EVENTKB_DATA.";
    }
}
