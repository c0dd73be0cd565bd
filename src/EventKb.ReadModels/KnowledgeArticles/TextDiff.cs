using DiffPlex;
using DiffPlex.Model;

namespace EventKb.ReadModels.KnowledgeArticles;

/// <summary>What a line of a comparison is.</summary>
public enum DiffLineKind
{
    /// <summary>In both.</summary>
    Same,

    /// <summary>Only in the first.</summary>
    Removed,

    /// <summary>Only in the second.</summary>
    Added,
}

/// <summary>A line of a comparison with its number, from 1, in the text or texts that have it.</summary>
public sealed record DiffLine(DiffLineKind Kind, int? FromNumber, int? ToNumber, string Text);

/// <summary>Two texts compared by line: what differs, with three lines around it.</summary>
/// <param name="Lines">Lines; empty when the texts are the same.</param>
/// <param name="Coarse">True when the texts differ in too many lines to be matched, so that everything between is removed and added.</param>
public sealed record TextDiff(IReadOnlyList<DiffLine> Lines, bool Coarse)
{
    /// <summary>Most differing lines, on either side, that are matched with each other.</summary>
    internal const int MostLines = 4_000;

    private const int Around = 3;

    /// <summary>Compares two texts; an absent text has no lines.</summary>
    internal static TextDiff Of(string? from, string? to)
    {
        var (old, now) = (Lined(from), Lined(to));
        var head = 0;
        while (head < old.Length && head < now.Length && old[head] == now[head])
            head++;
        var tail = 0;
        while (tail < old.Length - head && tail < now.Length - head && old[^(tail + 1)] == now[^(tail + 1)])
            tail++;
        var (removed, added) = (old.Length - head - tail, now.Length - head - tail);
        if (removed == 0 && added == 0)
            return new TextDiff([], Coarse: false);
        var coarse = removed > MostLines || added > MostLines;
        IEnumerable<DiffBlock> blocks = coarse || removed == 0 || added == 0
            ? [new DiffBlock(0, removed, 0, added)]
            : Differ.Instance.CreateDiffs(Join(old, head, removed), Join(now, head, added), false, false, ByLine.Instance).DiffBlocks;
        return new TextDiff(Hunks(old, now, head, [.. blocks]), coarse);
    }

    private static List<DiffLine> Hunks(string[] old, string[] now, int head, DiffBlock[] blocks)
    {
        var lines = new List<DiffLine>();
        var (shown, shift) = (0, 0);
        foreach (var block in blocks)
        {
            var (from, to) = (head + block.DeleteStartA, head + block.InsertStartB);
            Same(Math.Min(from, shown + (lines.Count == 0 ? 0 : Around)));
            shown = Math.Max(shown, from - Around);
            Same(from);
            for (var i = 0; i < block.DeleteCountA; i++)
                lines.Add(new DiffLine(DiffLineKind.Removed, from + i + 1, null, old[from + i]));
            for (var i = 0; i < block.InsertCountB; i++)
                lines.Add(new DiffLine(DiffLineKind.Added, null, to + i + 1, now[to + i]));
            shown = from + block.DeleteCountA;
            shift = to + block.InsertCountB - shown;
        }

        Same(Math.Min(old.Length, shown + Around));
        return lines;

        void Same(int until)
        {
            for (; shown < until; shown++)
                lines.Add(new DiffLine(DiffLineKind.Same, shown + 1, shown + shift + 1, old[shown]));
        }
    }

    private static string[] Lined(string? text) => string.IsNullOrEmpty(text) ? [] : text.Split('\n');

    // Ends with a line break because the differ takes an empty text, such as one empty line, for no lines at all.
    private static string Join(string[] lines, int from, int count) => string.Join('\n', lines, from, count) + '\n';

    /// <summary>Splits as the lines were counted; a carriage return stays part of its line.</summary>
    private sealed class ByLine : IChunker
    {
        public static readonly ByLine Instance = new();

        public IReadOnlyList<string> Chunk(string text) => text[..^1].Split('\n');
    }
}
