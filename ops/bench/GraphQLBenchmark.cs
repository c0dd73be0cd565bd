using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using EventKb.Domain;
using EventKb.Domain.Catalogue;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Domain.Ownership;
using EventKb.Ledger;
using EventKb.ReadModels;

namespace EventKb.Bench;

/// <summary>Server CPU per request of GraphQL, beside a hand-written endpoint on the same rows in a process of its own.</summary>
internal static class GraphQLBenchmark
{
    private const int Requests = 4_000;
    private const int Articles = 2_000;
    private const int Crowd = 128;

    // Ratios of commit 2c517bf, which opened a connection for every answer with a name; 0.4 of them is wanted.
    private const double FormerArticle = 3.9;
    private const double FormerArticleInCrowd = 7.25;

    internal const string Article =
        "query($id: ID!) { article(id: $id) { id title state kind "
        + "revisions(first: 5) { edges { node { number title recordedAt person { name } } } } } }";

    internal const string Page =
        "{ articles(first: 20) { edges { node { id title state accountable { holder { id } } latest { number title recordedAt } } } } }";

    public static async IAsyncEnumerable<Figure> Run(string folder)
    {
        var rows = await Fill(folder);
        await using var server = await Served.Start(folder);
        var port = Served.FreePort();
        await using var baseline = await ServerProcess.Start(port, "page", typeof(GraphQLBenchmark).Assembly.Location, "baseline-server",
            port.ToString(CultureInfo.InvariantCulture), rows);
        var id = Commands.Stream(7).ToString();
        var article = new Uri($"article?id={Uri.EscapeDataString(id)}", UriKind.Relative);
        foreach (var (atOnce, bound) in new[] { (8, 0.4 * FormerArticle), (Crowd, 0.4 * FormerArticleInCrowd) })
            yield return new Figure($"an article with five revisions, {atOnce} at once, CPU",
                await server.CpuPerRequest(client => Served.Ask(client, Article, id), Requests, atOnce),
                await baseline.CpuPerRequest(client => client.GetAsync(article), Requests, atOnce),
                "µs/request", bound, AtLeast: false);
        yield return new Figure("a page of 20 with owner and revision, server CPU",
            await server.CpuPerRequest(client => Served.Ask(client, Page, null), Requests),
            await baseline.CpuPerRequest(client => client.GetAsync(new Uri("page", UriKind.Relative)), Requests),
            "µs/request", 3, AtLeast: false);
    }

    internal static async Task<string> Fill(string folder)
    {
        await using var ledger = await Commands.Open(folder);
        await Commands.Load(ledger, Articles * 5, 64, Articles);
        var day = new DateOnly(2024, 1, 1);
        for (var i = 0; i < 20; i++)
        {
            var service = CatalogueEntry.StreamOf(Commands.Institution, EntryKind.Service, $"service-{i}");
            await Send(ledger, service, new CatalogueEntryCommand.Register(EntryKind.Service, $"service-{i}", $"Service {i}", null, day));
            await Send(ledger, OwnershipAssignment.StreamOf(Commands.Institution, Duty.ServiceOwner, service.ToString()),
                new OwnershipAssignmentCommand.Assign(Duty.ServiceOwner, service.ToString(), await Commands.Claim(ledger, $"owner-{i}", $"Owner {i}"),
                    Commands.Institution, day, null, new Basis($"{i}", day)));
        }

        for (var i = 0; i < Articles; i++)
            await Send(ledger, Commands.Stream(i), new KnowledgeArticleCommand.SetAccountability(
                CatalogueEntry.StreamOf(Commands.Institution, EntryKind.Service, $"service-{i % 20}").ToString()));
        await using var store = ReadModelStore.Open(folder);
        await using var runner = new ProjectionRunner(store, ledger.Feed);
        await runner.CatchUp();
        return Path.Combine(folder, $"read-{store.LiveNumber}.db");
    }

    internal static async Task Send(EmbeddedLedger ledger, StreamId stream, Command command)
    {
        var context = Commands.Context(0, 100) with { CommandId = CommandId.From("bench", stream.ToString(), command.ToString()) };
        if (await ledger.Gateway.Send(stream, command, context) is CommandOutcome.Refused refused)
            throw new InvalidOperationException(refused.Rejection.Fact.ToString());
    }
}

/// <summary>The server as a process of its own over a filled data folder.</summary>
internal static class Served
{
    public static Task<ServerProcess> Start(string folder, params string[] more)
    {
        var port = FreePort();
        return ServerProcess.Start(port, "health/ready", [Repository.ServerDll,
            "serve", "--data", folder, "--urls", $"http://127.0.0.1:{port}", .. more]);
    }

    public static async Task<HttpResponseMessage> Ask(HttpClient client, string query, string? id)
    {
        using var body = new StringContent(JsonSerializer.Serialize(new { query, variables = new { id } }), Encoding.UTF8, "application/json");
        return await client.PostAsync(new Uri("graphql", UriKind.Relative), body);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
