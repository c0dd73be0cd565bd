using System.Data.Common;

namespace EventKb.ReadModels.Lineage;

/// <summary>An edge as it is stored.</summary>
/// <param name="Position">Position that stated it.</param>
/// <param name="Type">Its type; an event states one edge of each at most.</param>
/// <param name="Derived">What is derived.</param>
/// <param name="DerivedAt">Position that recorded it.</param>
/// <param name="From">What it comes from; null for a file.</param>
/// <param name="FromAt">Position that recorded that, in the ledger of its origin.</param>
/// <param name="Origin">The ledger that holds it; null = this one.</param>
/// <param name="File">The file that it comes from.</param>
public sealed record LineageRow(long Position, string Type, ThingVersion Derived, long DerivedAt, ThingVersion? From, long? FromAt,
    string? Origin, SourceFile? File)
{
    internal const string Columns = "e.position, e.type, e.stream, e.number, e.at, e.from_stream, e.from_number, e.from_at, e.from_origin, e.file";

    /// <summary>
    /// Depth counts things: a neighbouring version is the same thing, and a file is where this very version was written down.
    /// </summary>
    internal bool IsFree => From is not { } from || (from.Stream == Derived.Stream && Origin is null);

    /// <summary>Id of what is derived.</summary>
    internal string DerivedId => Derived.ToString();

    /// <summary>Id of what it comes from.</summary>
    internal string FromId => File is { } file ? $"source:{file.Institution}/{file.Path}@{file.Version}"
        : Origin is null ? From!.Value.ToString() : $"{Origin}!{From}";

    internal static LineageRow Read(DbDataReader row) => new(row.GetInt64(0), row.GetString(1), new(row.GetString(2), row.GetInt32(3)),
        row.GetInt64(4), row.TextOrNull(5) is { } from ? new(from, row.GetInt32(6)) : null, row.LongOrNull(7), row.TextOrNull(8),
        RowJson.Read<SourceFile>(row.TextOrNull(9)));

    /// <summary>The node at one of its ends.</summary>
    internal LineageNode Node(bool derived, int depth) =>
        derived ? new(DerivedId, LineageNodeKind.External, Derived.Stream, Derived.Number, DerivedAt, null, null, depth)
        : File is { } file ? new(FromId, LineageNodeKind.Source, null, null, null, $"{file.Path}@{file.Version}", null, depth)
        : new(FromId, LineageNodeKind.External, From!.Value.Stream, From.Value.Number, FromAt, Origin, null, depth);
}
