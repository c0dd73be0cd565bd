using System.Text;

namespace EventKb.Integration.Tests.Forgetting;

/// <summary>Where a text still stands in a folder, whatever the files say they hold.</summary>
internal static class Traces
{
    /// <summary>Files, below the folder, in which the text stands as UTF-8 or UTF-16, or that are named so.</summary>
    public static IReadOnlyList<string> Of(string text, string folder) =>
        [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".lock", StringComparison.Ordinal) && Holds(file, text))
            .Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal)];

    /// <summary>Fails unless the text goes away; what a reader holds is tried again for as long as it holds it.</summary>
    public static async Task AreGone(string text, string folder, Func<Task>? meanwhile = null)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (Of(text, folder) is { Count: > 0 } files)
        {
            Assert.False(limit.IsCancellationRequested, $"'{text}' stands in {string.Join(", ", files)}.");
            await (meanwhile?.Invoke() ?? Task.CompletedTask);
            await Task.Delay(20);
        }
    }

    /// <summary>The numbers, of five digits, that follow a word anywhere in the folder's files.</summary>
    public static HashSet<int> Numbers(string word, string folder)
    {
        var (found, sought) = (new HashSet<int>(), Encoding.UTF8.GetBytes(word));
        foreach (var file in Directory.GetFiles(folder, "*.db*"))
        {
            var bytes = File.ReadAllBytes(file).AsSpan();
            for (int at; (at = bytes.IndexOf(sought)) >= 0; bytes = bytes[sought.Length..])
            {
                bytes = bytes[at..];
                if (bytes.Length >= sought.Length + 5 && int.TryParse(bytes.Slice(sought.Length, 5), out var number))
                    found.Add(number);
            }
        }

        return found;
    }

    private static bool Holds(string file, string text)
    {
        if (Path.GetFileName(file).Contains(text, StringComparison.Ordinal))
            return true;
        var bytes = Read(file).AsSpan();
        return bytes.IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 || bytes.IndexOf(Encoding.Unicode.GetBytes(text)) >= 0;
    }

    /// <summary>A server deletes and empties files while they are looked at: one that has just gone holds nothing.</summary>
    private static byte[] Read(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.ToArray();
        }
        catch (FileNotFoundException)
        {
            return [];
        }
    }
}
