using System.Text.Json;
using EventKb.Integration.Tests.GraphQL;

namespace EventKb.Integration.Tests.ServiceRecords;

/// <summary>Records that are reported over GraphQL and asked for, now and as of then.</summary>
public sealed class AskingForRecords(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Title = "Sistēma nesāk darbu";
    private const string At = "2026-02-03T10:00:00Z";

    [Fact]
    public async Task Says_what_was_reported_now_and_then()
    {
        var (service, _) = await Catalogue("AFIRST");
        var id = await Report("AFIRST", "INC1", new { state = "New", priority = 3, service, openedAt = At }, Title);
        var then = await Position();
        await Report("AFIRST", "INC1", new { state = "Closed", phase = "CLOSED", priority = 2, service, openedAt = At, closedAt = At });

        var fields = "version state phase priority title closedAt service { code } number institution { code } problem { number } row";
        var data = await server.Data(
            $$"""
            query($id: ID!, $then: Position!) {
                serviceRecord(id: $id) { {{fields}} }
                asOf(position: $then) {
                    serviceRecord(source: { institution: "AFIRST", kind: INCIDENT, number: "INC1" }) { {{fields}} }
                }
            }
            """,
            new { id, then });

        Assert.Equal(
            $$"""{"version":3,"state":"Closed","phase":"CLOSED","priority":2,"title":"{{Title}}","closedAt":"2026-02-03T10:00:00.000000Z","service":{"code":"S1"},"number":"INC1","institution":{"code":"AFIRST"},"problem":null,"row":null}""",
            Written(data.GetProperty("serviceRecord")));
        Assert.Equal(
            $$"""{"version":2,"state":"New","phase":"OPEN","priority":3,"title":"{{Title}}","closedAt":null,"service":{"code":"S1"},"number":"INC1","institution":{"code":"AFIRST"},"problem":null,"row":null}""",
            Written(data.GetProperty("asOf").GetProperty("serviceRecord")));
    }

    [Fact]
    public async Task Are_narrowed_by_each_of_their_facts()
    {
        var (service, resource) = await Catalogue("FILTERS");
        var assignee = await server.Person("FILTERS");
        var problem = await Report("FILTERS", "PRB1", new { state = "Open" }, kind: "PROBLEM");
        var change = await Report("FILTERS", "CHG1", new { state = "Open" }, kind: "CHANGE_REQUEST");
        var whole = await Report("FILTERS", "INC0", new { state = "Open" });
        await Report("FILTERS", "INC1", new
        {
            state = "Closed",
            phase = "CLOSED",
            deviation = "INTERRUPTION",
            service,
            resource,
            priority = 1,
            major = true,
            openedAt = At,
            restoredAt = At,
            resolvedAt = At,
            closedAt = At,
            supportLevel = 2,
            supportChannel = "PHONE",
            group = "Tīkli",
            assignee,
            problem,
            causedByChange = change,
            resolvedByChange = change,
            parent = whole,
            duplicateOf = whole,
        });

        string[] filters =
        [
            "number: \"INC1\"", "state: \"Closed\"", "phase: CLOSED", "open: false", "deviation: INTERRUPTION", $"service: \"{service}\"",
            $"resource: \"{resource}\"", "classified: true", "group: \"Tīkli\"", $"assignee: \"{assignee}\"", "priority: 1", "major: true", "supportLevel: 2",
            "supportChannel: PHONE", $"problem: \"{problem}\"", $"causedByChange: \"{change}\"", $"resolvedByChange: \"{change}\"",
            $"parent: \"{whole}\"", $"duplicateOf: \"{whole}\"", $"openedFrom: \"{At}\"", "openedBefore: \"2027-01-01T00:00:00Z\"",
            $"restoredFrom: \"{At}\"", "restoredBefore: \"2027-01-01T00:00:00Z\"", $"resolvedFrom: \"{At}\"",
            "resolvedBefore: \"2027-01-01T00:00:00Z\"", $"closedFrom: \"{At}\"", "closedBefore: \"2027-01-01T00:00:00Z\"",
        ];
        foreach (var filter in filters)
            Assert.Equal((filter, "INC1"), (filter, await Numbers(filter)));
        Assert.Equal("PRB1,CHG1,INC0", await Numbers("open: true"));
        Assert.Equal("PRB1,CHG1,INC0", await Numbers("classified: false"));
        Assert.Equal("PRB1,CHG1,INC0", await Numbers("major: false"));
        Assert.Equal("CHG1", await Numbers("kind: CHANGE_REQUEST"));
        Assert.Equal("", await Numbers($"openedBefore: \"{At}\""));
        Assert.Equal("INC1", string.Join(',', (await server.Data($$"""{ serviceRecord(id: "{{whole}}") { parts(first: 9) { nodes { number } } } }"""))
            .GetProperty("serviceRecord").GetProperty("parts").GetProperty("nodes").EnumerateArray().Select(Number)));
    }

    [Fact]
    public async Task Are_refused_where_they_name_what_is_not_there()
    {
        await Catalogue("BAD");
        var incident = await Report("BAD", "INC1", new { state = "New" });
        Assert.Equal(("WRONG_RECORD_KIND", "facts.problem"), await Refused("BAD", new { problem = incident }));
        Assert.Equal(("UNKNOWN_REFERENCE", "facts.problem"), await Refused("BAD", new { problem = "BAD/service-record/none" }));
        Assert.Equal(("UNKNOWN_REFERENCE", "facts.service"), await Refused("BAD", new { service = "BAD/catalogue-entry/none" }));
        Assert.Equal(("INVALID_INPUT", "priority"), await Refused("BAD", new { priority = 9 }));
    }

    private async Task<(string, string)> Refused(string institution, object facts)
    {
        var payload = await server.Mutate("reportServiceRecord", new { institution, kind = "INCIDENT", number = "INC2", facts }, "record { id }");
        var error = payload.GetProperty("errors")[0];
        return (error.GetProperty("code").GetString()!, error.GetProperty("field").GetString()!);
    }

    private async Task<string> Numbers(string filter) => string.Join(',',
        (await server.Data($"{{ serviceRecords(first: 9, filter: {{ institution: \"FILTERS\", {filter} }}) {{ totalCount nodes {{ number }} }} }}"))
        .GetProperty("serviceRecords").GetProperty("nodes").EnumerateArray().Select(Number));

    private static string? Number(JsonElement record) => record.GetProperty("number").GetString();

    private static string Written(JsonElement record) => record.GetRawText().Replace("\n", "", StringComparison.Ordinal);

    private async Task<long> Position() =>
        long.Parse((await server.Data("{ ledger { size } }")).GetProperty("ledger").GetProperty("size").GetString()!,
            System.Globalization.CultureInfo.InvariantCulture);

    private async Task<(string Service, string Resource)> Catalogue(string institution)
    {
        await server.Mutate("registerInstitution", new { institution, name = institution, from = "2025-01-01" }, "institution { id }");
        return (await Entry(institution, "SERVICE", "S1"), await Entry(institution, "RESOURCE", "R1"));
    }

    private async Task<string> Entry(string institution, string kind, string code) => (await server.Mutate("registerCatalogueEntry",
        new { institution, kind, code, name = code, from = "2025-01-01" }, "entry { id }")).GetProperty("entry").GetProperty("id").GetString()!;

    private async Task<string> Report(string institution, string number, object facts, string? title = null, string kind = "INCIDENT") =>
        (await server.Mutate("reportServiceRecord", new { institution, kind, number, facts, title }, "record { id }")).GetProperty("record")
            .GetProperty("id").GetString()!;
}
