using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace EventKb.Integration.Tests.Forgetting;

/// <summary>Asks a server for everything that its schema lets one ask without knowing anything.</summary>
internal sealed class Questions(HttpClient http)
{
    private const int MostDepth = 2;
    private const string Schema =
        """
        {
          __schema {
            types { name kind fields { name args { name defaultValue type { kind } } type { ...T ofType { ...T ofType { ...T ofType { ...T } } } } } }
          }
        }
        fragment T on __Type { name kind }
        """;

    private Dictionary<string, JsonElement> _types = [];

    /// <summary>Every root list, page by page, with all that stands in its items; the answers as text.</summary>
    public async Task<string> Answers()
    {
        _types = (await Ask(Schema)).GetProperty("data").GetProperty("__schema").GetProperty("types").EnumerateArray()
            .ToDictionary(type => type.GetProperty("name").GetString()!);
        var all = new StringBuilder();
        foreach (var list in _types["Query"].GetProperty("fields").EnumerateArray().Where(IsList))
            foreach (var part in Parts(list))
                await Pages(list.GetProperty("name").GetString()!, part, all);
        return all.ToString();
    }

    /// <summary>Gives a mutation or a query to the server.</summary>
    public async Task<JsonElement> Ask(string query, object? variables = null)
    {
        using var response = await http.PostAsJsonAsync("/graphql", new { query, variables });
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    /// <summary>What is asked of the items, an object at a time, so that no document is larger than the server takes.</summary>
    private IEnumerable<string> Parts(JsonElement list)
    {
        var nodes = Named(_types[Named(list)].GetProperty("fields").EnumerateArray()
            .Single(field => field.GetProperty("name").GetString() == "nodes"));
        var fields = _types[nodes].GetProperty("fields").EnumerateArray().ToLookup(IsPlain,
            field => Field(field, MostDepth, [nodes], isPage: false));
        return [string.Join(' ', fields[true]), .. fields[false].Where(text => text != "")];
    }

    private async Task Pages(string list, string items, StringBuilder into)
    {
        for (string? after = null; ;)
        {
            var answer = await Ask(
                $"query($after: String) {{ {list}(first: 6, after: $after) {{ nodes {{ {items} }} pageInfo {{ hasNextPage endCursor }} }} }}",
                new { after });
            Assert.False(answer.TryGetProperty("errors", out var errors), $"{list} {items}: {errors}");
            into.AppendLine(answer.GetRawText());
            var page = answer.GetProperty("data").GetProperty(list).GetProperty("pageInfo");
            if (!page.GetProperty("hasNextPage").GetBoolean())
                return;
            after = page.GetProperty("endCursor").GetString();
        }
    }

    private bool IsPlain(JsonElement field) => _types[Named(field)].GetProperty("kind").GetString() is "SCALAR" or "ENUM";

    private string Selection(string type, int depth, IReadOnlyList<string> above)
    {
        var isPage = type.EndsWith("Connection", StringComparison.Ordinal);
        var fields = _types[type].GetProperty("fields").EnumerateArray().Select(field => Field(field, depth, [.. above, type], isPage));
        return $"{{ __typename {string.Join(' ', fields)} }}";
    }

    private string Field(JsonElement field, int depth, IReadOnlyList<string> above, bool isPage)
    {
        var (name, type) = (field.GetProperty("name").GetString(), Named(field));
        if (IsPlain(field))
            return Requires(field) is [] ? name! : "";
        if (isPage ? name != "nodes" : depth == 0 || above.Contains(type) || Requires(field) is not ([] or ["first"]))
            return "";
        var selection = Selection(type, isPage ? depth : depth - 1, above);
        return selection == "{ __typename  }" ? "" : $"{name}{(Requires(field) is [] ? "" : "(first: 3)")} {selection}";
    }

    private static bool IsList(JsonElement field) => Requires(field) is ["first"];

    private static List<string> Requires(JsonElement field) =>
        [.. field.GetProperty("args").EnumerateArray()
            .Where(argument => argument.GetProperty("type").GetProperty("kind").GetString() == "NON_NULL"
                && argument.GetProperty("defaultValue").ValueKind == JsonValueKind.Null)
            .Select(argument => argument.GetProperty("name").GetString()!)];

    /// <summary>The type beneath lists and non-nulls.</summary>
    private static string Named(JsonElement field)
    {
        var type = field.GetProperty("type");
        while (type.TryGetProperty("ofType", out var inner) && inner.ValueKind == JsonValueKind.Object)
            type = inner;
        return type.GetProperty("name").GetString()!;
    }
}
