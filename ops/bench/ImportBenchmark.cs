using System.Diagnostics;
using System.Globalization;

namespace EventKb.Bench;

/// <summary>Peak resident memory of the importing process, from the kernel's high-water mark, polled while it lives.</summary>
internal static class ImportBenchmark
{
    private const double OneGiB = 1024;

    public static async IAsyncEnumerable<Figure> Run(string folder)
    {
        var repository = Path.Combine(folder, "generated.git");
        await GeneratedRepository.Create(repository, articles: 50_000, revisions: 200_000);
        var watch = Stopwatch.StartNew();
        var peak = await Import(repository, Path.Combine(folder, "data"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  50,000 articles, 200,000 revisions in {watch.Elapsed.TotalSeconds:N0} s = "
            + $"{200_000 / watch.Elapsed.TotalSeconds:N0} revisions per second"));
        yield return new Figure("peak resident memory of a large import", peak, OneGiB, "MiB", 1, AtLeast: false);
    }

    private static async Task<double> Import(string repository, string data)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.ServerDll, "import", "git", repository, "--institution", "BENCH", "--data", data])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["LC_ALL"] = "C"; // What it prints is read here in English.
        using var import = Process.Start(start) ?? throw new InvalidOperationException("The import did not start.");
        var output = import.StandardOutput.ReadToEndAsync();
        var (peak, exit) = (0.0, import.WaitForExitAsync());
        while (!exit.IsCompleted)
        {
            peak = Math.Max(peak, HighWaterMark(import.Id));
            await Task.WhenAny(exit, Task.Delay(250));
        }

        if (import.ExitCode != 0)
            throw new InvalidOperationException($"The import ended with exit code {import.ExitCode}: {await output}");
        return peak;
    }

    private static double HighWaterMark(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
