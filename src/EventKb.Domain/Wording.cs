using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace EventKb.Domain;

/// <summary>A message in English: a format with numbered placeholders and what stands in their places, so that it can be translated.</summary>
/// <remarks>The compiler makes one of an interpolated string; of a string it is made without placeholders.</remarks>
[InterpolatedStringHandler]
public sealed class Wording : IEquatable<Wording>
{
    private readonly StringBuilder _format;
    private readonly List<object> _arguments;

    /// <summary>An empty message, to which the compiler appends the parts of an interpolated string.</summary>
    public Wording(int literalLength, int formattedCount) =>
        (_format, _arguments) = (new StringBuilder(literalLength + (4 * formattedCount)), new List<object>(formattedCount));

    /// <summary>The English format.</summary>
    public string Format => _format.ToString();

    /// <summary>What stands in the places: texts, and messages that are translated themselves.</summary>
    public IReadOnlyList<object> Arguments => _arguments;

    /// <summary>A message without placeholders.</summary>
    public static implicit operator Wording(string text)
    {
        var wording = new Wording(text.Length, 0);
        wording.AppendLiteral(text);
        return wording;
    }

    /// <summary>Adds text as it stands.</summary>
    public void AppendLiteral(string text) =>
        _format.Append(text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));

    /// <summary>Adds a placeholder for a value; times and enums have the form that they have in exports.</summary>
    public void AppendFormatted<T>(T value) => Place(value switch
    {
        Wording part => (object)part,
        DateTimeOffset time => Instants.Written(time),
        Enum word => Codes.Code(word),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    });

    /// <summary>Adds a placeholder for a value that is written in a given way.</summary>
    public void AppendFormatted<T>(T value, string format) => Place((value as IFormattable)?.ToString(format, CultureInfo.InvariantCulture));

    /// <summary>The message in the language into which the formats are translated.</summary>
    public string In(Func<string, string> translate) => string.Format(CultureInfo.InvariantCulture, translate(Format),
        [.. _arguments.Select(argument => argument is Wording part ? part.In(translate) : argument)]);

    /// <inheritdoc/>
    public override string ToString() => In(format => format);

    /// <inheritdoc/>
    public bool Equals(Wording? other) => other is not null && Format == other.Format && _arguments.SequenceEqual(other._arguments);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Wording);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    private void Place(object? argument)
    {
        _format.Append('{').Append(_arguments.Count).Append('}');
        _arguments.Add(argument ?? "");
    }
}
