using System.Globalization;
using System.Text.Json;
using EventKb.Domain;

namespace EventKb.Server.Export;

/// <summary>One statement of a section of PROV-JSON; what has no value is left out.</summary>
internal sealed record ProvStatement(string Id, params (string Name, string? Value)[] Attributes)
{
    /// <summary>A number as an attribute.</summary>
    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A time as an attribute.</summary>
    public static string Text(DateTimeOffset time) => Instants.Written(time);

    /// <summary>Writes it as a member of its section.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject(Id);
        foreach (var (name, value) in Attributes)
            if (value is not null)
                Write(json, name, value);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, string value)
    {
        // As a plain string it would be a text, no name of the vocabulary.
        if (name is not ("prov:type" or "prov:role"))
        {
            json.WriteString(name, value);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("$", value);
        json.WriteString("type", "prov:QUALIFIED_NAME");
        json.WriteEndObject();
    }
}
