using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace EventKb.ReadModels;

/// <summary>Text as people search for it: without case and without marks on letters.</summary>
internal static class FoldedText
{
    /// <summary>Name of the SQL function of a text and folded words: 1 where the text has all of them.</summary>
    public const string HasWords = "has_words";

    /// <summary>Teaches a connection the function.</summary>
    public static void Teach(SqliteConnection connection) => connection.CreateFunction(HasWords, (string? text, string words) =>
        text is not null && Has(Of(text), words), isDeterministic: true);

    /// <summary>A text folded.</summary>
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                folded.Append(char.ToLowerInvariant(letter));
        return folded.ToString();
    }

    private static bool Has(string text, string words)
    {
        foreach (var word in words.AsSpan().Split(' '))
            if (!text.Contains(words[word], StringComparison.Ordinal))
                return false;
        return true;
    }
}
