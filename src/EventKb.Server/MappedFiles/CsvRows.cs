using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using EventKb.Domain;

namespace EventKb.Server.MappedFiles;

/// <summary>A CSV file, or the one in a zip archive, row by row.</summary>
internal sealed class CsvRows : FileRows
{
    private const int LongestField = 8 * Limits.Message;
    private const string ByteOrderMark = "\u00EF\u00BB\u00BF";
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly ZipArchive? _archive;
    private readonly CsvParser _parser;
    private readonly string _delimiter;
    private bool _isBad;

    private CsvRows(Stream file, ZipArchive? archive, string delimiter)
    {
        (_archive, _delimiter) = (archive, delimiter);
        // Its bytes one by one: what separates fields is ASCII, and so a row that is no UTF-8 spoils no other.
        var bytes = new StreamReader(file, Encoding.Latin1, detectEncodingFromByteOrderMarks: false);
        if (bytes.Peek() == ByteOrderMark[0])
            bytes.ReadBlock(new char[ByteOrderMark.Length]);
        _parser = new CsvParser(bytes, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            BadDataFound = _ => _isBad = true,
            MaxFieldSize = LongestField,
        });
    }

    /// <summary>Opens a file and reads the names of its columns.</summary>
    public static new CsvRows Open(string path, string delimiter)
    {
        var archive = IsZip(path) ? Archive(path) : null;
        var rows = new CsvRows(archive is null ? File.OpenRead(path) : Only(archive, path).Open(), archive, delimiter);
        rows.Header = rows.Next() is { Damage: null } header ? [.. header.Fields.Select(name => name.Trim())]
            : throw CannotGoOn.BadInput($"{path} has no line with the names of its columns.");
        return rows;
    }

    /// <inheritdoc/>
    public override FileRow? Next()
    {
        (_isBad, var line) = (false, _parser.RawRow + 1L);
        try
        {
            if (!_parser.Read())
                return null;
            var row = new FileRow(line, _parser.RawRecord.Trim('\r', '\n'), _parser.Record ?? []);
            if (_isBad)
                return row with { Damage = "A quotation mark stands where none can be." };
            return row.Fields.Count == Header.Count || Header.Count == 0 ? Decoded(row)
                : row with { Damage = $"It has {row.Fields.Count} fields, not {Header.Count} as there are columns." };
        }
        catch (MaxFieldSizeException)
        {
            throw CannotGoOn.BadInput($"From line {line} on a field has more than {LongestField} characters; a quotation mark may be missing.");
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _parser.Dispose();
        _archive?.Dispose();
    }

    /// <inheritdoc/>
    public override FileRow With(FileRow row, IReadOnlyList<string> fields) =>
        row with { Fields = fields, Text = string.Join(_delimiter, fields.Select(Quoted)) };

    private string Quoted(string field) => field.AsSpan().ContainsAny("\"\r\n") || field.Contains(_delimiter, StringComparison.Ordinal)
        ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;

    private static FileRow Decoded(FileRow row)
    {
        try
        {
            return row with { Text = Decoded(row.Text), Fields = [.. row.Fields.Select(Decoded)] };
        }
        catch (DecoderFallbackException)
        {
            return row with { Damage = "It is not UTF-8." };
        }
    }

    private static string Decoded(string bytes) => Ascii.IsValid(bytes) ? bytes : Utf8.GetString(Encoding.Latin1.GetBytes(bytes));

    private static bool IsZip(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> start = stackalloc byte[4];
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual("PK\u0003\u0004"u8);
    }

    private static ZipArchive Archive(string path)
    {
        try
        {
            return ZipFile.OpenRead(path);
        }
        catch (InvalidDataException)
        {
            throw CannotGoOn.BadInput($"{path} is no zip archive that can be read.");
        }
    }

    private static ZipArchiveEntry Only(ZipArchive archive, string path) =>
        archive.Entries.Where(entry => entry.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)).ToList() is [var only] ? only
            : throw CannotGoOn.BadInput($"{path} must hold exactly one CSV file.");
}
