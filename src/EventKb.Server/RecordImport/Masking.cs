using System.Text.RegularExpressions;

namespace EventKb.Server.RecordImport;

/// <summary>Takes personal codes and telephone numbers out of what people wrote freely.</summary>
internal static partial class Masking
{
    private const string Mask = "***";

    /// <summary>The text without them, and how many there were.</summary>
    public static (string Text, int Places) Of(string text)
    {
        var places = 0;
        var masked = PersonalOrTelephone().Replace(text, _ =>
        {
            places++;
            return Mask;
        });
        return (masked, places);
    }

    // Old personal codes have a hyphen, new ones begin with 32; telephone numbers here have 8 digits and begin with 2 or 6.
    [GeneratedRegex(@"(?<!\d)(\d{6}-\d{5}|32\d{9})(?!\d)|(\+|\b00)371[ -]?\d([ -]?\d){7}(?!\d)|\b[26]\d{7}\b")]
    private static partial Regex PersonalOrTelephone();
}
