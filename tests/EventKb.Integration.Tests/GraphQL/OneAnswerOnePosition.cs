using System.Text.Json;

namespace EventKb.Integration.Tests.GraphQL;

/// <summary>
/// While others write, every root field is asked, by itself, beside others and page by page, with and without <c>asOf</c>: what
/// was answered once at a position is answered there for ever, byte by byte.
/// </summary>
public sealed class OneAnswerOnePosition : RunningServer
{
    private const int Rounds = 2;
    private readonly KnowledgeWriter _writer;
    private int _asked;

    public OneAnswerOnePosition() => _writer = new KnowledgeWriter(this);

    /// <summary>A question of each root field; where it makes pages, <c>$page</c> stands for their arguments.</summary>
    private static Dictionary<string, string> Samples { get; } = new()
    {
        ["article"] = "article(id: $id) { title state version position flags { number comment } "
            + $"latest {{ number body person {{ name }} }} revisions($page) {Pages("number title")} }}",
        ["articleTemplates"] = "articleTemplates(institution: \"ONE\") { name kind required sections { name label } }",
        ["articles"] = $"articles($page) {Pages("id version title")}",
        ["auditTrail"] = "auditTrail($page, orderBy: OCCURRED_AT_DESC, filter: {institution: \"ONE\"}) "
            + Pages("position type occurredAt person { name }"),
        ["catalogue"] = $"catalogue($page) {Pages("id version name")}",
        ["citations"] = $"citations($page) {Pages("id version outcome")}",
        ["controls"] = $"controls($page) {Pages("id version")}",
        ["gaps"] = $"gaps($page) {Pages("kind subjectId from days")}",
        ["impact"] = $"impact(of: $id) {{ counts {{ kind count }} items($page) {Pages("kind thingId")} }}",
        ["knownErrors"] = $"knownErrors($page) {Pages("id version status")}",
        ["incidentProblemLinks"] = $"incidentProblemLinks($page) {Pages("id version state")}",
        ["knowledgeSources"] = $"knowledgeSources($page) {Pages("id version")}",
        ["ledger"] = "ledger { origin size rootHash recordedAt }",
        ["lineage"] = "lineage(of: $id, direction: BOTH, $page) { root truncated totalCount nodes { id revision title } "
            + "edges { cursor from derived node { id number } } pageInfo { hasNextPage endCursor } }",
        ["node"] = $"node(id: $id) {{ id ... on Article {{ version title auditTrail($page) {Pages("position")} }} }}",
        ["glassBreaks"] = $"glassBreaks($page) {Pages("position until reason")}",
        ["legalHolds"] = $"legalHolds($page) {Pages("id version heldId")}",
        ["personReport"] = $"personReport(person: \"ONE/person/none\", words: [\"text\"], $page) {Pages("position roles passages { field text }")}",
        ["persons"] = $"persons($page) {Pages("id version name kind")}",
        // No part of the ledger, so it has no position: what is asked here never comes.
        ["refusals"] = $"refusals(filter: {{code: \"NEVER\"}}, $page) {Pages("code times")}",
        ["ownerships"] = $"ownerships($page) {Pages("id version")}",
        ["permission"] = "permission(action: CONTROL, subject: $id, person: \"ONE/person/none\") { allowed rule authorisedById code }",
        ["policyRules"] = "policyRules { name duty right actions }",
        ["processes"] = $"processes($page) {Pages("id version")}",
        ["serviceRecord"] = "serviceRecord(source: {institution: \"ONE\", kind: INCIDENT, number: \"I1\"}) { id version state }",
        ["serviceRecords"] = $"serviceRecords($page) {Pages("id version state")}",
    };

    private static string Pages(string node) =>
        $"{{ totalCount edges {{ cursor node {{ {node} }} }} pageInfo {{ hasNextPage endCursor }} }}";

    [Fact]
    public async Task Every_root_field_has_a_question_here()
    {
        var schema = (await Data("{ __schema { queryType { fields { name } } } }")).GetProperty("__schema");
        var fields = schema.GetProperty("queryType").GetProperty("fields").EnumerateArray();
        Assert.Equal(Samples.Keys.Append("asOf").Order(), fields.Select(field => field.GetProperty("name").GetString()!).Order());
    }

