using System.Globalization;
using CsvHelper;
using EventKb.Domain;
using EventKb.Ledger;

namespace EventKb.Server.MappedFiles;

/// <summary>A CSV file of the rows that were not taken; their texts are not in it.</summary>
internal sealed class RejectedRows : IAsyncDisposable
{
    private readonly Func<Wording, string> _say;
    private readonly CsvWriter _file;

    /// <summary>Begins the file; one that is there is replaced.</summary>
    public RejectedRows(string path, Func<Wording, string> say)
    {
        _say = say;
        _file = new CsvWriter(new StreamWriter(PrivateFiles.Open(path, FileMode.Create)), CultureInfo.InvariantCulture);
        Write("line", "number", "code", "reason");
    }

    /// <summary>Adds a row.</summary>
    public void Add(RejectedRow row) => Write(row.Line.ToString(CultureInfo.InvariantCulture), row.Name ?? "", row.Code,
        row.Reason is { } reason ? _say(reason) : "");

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _file.DisposeAsync();

    private void Write(params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
            _file.WriteField(field);
        _file.NextRecord();
    }
}
