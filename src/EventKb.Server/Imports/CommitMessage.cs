using EventKb.Domain;

namespace EventKb.Server.Imports;

/// <summary>A commit's message as a reason: its first paragraph, and the whole of it where it says more.</summary>
internal static class CommitMessage
{
    public static (string? Reason, string? Whole) Read(string? message)
    {
        var whole = string.Concat((message ?? "").ReplaceLineEndings("\n").Select(c => char.IsControl(c) && c != '\n' ? ' ' : c)).Trim();
        var lines = whole.Split('\n').Select(line => line.Trim()).ToList();
        var subject = string.Join(' ', lines.TakeWhile(line => line.Length > 0));
        return subject.Length == 0 ? (null, null)
            : (Cut(subject, Limits.Comment), lines.Exists(line => line.Length == 0) ? Cut(whole, Limits.Message) : null);
    }

    /// <summary>A longer text is cut, not refused, and never within a character.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        return text[..(char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1)] + "…";
    }
}
