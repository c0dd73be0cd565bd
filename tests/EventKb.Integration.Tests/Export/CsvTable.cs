using System.Text;
using EventKb.Ledger;
using EventKb.Server.Export;

namespace EventKb.Integration.Tests.Export;

/// <summary>The audit trail's table as a reader of RFC 4180 reads it, which takes nothing that the RFC does not allow.</summary>
internal static class CsvTable
{
    /// <summary>The rows by the names of their columns.</summary>
    public static async Task<List<Dictionary<string, string>>> Of(EventFeed feed)
    {
        using var stream = new MemoryStream();
        await AuditCsv.Write(feed, stream, new Progress<long>(), CancellationToken.None);
        var records = Read(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(stream.ToArray()));
        Assert.Equal(AuditCsv.Columns, records[0]);
        return [.. records.Skip(1).Select(record => records[0].Zip(record).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    /// <summary>The records of a text: all have as many fields as the first, and each ends with CRLF.</summary>
    public static List<List<string>> Read(string text)
    {
        List<List<string>> records = [[]];
        for (var at = 0; at < text.Length;)
        {
            records[^1].Add(text[at] == '"' ? Quoted(text, ref at) : Plain(text, ref at));
            if (text.AsSpan(at).StartsWith("\r\n"))
            {
                records.Add([]);
                at += 2;
            }
            else if (at < text.Length && text[at] == ',')
                at++;
            else
                throw new FormatException($"Neither a comma nor a line's end is at {at}.");
        }

        Assert.Empty(records[^1]);
        records.RemoveAt(records.Count - 1);
        Assert.All(records, record => Assert.Equal(records[0].Count, record.Count));
        return records;
    }

    private static string Plain(string text, ref int at)
    {
        var end = text.AsSpan(at).IndexOfAny(",\r\n\"") is var length and >= 0 ? at + length : text.Length;
        if (end < text.Length && text[end] == '"')
            throw new FormatException($"A quote is within a field that has none around it, at {end}.");
        var field = text[at..end];
        at = end;
        return field;
    }

    private static string Quoted(string text, ref int at)
    {
        var field = new StringBuilder();
        for (at++; ; at++)
        {
            if (at == text.Length)
                throw new FormatException("A quote is not closed.");
            if (text[at] == '"' && (at + 1 == text.Length || text[at + 1] != '"'))
                break;
            field.Append(text[at]);
            if (text[at] == '"')
                at++;
        }

        at++;
        return field.ToString();
    }
}
