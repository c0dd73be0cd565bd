using System.Text.Json;
using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Integration.Tests.SignIn;
using EventKb.Ledger;

namespace EventKb.Integration.Tests.Policies;

/// <summary>People who act are judged by the duties that the ledger knew when they acted, and their entries say by which.</summary>
public sealed class JudgingWhoActs(SignedInServer server) : IClassFixture<SignedInServer>
{
    [Fact]
    public async Task A_duty_that_passes_on_takes_what_the_old_holder_might_and_corrections_change_no_verdict()
    {
        server.SignIn("anna");
        var service = await Service("passes");
        var assigned = await server.Hold("SERVICE_OWNER", service, server.People["berta"]);
        var article = await Article(service);
        server.SignIn("berta");
        var before = await server.Mutate("reviseArticle", new { id = article, title = "t", body = "by the owner" });
        Assert.Null(SignedInServer.Code(before));

        server.SignIn("anna");
        var passed = await server.Mutate("transferDuty", new
        {
            id = assigned,
            fromTerm = 1,
            holder = server.People["disabled"],
            holderInstitution = "SIGN",
            on = Today,
            basis = new { order = "2", date = "2026-01-01" },
        });
        Assert.Null(SignedInServer.Code(passed));
        server.SignIn("berta");
        var refused = await server.Send("reviseArticle", new { id = article, title = "t", body = "no longer" });
        Assert.Equal("FORBIDDEN", SignedInServer.Code(refused));
        Assert.Equal(JsonValueKind.Null, refused.GetProperty("errors")[0].GetProperty("currentVersion").ValueKind);
        server.SignIn("disabled");
        Assert.Null(SignedInServer.Code(await server.Mutate("reviseArticle", new { id = article, title = "t", body = "by the new one" })));

        // What is said later of the days before makes nobody's old act unlawful.
        server.SignIn("anna");
        Assert.Null(SignedInServer.Code(await server.Mutate("correctDutyTerm", new
        {
            id = assigned,
            term = 1,
            holder = server.People["anna"],
            holderInstitution = "SIGN",
            from = "2026-01-01",
            until = Today,
            basis = new { order = "3", date = "2026-01-01" },
            reasonCode = "other",
        })));
        Assert.Equal([$"1/service-portfolio-owner {Portfolio}", $"1/service-portfolio-owner {Portfolio}", $"1/service-owner {assigned}", $"1/service-owner {assigned}"],
            await Verdicts(article));
        Assert.Equal([$"then True 1/service-owner {assigned}", "corrected False  FORBIDDEN", "now False  FORBIDDEN"],
            await Permissions(before.GetProperty("position").GetString()!, article));
        Assert.Equal(["berta", "anna"], await HoldersAsOf(before.GetProperty("position").GetString()!, assigned));
    }

    [Fact]
    public async Task A_deputy_names_whom_they_stand_in_for_and_a_duty_that_is_not_held_is_refused_with_what_is()
    {
        server.SignIn("anna");
        var service = await Service("deputy");
        var assigned = await server.Hold("SERVICE_OWNER", service, server.People["disabled"]);
        await server.Mutate("appointDeputy", new
        {
            id = assigned,
            deputy = server.People["berta"],
            from = "2026-01-01",
            powers = Array.Empty<string>(),
            acting = true,
            basis = new { order = "2", date = "2026-01-01" },
        });
        var article = await Article(service);
        server.SignIn("berta");
        var revision = new { id = article, title = "t", body = "stands in" };
        Assert.Equal("FORBIDDEN", SignedInServer.Code(await server.Send("reviseArticle", revision)));
        var wrong = await server.Send("reviseArticle", new { revision.id, revision.title, revision.body, actingDuty = "SERVICE_OWNER" });
        Assert.Equal("DUTY_NOT_HELD", SignedInServer.Code(wrong));
        Assert.Contains($"service-owner {service} ({server.People["disabled"]})", wrong.ToString(), StringComparison.Ordinal);
        Assert.Equal("DUTY_NOT_HELD", SignedInServer.Code(await server.Send("reviseArticle",
            new { revision.id, revision.title, revision.body, onBehalfOf = server.People["anna"] })));
        Assert.Null(SignedInServer.Code(await server.Mutate("reviseArticle",
            new { revision.id, revision.title, revision.body, onBehalfOf = server.People["disabled"], actingDuty = "SERVICE_OWNER" })));
        Assert.Equal($"1/service-owner {assigned}", (await Verdicts(article))[^1]);
    }

