using System.Globalization;
using System.Text.RegularExpressions;

namespace EventKb.ReadModels.PersonReports;

/// <summary>Words that texts are looked through for; letters from A to Z are found whatever their case.</summary>
internal sealed class SoughtWords(IReadOnlyList<string> words)
{
    private const int Beside = 80;
    private const int LongestPassage = 2_000;
    private const int MostPassages = 20;
    private readonly List<string> _words = [.. words.Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>True where there is anything to look for.</summary>
    public bool Any => _words.Count > 0;

    /// <summary>The parameters of <see cref="In"/>.</summary>
    public IEnumerable<(string, object?)> Parameters => _words.Select((word, i) => (Name(i), (object?)$"%{Escaped(word)}%"));

    /// <summary>SQL that a column has one of them.</summary>
    public string In(string column) => string.Join(" OR ", _words.Select((_, i) => $@"{column} LIKE {Name(i)} ESCAPE '\'"));

    /// <summary>The pieces of a text that have one, with what stands around them; the whole text where that is wanted.</summary>
    public IEnumerable<Passage> PassagesIn(string field, string text, bool whole)
    {
        if (whole)
            return [new Passage(field, Cut(text, 0, Math.Min(text.Length, LongestPassage)))];
        var pieces = new List<(int From, int To)>();
        foreach (var (from, to) in Around(text).Order())
            if (pieces.Count > 0 && from <= pieces[^1].To)
                pieces[^1] = (pieces[^1].From, Math.Max(to, pieces[^1].To));
            else
                pieces.Add((from, to));
        return pieces.Take(MostPassages).Select(piece => new Passage(field, Cut(text, piece.From, Math.Min(piece.To, piece.From + LongestPassage))));
    }

    private IEnumerable<(int From, int To)> Around(string text)
    {
        foreach (var word in _words)
            for (var at = Next(text, word, 0); at >= 0; at = Next(text, word, at + word.Length))
                yield return (Math.Max(0, at - Beside), Math.Min(text.Length, at + word.Length + Beside));
    }

    private static int Next(string text, string word, int from) => text.IndexOf(word, from, StringComparison.OrdinalIgnoreCase);

    private static string Cut(string text, int from, int to)
    {
        // A character of two halves stays whole.
        if (from > 0 && char.IsLowSurrogate(text[from]))
            from--;
        if (to < text.Length && char.IsLowSurrogate(text[to]))
            to++;
        return $"{(from > 0 ? "…" : "")}{text[from..to]}{(to < text.Length ? "…" : "")}";
    }

    private static string Name(int number) => $"@w{number.ToString(CultureInfo.InvariantCulture)}";

    private static string Escaped(string word) =>
        Regex.Replace(word, @"[\\%_]", @"\$0");
}
