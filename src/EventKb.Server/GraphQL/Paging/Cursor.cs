using System.Buffers.Text;
using System.Globalization;
using System.Text;
using EventKb.Domain;
using EventKb.ReadModels;
using EventKb.Server.GraphQL.Execution;

namespace EventKb.Server.GraphQL.Paging;

/// <summary>Where a page ends and in which view: position, time and the last row's key, opaque and with a check that it is whole.</summary>
internal sealed record Cursor(string Of, long Position, DateTimeOffset Valid, string Key)
{
    private const int CheckLength = 8;

    public override string ToString()
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{Of}\n{Position}\n{Micros.From(Valid)}\n{Key}");
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Check(text) + text));
    }

    /// <summary>Reads a cursor of the named connection; anything else is refused.</summary>
    public static Cursor Parse(string of, string text)
    {
        if (text.Length <= 4096 && Base64Url.IsValid(text))
        {
            var whole = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text));
            if (whole.Length > CheckLength && Check(whole[CheckLength..]) == whole[..CheckLength]
                && whole[CheckLength..].Split('\n', 4) is [var name, var position, var valid, var key] && name == of)
                return new Cursor(of, long.Parse(position, CultureInfo.InvariantCulture),
                    Micros.ToTime(long.Parse(valid, CultureInfo.InvariantCulture)), key);
        }

        throw Invalid();
    }

    /// <summary>The key of a list in order of numbers.</summary>
    public static long? Number(string? key) => key is null ? null
        : long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Invalid();

    public static CodedError Invalid() =>
        new("INVALID_CURSOR", "The cursor does not belong to this list and view; begin again without 'after'.");

    private static string Check(string text) => DerivedId.From("cursor", text)[..CheckLength];
}
