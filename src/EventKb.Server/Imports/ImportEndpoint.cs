using System.Runtime.CompilerServices;
using System.Text.Json;
using EventKb.Domain;
using EventKb.Ledger;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Http;
using static EventKb.Server.Imports.ImportQuery;

namespace EventKb.Server.Imports;

/// <summary>
/// Where importers hand their rows to a running server: NDJSON in, an acknowledgement a line out, in order, each after its
/// commit. Only rows of an import can come in here.
/// </summary>
internal static partial class ImportEndpoint
{
    /// <summary>Takes rows: <c>POST ?institution=CODE&amp;repository=NAME&amp;name=NAME&amp;from=DAY</c>.</summary>
    public const string CommandsPath = "/import/commands";

    /// <summary>Takes rows of a request management system: <c>POST ?institution=CODE&amp;system=NAME&amp;name=NAME&amp;from=DAY</c>.</summary>
    public const string RecordsPath = "/import/records";

    /// <summary>Says where the ledger stands.</summary>
    public const string HeadPath = "/import/head";

    /// <summary>Says how far a source was imported: <c>GET ?institution=CODE&amp;repository=NAME</c>.</summary>
    public const string SourcePath = "/import/source";

    /// <summary>Lists the imported articles as of a position, a line each: <c>GET ?institution=CODE&amp;position=NUMBER</c>.</summary>
    public const string ArticlesPath = "/import/articles";

    /// <summary>Takes the word that everything is imported: <c>POST ?institution=CODE&amp;repository=NAME</c>.</summary>
    public const string CompletionPath = "/import/completion";

    /// <summary>Bytes in a request: a batch of a mebibyte and a largest file, every character escaped.</summary>
    private const long MostBytes = 16 * 1024 * 1024;

    /// <summary>Adds the endpoint to a server over a ledger.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var ledger = endpoints.ServiceProvider.GetRequiredService<EmbeddedLedger>();
        var import = new LocalImport(ledger);
        var local = endpoints.MapGroup("").AddEndpointFilter(OnlyFromNoOtherSite)
            .AddEndpointFilter((call, next) => OnlyWith(PersonRight.Import, call, next));
        local.MapPost(CommandsPath, (HttpContext http) => Answer(http, async cancellation => await Stream(http, From(http, import).Send(
            await Register(http, import, cancellation), Repository(http.Request.Query), Rows<ImportRow>(http, cancellation),
            cancellation), cancellation)));
        local.MapPost(RecordsPath, (HttpContext http) => Answer(http, async cancellation => await Stream(http, From(http, import).Send(
            await Register(http, import, cancellation), SystemOf(http.Request.Query), Rows<RecordRow>(http, cancellation),
            cancellation), cancellation)));
        MapRegister<CatalogueRow>(local, import);
        MapWhole<PersonRow>(local, import);
        MapWhole<OwnershipRow>(local, import);
        local.MapPost(CompletionPath, (HttpContext http) => Answer(http, async cancellation =>
        {
            var institution = await Register(http, import, cancellation);
            using var body = new StreamReader(http.Request.Body);
            var completion = ImportJson.Read<ImportCompletion>(await body.ReadToEndAsync(cancellation));
            await Write(http, await From(http, import).Complete(institution, Repository(http.Request.Query), completion, cancellation), cancellation);
        }));
        local.MapGet(SourcePath, (HttpContext http) => Answer(http, async cancellation => await Write(http,
            await import.Source(Institution(http.Request.Query), Repository(http.Request.Query), cancellation), cancellation)));
        local.MapGet(ArticlesPath, (HttpContext http) => Answer(http, async cancellation =>
        {
            await foreach (var file in import.Articles(Institution(http.Request.Query), await Position(http.Request.Query, ledger), cancellation))
                await Write(http, file, cancellation);
        }));
        local.MapGet(HeadPath, async (CancellationToken cancellation) =>
            Results.Text(ImportJson.Write(await import.Head(cancellation)), "application/json"));
    }

    private static LocalImport From(HttpContext http, LocalImport import) => import.As(Caller.Of(http).Signed);

    private static async Task Stream<T>(HttpContext http, IAsyncEnumerable<T> answers, CancellationToken cancellation)
    {
        await foreach (var answer in answers)
        {
            await Write(http, answer, cancellation);
            await http.Response.Body.FlushAsync(cancellation);
        }
    }

    private static async Task Answer(HttpContext http, Func<CancellationToken, Task> answer, long mostBytes = MostBytes)
    {
        if (http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = mostBytes;
        try
        {
            http.Response.ContentType = ImportJson.MediaType;
            await answer(http.RequestAborted);
        }
        catch (CannotGoOn wrong) when (!http.Response.HasStarted)
        {
            await Refusal(http.Request, 400, "INVALID_INPUT", wrong.Wording).ExecuteAsync(http);
        }
        catch (JsonException malformed) when (!http.Response.HasStarted)
        {
            await Refusal(http.Request, 400, "INVALID_INPUT", $"This is not JSON that an import consists of: {malformed.Message}").ExecuteAsync(http);
        }
    }

    private static Task Write<T>(HttpContext http, T line, CancellationToken cancellation) =>
        http.Response.WriteAsync(ImportJson.Write(line, Languages.Of(http.Request)) + "\n", cancellation);

    private static async Task<InstitutionCode> Register(HttpContext http, LocalImport import,
        CancellationToken cancellation)
    {
        var query = http.Request.Query;
        var institution = Institution(query);
        if (!query.ContainsKey("name"))
            return institution;
        await From(http, import).Register(institution, query["name"].ToString(), Day(query, "from"), cancellation);
        return institution;
    }

    private static async IAsyncEnumerable<T> Rows<T>(HttpContext http, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var lines = new StreamReader(http.Request.Body);
        while (await lines.ReadLineAsync(cancellation) is { } line)
        {
            if (line.Length > ImportJson.LongestLine)
                throw CannotGoOn.BadInput($"A line has more than {ImportJson.LongestLine} characters.");
            if (line.Length > 0)
                yield return ImportJson.Read<T>(line);
        }
    }
}
