using System.Globalization;
using EventKb.Domain;
using EventKb.Domain.Citations;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Domain.ServiceRecords;
using EventKb.ReadModels;

namespace EventKb.Bench;

/// <summary>Server CPU of the first page of what a runbook touches that 1,000 open incidents cite, beside a page of articles.</summary>
internal static class ImpactBenchmark
{
    private const int Incidents = 1_000;
    private const int Requests = 1_000;

    private const string Impact =
        "query($id: ID!) { impact(of: $id) { items(first: 20) { edges { node { kind thing { id ... on ServiceRecord { number state } } } } } } }";

    private const string Counted =
        "query($id: ID!) { impact(of: $id) { counts { kind count } items(first: 20) { totalCount edges { node { kind thingId } } } } }";

    public static async IAsyncEnumerable<Figure> Run(string folder)
    {
        await Fill(folder);
        await using var server = await Served.Start(folder);
        var id = Commands.Stream(0).ToString();
        var page = await server.CpuPerRequest(client => Served.Ask(client, GraphQLBenchmark.Page, null), Requests);
        yield return new Figure("first page of the impact of a runbook cited by 1,000 incidents, CPU",
            await server.CpuPerRequest(client => Served.Ask(client, Impact, id), Requests), page, "µs/request", 3, AtLeast: false);
        yield return new Figure("the same with counts by kind and the total, CPU",
            await server.CpuPerRequest(client => Served.Ask(client, Counted, id), Requests), page, "µs/request", 8, AtLeast: false);
    }

    private static async Task Fill(string folder)
    {
        await GraphQLBenchmark.Fill(folder);
        await using var ledger = await Commands.Open(folder);
        var runbook = (await ledger.Feed.Stream(Commands.Stream(0), 1)).Single();
        var revision = ((KnowledgeArticleEvent.RevisionImported)runbook.Event).Revision;
        var used = new ExactVersion(runbook.Stream.Text, revision, runbook.Position);
        for (var i = 0; i < Incidents; i++)
        {
            var number = i.ToString(CultureInfo.InvariantCulture);
            var incident = ServiceRecord.StreamOf(Commands.Institution, null, RecordKind.Incident, number);
            await GraphQLBenchmark.Send(ledger, incident, new ServiceRecordCommand.Report(
                RecordKind.Incident, number, null, new RecordFacts { State = "New" }, null, null));
            await GraphQLBenchmark.Send(ledger, Citation.IdFromCommand(Commands.Institution, CommandId.From("bench-use", number)),
                new CitationCommand.Cite(used, incident.Text, 1, CitationOutcome.Restored, null, null));
        }

        await using var store = ReadModelStore.Open(folder);
        await using var runner = new ProjectionRunner(store, ledger.Feed);
        await runner.CatchUp();
    }
}
