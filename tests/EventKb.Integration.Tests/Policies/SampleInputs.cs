using System.Text.Json;
using EventKb.Integration.Tests.GraphQL;
using EventKb.Server.GraphQL.Mutations;

namespace EventKb.Integration.Tests.Policies;

/// <summary>The least that each mutation takes, as the schema says it: read, and then refused or taken.</summary>
internal sealed class SampleInputs(IReadOnlyDictionary<string, JsonElement> types, string person)
{
    private const string Introspection =
        """
        {
          __schema { types { name kind enumValues { name }
            inputFields { name type { ...T ofType { ...T ofType { ...T ofType { ...T } } } } } } }
        }
        fragment T on __Type { name kind }
        """;

    /// <summary>Types of the schema by their names.</summary>
    public static async Task<IReadOnlyDictionary<string, JsonElement>> Schema(RunningServer server) =>
        (await server.Data(Introspection)).GetProperty("__schema").GetProperty("types").EnumerateArray()
            .ToDictionary(type => type.GetProperty("name").GetString()!);

    /// <summary>An input of a mutation.</summary>
    public object Of(MutationDefinition mutation)
    {
        var input = Filled($"{mutation.TypeName}Input");
        if (input.ContainsKey("id"))
            input["id"] = $"ROLE/{mutation.Category}/none";
        if (mutation.Name == "assignDuty") // The first duty is that of a portfolio's owner.
            input["subject"] = "ROLE";
        if (mutation.NeedsReason)
            input["reasonCode"] = "other";
        return input;
    }

    private Dictionary<string, object> Filled(string type) => types[type].GetProperty("inputFields").EnumerateArray()
        .Where(field => field.GetProperty("type").GetProperty("kind").GetString() == "NON_NULL")
        .ToDictionary(field => field.GetProperty("name").GetString()!, field => Value(field.GetProperty("name").GetString()!, field.GetProperty("type")));

    private object Value(string field, JsonElement type) => type.GetProperty("kind").GetString() switch
    {
        "NON_NULL" => Value(field, type.GetProperty("ofType")),
        "LIST" => new[] { Value(field, type.GetProperty("ofType")) },
        "ENUM" => types[type.GetProperty("name").GetString()!].GetProperty("enumValues")[0].GetProperty("name").GetString()!,
        "INPUT_OBJECT" => Filled(type.GetProperty("name").GetString()!),
        _ => type.GetProperty("name").GetString() switch
        {
            "Int" => 1,
            "Float" => 1.0,
            "Boolean" => true,
            "Date" => "2026-01-01",
            "DateTime" => "2026-01-01T00:00:00Z",
            "Position" => "1",
            "ID" => field is "holder" or "deputy" or "person" or "member" or "responsible" or "held" or "stream" ? person : EveryRole.Service,
            _ => field.Contains("nstitution", StringComparison.Ordinal) || field is "into" or "by" ? "ROLE" : "x",
        },
    };
}
