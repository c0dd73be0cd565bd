using System.Globalization;
using System.Text.Json;

namespace EventKb.Integration.Tests.Prov;

/// <summary>A PROV-JSON document with its names expanded, and what is wrong with its form.</summary>
internal sealed class ProvDocument
{
    private readonly Dictionary<string, string> _prefixes = [];
    private readonly List<ProvStated> _statements = [];
    private readonly List<string> _faults = [];

    public IReadOnlyDictionary<string, string> Prefixes => _prefixes;

    public IReadOnlyList<ProvStated> Statements => _statements;

    /// <summary>Each begins with the name of the rule that is broken.</summary>
    public IReadOnlyList<string> Faults => _faults;

    public static ProvDocument Parse(string text)
    {
        var document = new ProvDocument();
        var root = JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false }).RootElement;
        foreach (var prefix in root.GetProperty("prefix").EnumerateObject())
            document._prefixes[prefix.Name] = prefix.Value.GetString()!;
        foreach (var section in root.EnumerateObject().Where(section => section.Name != "prefix"))
            if (!ProvForm.Sections.ContainsKey(section.Name))
                document.Fault("section", section.Name);
            else
                foreach (var statement in section.Value.EnumerateObject())
                    document.Read(section.Name, statement);
        return document;
    }

    public static ProvDocument? ParseOrNull(string text)
    {
        try
        {
            return Parse(text);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }

    public IEnumerable<ProvStated> In(string section) => _statements.Where(statement => statement.Section == section);

    private void Read(string section, JsonProperty statement)
    {
        var things = section is "entity" or "activity" or "agent";
        if (!things && !ProvForm.Blank().IsMatch(statement.Name))
            Fault("statement-id", statement.Name);
        var (members, values) = (ProvForm.Sections[section], new Dictionary<string, string>());
        foreach (var missing in members.Where(m => m.Value.Required && !statement.Value.TryGetProperty(m.Key, out _)))
            Fault("member-missing", $"{statement.Name} {missing.Key}");
        foreach (var member in statement.Value.EnumerateObject())
            if (!members.TryGetValue(member.Name, out var known))
                Attribute(section, member);
            else if (member.Value.ValueKind != JsonValueKind.String)
                Fault("member-kind", $"{statement.Name} {member.Name}");
            else
                values[member.Name] = known.Kind == ProvForm.Time ? Time(member.Value.GetString()!) : Expand(member.Value.GetString()!);
        _statements.Add(new ProvStated(section, things ? Expand(statement.Name) : statement.Name, statement.Value, values));
    }

    private void Attribute(string section, JsonProperty attribute)
    {
        if (ProvForm.Bare.Contains(section)
            || (attribute.Name.StartsWith("prov:", StringComparison.Ordinal) && !ProvForm.Attributes.Contains(attribute.Name)))
            Fault("attribute-unknown", $"{section} {attribute.Name}");
        Expand(attribute.Name);
        foreach (var value in attribute.Value.ValueKind == JsonValueKind.Array ? attribute.Value.EnumerateArray().ToList() : [attribute.Value])
        {
            var name = QualifiedValue(value);
            if (name is null && value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False))
                Fault("attribute-value", $"{attribute.Name} {value}");
            if (attribute.Name is "prov:type" or "prov:role" && name is null)
                Fault("type-name", $"{attribute.Name} {value}");
            if (attribute.Name == "prov:type" && name is not null && ProvForm.Types.GetValueOrDefault(name) != section)
                Fault("type-place", $"{section} {name}");
        }
    }

    private string? QualifiedValue(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty("$", out var text) || !value.TryGetProperty("type", out var type)
            || type.GetString() != "prov:QUALIFIED_NAME")
            return null;
        Expand(text.GetString()!);
        return text.GetString();
    }

    private string Time(string text)
    {
        if (!ProvForm.DateTime().IsMatch(text) || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _))
            Fault("time-form", text);
        return text;
    }

    private string Expand(string name)
    {
        var parts = ProvForm.QualifiedName().Match(name);
        if (!parts.Success)
            Fault("qualified-name", name);
        else if (!_prefixes.ContainsKey(parts.Groups["prefix"].Value))
            Fault("prefix-undeclared", name);
        return parts.Success ? _prefixes.GetValueOrDefault(parts.Groups["prefix"].Value) + parts.Groups["local"].Value : name;
    }

    private void Fault(string rule, string where) => _faults.Add($"{rule}: {where}");
}

/// <summary>A statement: its section, its id (of a thing, expanded), all that it says, and of that what PROV-DM defines, expanded.</summary>
internal sealed record ProvStated(string Section, string Id, JsonElement Json, IReadOnlyDictionary<string, string> Values)
{
    public string? this[string member] => Values.GetValueOrDefault($"prov:{member}");

    public DateTimeOffset? Time(string member) =>
        DateTimeOffset.TryParse(this[member], CultureInfo.InvariantCulture, out var time) ? time : null;
}
