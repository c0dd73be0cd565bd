using System.Text.Json;

namespace EventKb.Server.GraphQL.Schema;

/// <summary>Values of enums as the schema writes them.</summary>
internal static class Constants
{
    /// <summary>For example MANAGE_PERSONS.</summary>
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());
}
