using System.Globalization;
using EventKb.Server.GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;

namespace EventKb.Server.GraphQL.Schema;

/// <summary>Scalar <c>Position</c>: a dense ledger position as a string, because a JSON number loses digits in JavaScript.</summary>
internal sealed class PositionGraphType : ScalarGraphType
{
    public PositionGraphType() => Name = "Position";

    /// <inheritdoc/>
    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLNullValue => null,
        GraphQLStringValue text => Positions.Read(text.Value.ToString()) ?? ThrowLiteralConversionError(value),
        GraphQLIntValue number => Positions.Read(number.Value.ToString()) ?? ThrowLiteralConversionError(value),
        _ => ThrowLiteralConversionError(value),
    };

    /// <inheritdoc/>
    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        long position when position >= 0 => position,
        int position when position >= 0 => (long)position,
        string text => Positions.Read(text) ?? ThrowValueConversionError(value),
        _ => ThrowValueConversionError(value),
    };

    /// <inheritdoc/>
    public override object? Serialize(object? value) =>
        value is long position ? position.ToString(CultureInfo.InvariantCulture) : value is null ? null : ThrowSerializationError(value);
}

/// <summary>Reads positions.</summary>
internal static class Positions
{
    public static long? Read(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : null;

    /// <summary>The position that a request's extensions name.</summary>
    public static long Parse(object given) =>
        Read(Convert.ToString(given, CultureInfo.InvariantCulture) ?? "")
            ?? throw new CodedError("INVALID_POSITION", "'extensions.atLeast' is not a ledger position; give it as a string of digits.");
}
