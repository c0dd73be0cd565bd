using EventKb.ReadModels.Bitemporal;
using EventKb.Server.GraphQL.Execution;

namespace EventKb.Server.GraphQL.Paging;

/// <summary>Makes a connection of a page.</summary>
internal static class Paged
{
    private const int Most = 100;

    /// <param name="name">Name of the list; a cursor of another is refused.</param>
    /// <param name="view">The view that the field stands in.</param>
    /// <param name="first">How many are wanted.</param>
    /// <param name="after">Cursor of the page before; its view is taken up again.</param>
    /// <param name="page">Reads a page of a view after a key.</param>
    /// <param name="node">Makes a node of a row.</param>
    /// <param name="key">Key of a row, in the list's order.</param>
    public static async Task<Connection<TNode>> Of<TRow, TNode>(string name, Reading view, int first, string? after,
        Func<Reading, string?, Task<Page<TRow>>> page, Func<Reading, TRow, TNode> node, Func<TRow, string> key)
    {
        (view, var cursor) = await Begin(name, view, first, after);
        var read = await page(view, cursor?.Key);
        var edges = Edges(name, view, read.Items, node, key);
        return new Connection<TNode>(view, edges, read.HasMore, cursor is not null, read.Count);
    }

    /// <summary>The view that a page is read from, and the cursor after which it begins.</summary>
    public static async Task<(Reading View, Cursor? After)> Begin(string name, Reading view, int first, string? after)
    {
        if (first is < 0 or > Most)
            throw new CodedError("PAGE_SIZE_OUT_OF_RANGE", $"'first' must be 0–{Most}.");
        if (after is null)
            return (view, null);
        var cursor = Cursor.Parse(name, after);
        return (await Resume(view, cursor), cursor);
    }

    private static List<Edge<TNode>> Edges<TRow, TNode>(string name, Reading view, IEnumerable<TRow> rows, Func<Reading, TRow, TNode> node,
        Func<TRow, string> key) =>
        [.. rows.Select(row => new Edge<TNode>(node(view, row), new Cursor(name, view.Pin.Position, view.Pin.Valid, key(row))))];

    private static Task<Reading> Resume(Reading view, Cursor cursor) =>
        view.GoesOn(cursor.Position, cursor.Valid) ? view.At(cursor.Position, cursor.Valid) : throw Cursor.Invalid();
}
