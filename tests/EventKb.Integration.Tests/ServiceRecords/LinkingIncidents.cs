using System.Text.Json;
using EventKb.Integration.Tests.GraphQL;

namespace EventKb.Integration.Tests.ServiceRecords;

/// <summary>Links of incidents and problems over GraphQL, within an institution and across two.</summary>
public sealed class LinkingIncidents(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Shown =
        """
        id version state rule confidence explanation incident { number institution { code } service { code } record { title } } problem { number }
        last { state reasonCode reason institution { code } person { name } via }
        """;

    [Fact]
    public async Task Is_proposed_by_a_rule_and_rejected_with_a_reason_then_and_now()
    {
        var (incident, problem) = (await Report("LINKA", "INC1", "INCIDENT", "Nedarbojas karte"), await Report("LINKA", "PRB1", "PROBLEM"));
        var link = await Propose(new { incident, problem, rule = "same-resource", confidence = 0.75, explanation = "Tas pats resurss" });
        var then = await Position();
        var rejected = await server.Mutate("rejectIncidentProblemLink", new { id = link, reasonCode = "other-cause", reason = "Cits cēlonis" },
            $"link {{ {Shown} }}");

        Assert.Equal(0, rejected.GetProperty("errors").GetArrayLength());
        var now = rejected.GetProperty("link");
        Assert.Equal(("REJECTED", "other-cause", "Cits cēlonis", "LINKA"), (Text(now, "state"), Text(now, "last", "reasonCode"),
            Text(now, "last", "reason"), Text(now, "last", "institution", "code")));
        Assert.Equal(("INC1", "S1", "Nedarbojas karte", "PRB1"), (Text(now, "incident", "number"), Text(now, "incident", "service", "code"),
            Text(now, "incident", "record", "title"), Text(now, "problem", "number")));
        var data = await server.Data(
            $$"""
            query($then: Position!, $incident: ID!, $problem: ID!) {
                asOf(position: $then) { incidentProblemLinks(first: 2, filter: { incident: $incident }) { totalCount nodes { {{Shown}} } } }
                serviceRecord(id: $problem) {
                    incidentLinks(first: 5, state: [REJECTED]) { totalCount nodes { steps(first: 5) { totalCount nodes { state } } } }
                    problemLinks(first: 5) { totalCount }
                }
                problems: serviceRecord(id: $incident) { problemLinks(first: 5) { nodes { problem { number } } } }
            }
            """, new { then, incident, problem });
        var before = data.GetProperty("asOf").GetProperty("incidentProblemLinks").GetProperty("nodes")[0];
        Assert.Equal(("PROPOSED", "same-resource", 0.75, "Tas pats resurss"), (Text(before, "state"), Text(before, "rule"),
            before.GetProperty("confidence").GetDouble(), Text(before, "explanation")));
        var links = data.GetProperty("serviceRecord").GetProperty("incidentLinks");
        Assert.Equal("PROPOSED,REJECTED", string.Join(',', links.GetProperty("nodes")[0].GetProperty("steps").GetProperty("nodes").EnumerateArray()
            .Select(step => Text(step, "state"))));
        Assert.Equal(0, data.GetProperty("serviceRecord").GetProperty("problemLinks").GetProperty("totalCount").GetInt32());
        Assert.Equal("PRB1", Text(data.GetProperty("problems").GetProperty("problemLinks").GetProperty("nodes")[0], "problem", "number"));
    }

    [Fact]
    public async Task Is_answered_across_institutions_by_the_problems_side_alone()
    {
        var (incident, problem) = (await Report("LINKB", "INC1", "INCIDENT"), await Report("LINKC", "PRB1", "PROBLEM"));
        var link = await Propose(new { incident, problem, explanation = "Centra serveris" });

        Assert.Equal("WRONG_SIDE", await Code("confirmIncidentProblemLink", new { id = link }));
        Assert.Equal("SAME_PERSON", await Code("confirmIncidentProblemLink", new { id = link, actingInstitution = "LINKC" }));
        Assert.Equal("WRONG_SIDE", await Code("withdrawIncidentProblemLink", new { id = link, actingInstitution = "LINKC", reasonCode = "x" }));
        Assert.Equal("INVALID_INPUT", await Code("rejectIncidentProblemLink", new { id = link, actingInstitution = "?", reasonCode = "x" }));
        var payload = await server.Mutate("rejectIncidentProblemLink", new { id = link, actingInstitution = "LINKC", reasonCode = "x" },
            "link { state last { institution { code } } }");
        Assert.Equal(("REJECTED", "LINKC"), (Text(payload, "link", "state"), Text(payload, "link", "last", "institution", "code")));
        Assert.Equal(1, await Count("acrossInstitutions: true, institution: \"LINKC\""));
        Assert.Equal(0, await Count("acrossInstitutions: false, institution: \"LINKC\""));
        Assert.Equal(0, await Count("confirmed: true, institution: \"LINKB\""));
        Assert.Equal(1, await Count("confirmed: false, state: [REJECTED, WITHDRAWN], institution: \"LINKB\""));
    }

    [Fact]
    public async Task Is_refused_where_it_joins_what_is_no_incident_and_no_problem()
    {
        var (one, other) = (await Report("LINKD", "INC1", "INCIDENT"), await Report("LINKD", "INC2", "INCIDENT"));
        var problem = await Report("LINKD", "PRB1", "PROBLEM");
        Assert.Equal("WRONG_RECORD_KIND", await Code("proposeIncidentProblemLink", new { incident = one, problem = other }));
        Assert.Equal("WRONG_RECORD_KIND", await Code("proposeIncidentProblemLink", new { incident = problem, problem }));
        Assert.Equal("UNKNOWN_REFERENCE", await Code("proposeIncidentProblemLink", new { incident = one, problem = "LINKD/service-record/none" }));
        Assert.Equal("INVALID_INPUT", await Code("proposeIncidentProblemLink", new { incident = one, problem, rule = "r" }));
        Assert.Equal("INVALID_INPUT", await Code("proposeIncidentProblemLink", new { incident = "no id", problem }));
    }

    private async Task<int> Count(string filter) => (await server.Data(
        $"{{ incidentProblemLinks(first: 1, filter: {{ {filter} }}) {{ totalCount }} }}")).GetProperty("incidentProblemLinks")
        .GetProperty("totalCount").GetInt32();

    private async Task<string> Code(string mutation, object input) =>
        Text((await server.Mutate(mutation, input)).GetProperty("errors")[0], "code")!;

    private async Task<string> Propose(object input) =>
        Text(await server.Mutate("proposeIncidentProblemLink", input, "link { id }"), "link", "id")!;

    private static string? Text(JsonElement of, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            of = of.GetProperty(name);
        return of.GetString();
    }

    private async Task<string> Position() => Text(await server.Data("{ ledger { size } }"), "ledger", "size")!;

    private async Task<string> Report(string institution, string number, string kind, string? title = null)
    {
        var service = Text(await server.Mutate("registerCatalogueEntry",
            new { institution, kind = "SERVICE", code = "S1", name = "S1", from = "2025-01-01" }, "entry { id }"), "entry", "id");
        return Text(await server.Mutate("reportServiceRecord",
            new { institution, kind, number, facts = new { state = "New", service }, title }, "record { id }"), "record", "id")!;
    }
}
