using System.Globalization;
using System.Runtime.InteropServices;

namespace EventKb.Bench;

/// <summary>Runs the benchmarks asked for, prints each figure and keeps them in a file.</summary>
internal static class Runner
{
    private static readonly Dictionary<string, Func<string, IAsyncEnumerable<Figure>>> Benchmarks = new()
    {
        ["commands"] = CommandsBenchmark.Run,
        ["feed"] = FeedBenchmark.Run,
        ["rebuild"] = RebuildBenchmark.Run,
        ["visible"] = VisibleBenchmark.Run,
        ["graphql"] = GraphQLBenchmark.Run,
        ["signin"] = SignInBenchmark.Run,
        ["flags"] = FlagsBenchmark.Run,
        ["flagged"] = FlaggedBenchmark.Run,
        ["asof"] = AsOfBenchmark.Run,
        ["audit"] = AuditBenchmark.Run,
        ["impact"] = ImpactBenchmark.Run,
        ["import"] = ImportBenchmark.Run,
    };

    public static async Task<int> Run(string[] names)
    {
        if (names is ["baseline-server", var port, var data])
            return await BaselineServer.Run(int.Parse(port, CultureInfo.InvariantCulture), data);
        var unknown = names.Except(Benchmarks.Keys).ToList();
        if (unknown.Count > 0)
        {
            Console.Error.WriteLine($"No benchmark '{unknown[0]}'; there are: {string.Join(", ", Benchmarks.Keys)}.");
            return 2;
        }

        var lines = new List<string> { $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, .NET {Environment.Version}" };
        var missed = 0;
        foreach (var (name, benchmark) in Benchmarks.Where(b => names.Length == 0 || names.Contains(b.Key)))
            missed += await RunOne(name, benchmark, lines);
        Directory.CreateDirectory(Results);
        var file = Path.Combine(Results, DateTime.UtcNow.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture) + ".txt");
        await File.WriteAllLinesAsync(file, lines);
        Console.WriteLine($"Written to {file}.");
        return missed == 0 ? 0 : 1;
    }

    private static string Results => Path.Combine(Repository.Root, "ops", "bench", "results");

    private static async Task<int> RunOne(string name, Func<string, IAsyncEnumerable<Figure>> benchmark, List<string> lines)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"eventkb-bench-{name}-{Environment.ProcessId}");
        Directory.CreateDirectory(folder);
        var missed = 0;
        try
        {
            await foreach (var figure in benchmark(folder))
            {
                Console.WriteLine(figure);
                lines.Add(figure.ToString());
                missed += figure.Holds ? 0 : 1;
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return missed;
    }
}

internal static class Repository
{
    /// <summary>The folder with the solution, found upwards from the program.</summary>
    public static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "EventKb.sln")))
                folder = folder.Parent;
            return folder?.FullName ?? throw new InvalidOperationException("The solution was not found above the program.");
        }
    }

    /// <summary>The built server.</summary>
    public static string ServerDll => Path.Combine(AppContext.BaseDirectory, "eventkb.dll");
}
