using System.Text.Json;

namespace EventKb.Domain;

/// <summary>Enum values as they are written in events, ids and rules: kebab-case.</summary>
internal static class Codes
{
    public static string Code<T>(this T value) where T : struct, Enum => Code((Enum)value);

    public static string Code(Enum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
