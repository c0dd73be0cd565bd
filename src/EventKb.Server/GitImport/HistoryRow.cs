using EventKb.Server.Imports;

namespace EventKb.Server.GitImport;

/// <summary>A row of a repository's history: one to be imported, or one that cannot be.</summary>
internal abstract record HistoryRow
{
    private HistoryRow() { }

    /// <summary>It can be imported.</summary>
    public sealed record Importable(ImportRow Row) : HistoryRow;

    /// <summary>It cannot be imported; the rest goes on.</summary>
    public sealed record Unusable(RejectedRow Why) : HistoryRow;
}

/// <summary>A row that was not imported: which file of which commit, and why.</summary>
internal sealed record RejectedRow(string Commit, string Path, string Code, string Reason);
