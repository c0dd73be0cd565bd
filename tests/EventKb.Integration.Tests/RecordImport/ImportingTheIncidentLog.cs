using System.Text.Json;
using EventKb.Domain;
using EventKb.Domain.IncidentProblemLinks;
using EventKb.Domain.ServiceRecords;
using EventKb.Integration.Tests.LedgerStores;
using EventKb.Ledger;
using static EventKb.Domain.ServiceRecords.RecordKind;

namespace EventKb.Integration.Tests.RecordImport;

public sealed partial class ImportingTheIncidentLog(ImportedIncidents imported) : IClassFixture<ImportedIncidents>
{
    private const int Moments = 50;

    [IncidentLogFact]
    public async Task Keeps_every_row_byte_for_byte_in_the_order_of_the_file()
    {
        var stated = await imported.Stated();

        Assert.Equal((119_998L, 20_769, 0L), (imported.First.Rows, imported.Records, imported.First.Rejected));
        Assert.Equal(IncidentLog.Rows.Select(row => row.Line), stated.Select(happened => happened.Content!.Body));
        Assert.Equal(IncidentLog.Rows.Select(row => row.Place), stated.Select(happened => Said(happened).Row ?? 0));
        Assert.Equal(IncidentLog.Rows.Select(row => Record(Incident, row.Number)), stated.Select(happened => happened.Recorded.Stream.Text));
    }

    [IncidentLogFact]
    public async Task Says_of_each_incident_what_its_last_row_says()
    {
        var stated = await imported.Stated();
        var names = await Names();

        Assert.Equal(
            IncidentLog.Rows.GroupBy(row => row.Number).Select(rows => Facts(rows.Last())),
            stated.GroupBy(happened => happened.Recorded.Stream).Select(rows => Facts(Said(rows.Last()).Facts, names)));
    }

    [IncidentLogFact]
    public async Task Changes_the_group_and_whoever_works_on_it_as_often_as_the_log()
    {
        var stated = await imported.Stated();

        Assert.Equal(
            Changes(IncidentLog.Rows, row => row.Number, row => (row["assignment_group"], row["assigned_to"])),
            Changes(stated, happened => happened.Recorded.Stream, happened => (Said(happened).Facts.Group, Said(happened).Facts.Assignee)));
    }

    [IncidentLogFact]
    public async Task Links_an_incident_with_the_problems_that_its_rows_name_while_they_do()
    {
        var changes = IncidentLog.Rows.GroupBy(row => row.Number).SelectMany(rows => rows.Select(row => row["problem_id"]).Prepend(null)
            .Zip(rows.Select(row => row["problem_id"]), (before, after) => (before, after))).Where(change => change.before != change.after).ToList();
        var links = (await imported.Events()).Select(happened => happened.Recorded.Event).OfType<IncidentProblemLinkEvent>().ToList();

        Assert.Equal(
            (changes.Count(change => change.after is not null), changes.Count(change => change.before is not null)),
            (links.Count(link => link is IncidentProblemLinkEvent.ConfirmedBySource), links.Count(link => link is IncidentProblemLinkEvent.Withdrawn)));
        Assert.Equal((16, 5), (changes.Count(change => change is { before: not null, after: not null }),
            changes.Count(change => change is { before: not null, after: null })));
    }

    [IncidentLogFact]
    public async Task Answers_as_the_log_was_after_any_row()
    {
        var (stated, random) = (await imported.Stated(), new Random(2016));
        for (var moment = 0; moment < Moments; moment++)
        {
            var place = random.Next(IncidentLog.Rows.Count);
            var (row, position) = (IncidentLog.Rows[place], stated[place].Recorded.Position);
            var then = (await imported.Server.Data(
                """
                query($then: Position!, $source: RecordSourceInput!) { asOf(position: $then) {
                  serviceRecord(source: $source) { state row group assignee { name } problem { number } change { number } caller }
                  serviceRecords(first: 1, filter: { kind: INCIDENT, open: false }) { totalCount }
                } }
                """,
                new { then = position.ToString(System.Globalization.CultureInfo.InvariantCulture), source = Source(row) })).GetProperty("asOf");

            Assert.Equal(
                (row["incident_state"], $"{row.Place}", row["assignment_group"], row["assigned_to"], row["problem_id"], row["rfc"], row["caller_id"]),
                (Text(then, "state"), Text(then, "row"), Text(then, "group"), Text(then, "assignee", "name"), Text(then, "problem", "number"),
                    Text(then, "change", "number"), Text(then, "caller")));
            Assert.Equal(Closed(place), then.GetProperty("serviceRecords").GetProperty("totalCount").GetInt32());
        }
    }

    [IncidentLogFact]
    public async Task Appends_nothing_the_second_time()
    {
        var before = await imported.Server.App.Ledger.Feed.Head();
        var again = await imported.Import();

        Assert.Equal((119_998L, 119_998L, 0L), (again.Rows, again.AlreadyThere, again.Rejected));
        Assert.Equal((before.Size, before.RootHash), (again.Head!.Size, again.Head.RootHash));
    }

    private static ServiceRecordEvent.Stated Said(LedgerEvent happened) => (ServiceRecordEvent.Stated)happened.Recorded.Event;

    private static string Facts(LogRow row) => string.Join('|', row["incident_state"], row["assignment_group"], row["assigned_to"],
        Record(Problem, row["problem_id"]), Record(ChangeRequest, row["rfc"]), Record(ChangeRequest, row["caused_by"]), row["priority"]?[0]);

    private static string Facts(RecordFacts facts, Dictionary<PersonId, string> names) => string.Join('|', facts.State, facts.Group,
        facts.Assignee is { } person ? names[person] : null, facts.Problem, facts.ResolvedByChange, facts.CausedByChange, facts.Priority);

    private static string? Record(RecordKind kind, string? number) =>
        number is null ? null : ServiceRecord.StreamOf(new InstitutionCode(ImportedIncidents.Institution), null, kind, number).Text;

    private static object Source(LogRow row) => new { institution = ImportedIncidents.Institution, kind = "INCIDENT", number = row.Number };

    private static int Closed(int place) => IncidentLog.Rows.Take(place + 1).GroupBy(row => row.Number)
        .Count(rows => rows.Last()["incident_state"] is "Resolved" or "Closed");

    private static int Changes<TRow, TKey, TValue>(IEnumerable<TRow> rows, Func<TRow, TKey> record, Func<TRow, TValue> value) => rows.GroupBy(record)
        .Sum(of => of.Zip(of.Skip(1), (before, after) => Equals(value(before), value(after)) ? 0 : 1).Sum());

    private async Task<Dictionary<PersonId, string>> Names() =>
        (await NamesInALedger.Of(imported.Server.App.Ledger)).ToDictionary(person => person.Key, person => person.Value.Title!);

    private static string? Text(JsonElement then, params ReadOnlySpan<string> path)
    {
        var value = then.GetProperty("serviceRecord");
        foreach (var name in path)
            value = value.ValueKind == JsonValueKind.Null ? value : value.GetProperty(name);
        return value.ValueKind == JsonValueKind.Null ? null : value.ToString();
    }
}