    [Fact]
    public async Task What_was_answered_at_a_position_is_answered_there_for_ever()
    {
        var id = await _writer.Begin();
        var answers = new List<(string Question, object Variables, string Answer)>();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var fields in Samples.Keys.Chunk(6))
                await AskTogether(id, fields, answers);
            foreach (var field in Samples.Keys.Where(field => Samples[field].Contains("$page", StringComparison.Ordinal)))
                await AskPages(id, field, answers);
        }

        foreach (var (question, variables, answer) in answers)
            Assert.Equal(answer, (await Data(question, variables)).GetProperty("asOf").GetRawText());
    }

    /// <summary>Several fields at once are of one position, and say there what each says alone.</summary>
    private async Task AskTogether(string id, string[] fields, List<(string, object, string)> answers)
    {
        var answer = await AskWhileWriting(Question(string.Join(' ', fields.Select(Text))), new { id }, often: 1);
        var data = answer.GetProperty("data");
        var (position, valid) = Assert.Single(fields.Select(field => ViewOf(answer, field)).Distinct());
        foreach (var field in fields)
        {
            var pinned = new { id, position, valid };
            var alone = (await AskWhileWriting(AsOf(Text(field), moment: true), pinned)).GetProperty("data").GetProperty("asOf");
            Assert.Equal(data.GetProperty(field).GetRawText(), alone.GetProperty(field).GetRawText());
            answers.Add((AsOf(Text(field), moment: true), pinned, alone.GetRawText()));
        }

        if (data.TryGetProperty("ledger", out var ledger))
            Assert.Equal(position, ledger.GetProperty("size").GetString());
    }

    /// <summary>Pages that follow one another are one view: the same pages under <c>asOf</c> of its position.</summary>
    private async Task AskPages(string id, string field, List<(string, object, string)> answers)
    {
        var (position, pages) = ("", new List<string>());
        for (string? after = null; pages.Count == 0 || after is not null;)
        {
            var answer = await AskWhileWriting(Question(Text(field)), new { id, after });
            if (pages.Count == 0)
                (position, _) = ViewOf(answer, field);
            pages.Add(Page(answer.GetProperty("data"), ref after));
        }

        var asOf = AsOf(Text(field), moment: false);
        var again = 0;
        for (string? after = null; again == 0 || after is not null; again++)
        {
            var variables = new { id, position, after };
            var answer = (await AskWhileWriting(asOf, variables)).GetProperty("data").GetProperty("asOf");
            if (after is not null)
                answers.Add((asOf, variables, answer.GetRawText()));
            Assert.Equal(Bare(pages[again]), Bare(Page(answer, ref after)));
        }

        Assert.Equal(pages.Count, again);
    }

    private async Task<JsonElement> AskWhileWriting(string question, object variables, int often = 4)
    {
        var writing = ++_asked % often == 0 ? _writer.Write(_asked) : Task.CompletedTask;
        var answer = await Ask(question, variables);
        await writing;
        Assert.False(answer.TryGetProperty("errors", out var errors), $"{question}: {errors}");
        return answer;
    }

    private static string Text(string field) =>
        Samples[field].Replace("$page", "first: 2, after: $after", StringComparison.Ordinal);

    private static string AsOf(string fields, bool moment) =>
        Question($"asOf(position: $position{(moment ? ", valid: $valid" : "")}) {{ {fields} }}");

    /// <summary>A variable that is declared and not used is refused.</summary>
    private static string Question(string fields)
    {
        var variables = new[] { "$id: ID!", "$after: String", "$position: Position", "$valid: DateTime" }
            .Where(variable => fields.Contains(variable.Split(':')[0], StringComparison.Ordinal)).ToList();
        return $"query{(variables.Count == 0 ? "" : $"({string.Join(", ", variables)})")} {{ {fields} }}";
    }

    private static (string Position, string Valid) ViewOf(JsonElement answer, string field)
    {
        var said = answer.GetProperty("extensions").GetProperty("eventkb").GetProperty(field);
        return (said.GetProperty("position").GetString()!, said.GetProperty("validAt").GetString()!);
    }

    /// <summary>The connection in an answer, and the cursor of its end where more follows.</summary>
    private static string Page(JsonElement data, ref string? after)
    {
        var connection = data.EnumerateObject().Single().Value;
        if (!connection.TryGetProperty("pageInfo", out var info))
        {
            connection = connection.EnumerateObject().Single(part => part.Value.ValueKind == JsonValueKind.Object
                && part.Value.TryGetProperty("pageInfo", out _)).Value;
            info = connection.GetProperty("pageInfo");
        }

        after = info.GetProperty("hasNextPage").GetBoolean() ? info.GetProperty("endCursor").GetString() : null;
        return connection.GetRawText();
    }

    /// <summary>Without cursors, which carry the moment of their own first page.</summary>
    private static string Bare(string page) =>
        System.Text.RegularExpressions.Regex.Replace(page, "\"(cursor|endCursor)\":\"[^\"]*\"", "");
}
