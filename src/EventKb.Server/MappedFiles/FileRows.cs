using EventKb.Domain;

namespace EventKb.Server.MappedFiles;

/// <summary>A row of a file.</summary>
/// <param name="Line">Line on which it begins, in JSON its place among the objects.</param>
/// <param name="Text">The row as it stands in the file, without the end of its last line.</param>
/// <param name="Fields">Its fields.</param>
/// <param name="Damage">Why it cannot be read; null where it can.</param>
internal sealed record FileRow(long Line, string Text, IReadOnlyList<string> Fields, Wording? Damage = null);

/// <summary>A file, row by row.</summary>
internal abstract class FileRows : IDisposable
{
    /// <summary>Its columns.</summary>
    public IReadOnlyList<string> Header { get; protected set; } = [];

    /// <summary>Opens a file: an array of objects in JSON, CSV, or a zip archive with one CSV file.</summary>
    public static FileRows Open(string path, string delimiter)
    {
        if (!File.Exists(path))
            throw CannotGoOn.BadInput($"There is no file {path}.");
        return path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? JsonRows.Open(path) : CsvRows.Open(path, delimiter);
    }

    /// <summary>The next row; null at the end.</summary>
    public abstract FileRow? Next();

    /// <summary>A row with other fields, written in the way of the file.</summary>
    public abstract FileRow With(FileRow row, IReadOnlyList<string> fields);

    /// <inheritdoc/>
    public abstract void Dispose();
}
