using System.IO.Compression;
using System.Text.Json;

namespace EventKb.Ledger.Archive;

/// <summary>An export's lines: gzip over JSON, a line each.</summary>
internal static class ArchiveFile
{
    private const int MostLineBytes = 16 * 1024 * 1024;
    private static readonly byte[] NewLine = "\n"u8.ToArray();

    /// <summary>Writes lines until there are no more.</summary>
    public static void Write(Stream to, IEnumerable<ArchiveLine> lines)
    {
        using var gzip = new GZipStream(to, CompressionLevel.Fastest, leaveOpen: true);
        using var buffer = new BufferedStream(gzip, 64 * 1024);
        foreach (var line in lines)
        {
            JsonSerializer.Serialize(buffer, line, StoredJson.Options);
            buffer.Write(NewLine);
        }
    }

    /// <summary>Reads the lines; what is no export is refused.</summary>
    public static IEnumerable<ArchiveLine> Read(Stream from)
    {
        using var reader = new StreamReader(new GZipStream(from, CompressionMode.Decompress, leaveOpen: true));
        var number = 0L;
        while (Next(reader) is { } text)
            yield return Parse(text, ++number);
    }

    private static string? Next(StreamReader reader)
    {
        try
        {
            var line = reader.ReadLine();
            return line is { Length: > MostLineBytes } ? throw new RestoreRefusedException("A line is longer than any event.")
                : line;
        }
        catch (InvalidDataException notGzip)
        {
            throw new RestoreRefusedException("The file is not gzip, or it is damaged.", notGzip);
        }
    }

    private static ArchiveLine Parse(string text, long number)
    {
        try
        {
            return JsonSerializer.Deserialize<ArchiveLine>(text, StoredJson.Options) ?? throw new JsonException("null");
        }
        catch (JsonException notJson)
        {
            throw new RestoreRefusedException($"Line {number} cannot be read.", notJson);
        }
    }
}
