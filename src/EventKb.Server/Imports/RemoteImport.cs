using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using EventKb.Domain;
using EventKb.Server.GraphQL.Http;

namespace EventKb.Server.Imports;

/// <summary>Hands rows to a running server, a batch a request; acknowledgements stream back as rows are committed.</summary>
/// <param name="server">Its address.</param>
/// <param name="token">What proves who imports; null = the server asks for nothing.</param>
/// <param name="language">In which it says why it refuses something.</param>
internal sealed partial class RemoteImport(Uri server, string? token = null, Language language = Language.English) : ImportTarget
{
    private const int FilesInBatch = 64;

    /// <summary>Enough to keep the server's window full; the answers to a batch must fit into what the connection holds unread.</summary>
    private const int RecordsInBatch = 256;

    // A redirect could lead the token elsewhere.
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false })
    { BaseAddress = server, Timeout = Timeout.InfiniteTimeSpan };
    private string _registration = "";

    /// <inheritdoc/>
    public override Task Register(InstitutionCode institution, string name, DateOnly from, CancellationToken cancellation)
    {
        _registration = $"&name={Uri.EscapeDataString(name)}&from={from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override IAsyncEnumerable<ImportAcknowledgement> Send(
        InstitutionCode institution, string repository, IAsyncEnumerable<ImportRow> rows, CancellationToken cancellation) =>
        Send<ImportRow, ImportAcknowledgement>($"{ImportEndpoint.CommandsPath}?{Of(institution, repository)}", rows, FilesInBatch, cancellation);

    /// <inheritdoc/>
    public override IAsyncEnumerable<RecordAcknowledgement> Send(
        InstitutionCode institution, string? system, IAsyncEnumerable<RecordRow> rows, CancellationToken cancellation) =>
        Send<RecordRow, RecordAcknowledgement>(
            $"{ImportEndpoint.RecordsPath}?institution={institution}{(system is null ? "" : $"&system={Uri.EscapeDataString(system)}")}", rows,
            RecordsInBatch, cancellation);

    /// <inheritdoc/>
    public override IAsyncEnumerable<RegisterAcknowledgement> Send<TRow>(
        InstitutionCode institution, IAsyncEnumerable<TRow> rows, CancellationToken cancellation) =>
        Send<TRow, RegisterAcknowledgement>($"{TRow.Path}?institution={institution}", rows, RecordsInBatch, cancellation);

    /// <inheritdoc/>
    public override async Task<ImportSource> Source(InstitutionCode institution, string repository, CancellationToken cancellation)
    {
        using var response = await Ask(new(HttpMethod.Get, $"{ImportEndpoint.SourcePath}?{Of(institution, repository)}"), cancellation);
        return ImportJson.Read<ImportSource>(await response.Content.ReadAsStringAsync(cancellation));
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<SourceFile> Articles(
        InstitutionCode institution, long position, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var response = await Ask(
            new(HttpMethod.Get, $"{ImportEndpoint.ArticlesPath}?institution={institution}&position={position}"), cancellation);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(cancellation));
        while (await lines.ReadLineAsync(cancellation) is { Length: > 0 } line)
            yield return ImportJson.Read<SourceFile>(line);
    }

    /// <inheritdoc/>
    public override async Task<ImportAcknowledgement> Complete(
        InstitutionCode institution, string repository, ImportCompletion completion, CancellationToken cancellation)
    {
        using var response = await Ask(new(HttpMethod.Post, $"{ImportEndpoint.CompletionPath}?{Of(institution, repository)}{_registration}")
        {
            Content = new StringContent(ImportJson.Write(completion), Encoding.UTF8, ImportJson.MediaType),
        }, cancellation);
        return ImportJson.Read<ImportAcknowledgement>(await response.Content.ReadAsStringAsync(cancellation));
    }

    /// <inheritdoc/>
    public override async Task<ImportHead> Head(CancellationToken cancellation)
    {
        using var response = await Ask(new HttpRequestMessage(HttpMethod.Get, ImportEndpoint.HeadPath), cancellation);
        return ImportJson.Read<ImportHead>(await response.Content.ReadAsStringAsync(cancellation));
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    private async IAsyncEnumerable<TAnswer> Send<TRow, TAnswer>(
        string path, IAsyncEnumerable<TRow> rows, int inBatch, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var batch in ImportJson.Batches(rows, inBatch, language, cancellation))
            await foreach (var answer in SendBatch<TAnswer>(path, batch, cancellation))
                yield return answer;
    }

    private async IAsyncEnumerable<TAnswer> SendBatch<TAnswer>(
        string path, string batch, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path + _registration)
        {
            Content = new StringContent(batch, Encoding.UTF8, ImportJson.MediaType),
        };
        using var response = await Ask(request, cancellation);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(cancellation));
        for (var expected = batch.Count(c => c == '\n'); expected > 0; expected--)
        {
            var line = await lines.ReadLineAsync(cancellation)
                ?? throw new CannotGoOn(ExitCode.Unexpected,
                    $"{server} stopped answering with {expected} rows of a batch unacknowledged; run the import again.");
            yield return ImportJson.Read<TAnswer>(line);
        }
    }

    private static string Of(InstitutionCode institution, string repository) =>
        $"institution={institution}&repository={Uri.EscapeDataString(repository)}";

    private async Task<HttpResponseMessage> Ask(HttpRequestMessage request, CancellationToken cancellation)
    {
        using (request)
        {
            if (!string.IsNullOrEmpty(token))
                request.Headers.Authorization = new("Bearer", token);
            if (language == Language.Latvian)
                request.Headers.AcceptLanguage.Add(new("lv"));
            HttpResponseMessage response;
            try
            {
                response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            }
            catch (HttpRequestException failure)
            {
                throw new CannotGoOn(ExitCode.Unexpected,
                    $"{server} does not answer ({failure.Message}). Start it with 'eventkb serve' and run the import again.", failure);
            }

            if (response.IsSuccessStatusCode)
                return response;
            var why = await response.Content.ReadAsStringAsync(cancellation);
            var code = (int)response.StatusCode;
            response.Dispose();
            throw code is >= 400 and < 500 ? CannotGoOn.BadInput($"{server} refused the import: {why}")
                : new CannotGoOn(ExitCode.Unexpected, $"{server} answered {code}: {why}");
        }
    }
}
