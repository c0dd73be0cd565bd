using System.Globalization;
using EventKb.Ledger;

namespace EventKb.ReadModels;

/// <summary>The generations of read models in a data folder; a pointer file names the live one.</summary>
public sealed class ReadModelStore : IAsyncDisposable
{
    private const string Pointer = "read.current";
    private const string Databases = "read-*.db";
    private readonly string _folder;
    private volatile Generation _live;
    private volatile bool _closed;

    private ReadModelStore(string folder, Generation live) => (_folder, _live) = (folder, live);

    internal Generation Live => _live;

    /// <summary>Number of the live generation.</summary>
    public int LiveNumber => _live.Number;

    /// <summary>Opens the live generation, or begins an empty one where there is none that this version can read.</summary>
    public static ReadModelStore Open(string folder)
    {
        PrivateFiles.MakeFolder(folder);
        var numbers = Numbers(folder);
        var live = Named(folder) is { } named ? new Generation(folder, named) : null;
        if (live?.IsUsable() != true)
        {
            live = new Generation(folder, numbers.DefaultIfEmpty(0).Max() + 1);
            live.Create();
            Point(folder, live);
        }

        foreach (var stale in numbers.Where(n => n != live.Number))
            new Generation(folder, stale).Delete();
        return new ReadModelStore(folder, live);
    }

    /// <summary>A snapshot of the live rows for one request.</summary>
    public ReadSession OpenSession()
    {
        // A generation can be retired between looking and opening; then the next one is live already.
        while (true)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            if (_live.TryOpen() is { } session)
                return session;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _closed = true;
        _live.Retire(delete: false);
        return ValueTask.CompletedTask;
    }

    internal Generation CreateNext()
    {
        var next = new Generation(_folder, Math.Max(Numbers(_folder).DefaultIfEmpty(0).Max(), _live.Number) + 1);
        next.Create();
        return next;
    }

    internal void Switch(Generation next)
    {
        Point(_folder, next);
        var before = _live;
        _live = next;
        before.Retire(delete: true);
    }

    /// <summary>The databases of all generations in a folder, by name.</summary>
    internal static IEnumerable<string> DatabasesIn(string folder) =>
        Directory.EnumerateFiles(folder, Databases).Order(StringComparer.Ordinal);

    /// <summary>Every file that belongs to read models in a folder: databases with their logs, and the pointer.</summary>
    public static IReadOnlyList<string> FilesIn(string folder) =>
        [.. Directory.EnumerateFiles(folder, Databases + "*"), .. Directory.EnumerateFiles(folder, Pointer + "*")];

    private static List<int> Numbers(string folder) =>
        [.. DatabasesIn(folder).Select(f => Parse(Path.GetFileName(f))).OfType<int>()];

    private static int? Named(string folder)
    {
        var pointer = Path.Combine(folder, Pointer);
        return File.Exists(pointer) ? Parse(File.ReadAllText(pointer).Trim()) : null;
    }

    private static int? Parse(string name) =>
        name.StartsWith("read-", StringComparison.Ordinal) && name.EndsWith(".db", StringComparison.Ordinal)
            && int.TryParse(name.AsSpan(5, name.Length - 8), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number : null;

    private static void Point(string folder, Generation to)
    {
        var pointer = Path.Combine(folder, Pointer);
        var fresh = pointer + ".new";
        using (var stream = PrivateFiles.Open(fresh, FileMode.Create))
        {
            stream.Write(System.Text.Encoding.UTF8.GetBytes(Path.GetFileName(to.File)));
            stream.Flush(flushToDisk: true);
        }

        File.Move(fresh, pointer, overwrite: true);
    }
}
