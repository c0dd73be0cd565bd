using System.Globalization;
using EventKb.Domain;
using GraphQL.Types;
using GraphQLParser.AST;

namespace EventKb.Server.GraphQL.Schema;

/// <summary>Scalar <c>DateTime</c>: ISO 8601; written in UTC with microseconds, read with any offset.</summary>
internal sealed class DateTimeScalar : ScalarGraphType
{
    public DateTimeScalar() => Name = "DateTime";

    /// <inheritdoc/>
    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLNullValue => null,
        GraphQLStringValue text => Times.Read(text.Value.ToString()) ?? ThrowLiteralConversionError(value),
        _ => ThrowLiteralConversionError(value),
    };

    /// <inheritdoc/>
    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        DateTimeOffset time => time.ToUniversalTime(),
        string text => Times.Read(text) ?? ThrowValueConversionError(value),
        _ => ThrowValueConversionError(value),
    };

    /// <inheritdoc/>
    public override object? Serialize(object? value) =>
        value is DateTimeOffset time ? Times.Write(time) : value is null ? null : ThrowSerializationError(value);
}

/// <summary>Writes and reads times as every answer has them.</summary>
internal static class Times
{
    public static string Write(DateTimeOffset time) => Instants.Written(time);

    /// <summary>A time with an offset, truncated to microseconds; null where it is none or says no offset.</summary>
    public static DateTimeOffset? Read(string text)
    {
        const DateTimeStyles utc = DateTimeStyles.AdjustToUniversal;
        var hasOffset = text.Length > 10 && (text[^1] is 'Z' or 'z' || text.LastIndexOfAny(['+', '-']) > 10);
        if (!hasOffset || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, utc, out var time))
            return null;
        return time.AddTicks(-(time.UtcTicks % TimeSpan.TicksPerMicrosecond));
    }
}