    [Fact]
    public async Task Who_loses_a_duty_while_their_command_waits_to_be_written_is_judged_again()
    {
        server.SignIn("anna");
        var service = await Service("race");
        var assigned = await server.Hold("SERVICE_OWNER", service, server.People["berta"]);
        var article = StreamId.Of(await Article(service));
        var (ledger, order) = (server.App.Ledger, new WriteOrder());
        var (before, turn) = (order.Next(), order.Next());
        var (id, now) = (CommandId.From("race"), ledger.Time.GetUtcNow());
        var revise = new KnowledgeArticleCommand.Revise(new Content { Title = "t", Body = "too late" });
        var revising = ledger.Gateway.Send(article, [(revise, new CommandContext(id, now, now, new(server.People["berta"]), new("SIGN"), Via.Api, "c", "c"))], turn);
        // Time enough to be judged and to wait for its turn; were it too short, the first judgement would refuse it.
        await Task.Delay(200);
        Assert.Null(SignedInServer.Code(await server.Mutate("endDutyTerm", new { id = assigned, term = 1, on = Today, reasonCode = "other" })));
        before.End();

        Assert.Equal("FORBIDDEN", Assert.IsType<CommandOutcome.Refused>(Assert.Single(await revising)).Rejection.Code);
    }

    private static string Today => DateTimeOffset.UtcNow.AddHours(-1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Portfolio => Domain.Ownership.OwnershipAssignment.StreamOf(new("SIGN"), Domain.Duty.ServicePortfolioOwner, "SIGN").Text;

    private async Task<string> Service(string code) => (await server.Mutate("registerCatalogueEntry",
        new { institution = "SIGN", kind = "SERVICE", code, name = code, from = "2025-01-01" }, "entry { id }")).GetProperty("entry").GetProperty("id").GetString()!;

    private async Task<string> Article(string service)
    {
        var id = await server.Draft("Printing", "SIGN");
        Assert.Null(SignedInServer.Code(await server.Mutate("setArticleAccountability", new { id, subject = service })));
        return id;
    }

    private async Task<List<string>> Verdicts(string stream) => [.. (await server.Data(
        "query($stream: ID) { auditTrail(first: 20, filter: {stream: $stream}) { nodes { policy authorisedById } } }", new { stream }))
        .GetProperty("auditTrail").GetProperty("nodes").EnumerateArray()
        .Select(entry => $"{entry.GetProperty("policy").GetString()} {entry.GetProperty("authorisedById").GetString()}")];

    /// <summary>Whether Berta might revise an article: as known then, as is known now of that day, and today.</summary>
    private async Task<List<string>> Permissions(string position, string article)
    {
        const string Asked = "permission(action: ACCUMULATE, subject: $article, person: $person) { allowed rule code authorisedById }";
        var answers = await server.Data($"query($at: Position!, $day: DateTime!, $article: ID!, $person: ID!) {{ then: asOf(position: $at) {{ {Asked} }} "
            + $"corrected: asOf(valid: $day) {{ {Asked} }} now: {Asked} }}",
            new { at = position, day = "2026-02-01T12:00:00Z", article, person = server.People["berta"] });
        return [.. new[] { "then", "corrected", "now" }.Select(when => (When: when, Answer: answers.GetProperty(when)))
            .Select(one => (one.When, Answer: one.Answer.TryGetProperty("permission", out var below) ? below : one.Answer))
            .Select(one => $"{one.When} {one.Answer.GetProperty("allowed").GetBoolean()} {one.Answer.GetProperty("rule").GetString()} "
                + (one.Answer.GetProperty("code").GetString() ?? one.Answer.GetProperty("authorisedById").GetString()))];
    }

    /// <summary>Who held the first term as it was known then and as it is known now.</summary>
    private async Task<List<string?>> HoldersAsOf(string position, string id)
    {
        var known = await server.Data("query($at: Position!, $id: ID!) { then: asOf(position: $at) { node(id: $id) { ...T } } node(id: $id) { ...T } } "
            + "fragment T on OwnershipAssignment { terms { holder { name } } }", new { at = position, id });
        return [.. new[] { known.GetProperty("then").GetProperty("node"), known.GetProperty("node") }
            .Select(node => node.GetProperty("terms")[0].GetProperty("holder").GetProperty("name").GetString())];
    }
}
