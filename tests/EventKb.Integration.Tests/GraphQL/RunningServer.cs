using System.Globalization;
using System.Text;
using System.Text.Json;
using EventKb.Server;

namespace EventKb.Integration.Tests.GraphQL;

/// <summary>A real server on a free loopback port over a fresh data folder.</summary>
public class RunningServer : IAsyncLifetime
{
    private readonly HashSet<string> _institutions = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("eventkb-").FullName;

    internal ServerApp App { get; private set; } = null!;

    internal ManualClock Clock { get; } = new();

    public HttpClient Http { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        App = await ServerApp.Build(Options(new ServerOptions(_folder)
        {
            Urls = ["http://127.0.0.1:0"],
            OperatorName = "Test Operator",
            ReactionInterval = TimeSpan.FromMilliseconds(50),
            Clock = Clock,
        }));
        await App.Start();
        Http = new HttpClient { BaseAddress = new Uri(App.Addresses.Single()) };
    }

    public string Folder => _folder;

    /// <summary>Stops the server, lets something happen to its folder, and starts it again.</summary>
    public async Task Restart(Func<Task>? meanwhile = null)
    {
        await Stop();
        await (meanwhile?.Invoke() ?? Task.CompletedTask);
        await InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await Stop();
        Directory.Delete(_folder, recursive: true);
    }

    private protected virtual ServerOptions Options(ServerOptions usual) => usual;

    /// <summary>Uploads a file and gives its SHA-256.</summary>
    public async Task<string> Upload(byte[] bytes)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/attachments") { Content = new ByteArrayContent(bytes) };
        request.Headers.Add("X-EventKb-Upload", "1");
        using var response = await Http.SendAsync(request);
        Assert.Equal(System.Net.HttpStatusCode.Created, response.StatusCode);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("sha256").GetString()!;
    }

    /// <summary>Sends a request and gives the whole answer.</summary>
    public async Task<JsonElement> Ask(string query, object? variables = null, object? extensions = null, string? language = null,
        string? operationName = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent(JsonSerializer.Serialize(new { query, variables, extensions, operationName }), Encoding.UTF8, "application/json"),
        };
        if (language is not null)
            request.Headers.AcceptLanguage.ParseAdd(language);
        using var response = await Http.SendAsync(request);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    /// <summary>Sends a request that must succeed and gives its data.</summary>
    public async Task<JsonElement> Data(string query, object? variables = null, object? extensions = null)
    {
        var answer = await Ask(query, variables, extensions);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data");
    }

    /// <summary>Sends a request that must be refused and gives the code.</summary>
    public async Task<string> Refusal(string query, object? variables = null, object? extensions = null, string? operationName = null)
    {
        var answer = await Ask(query, variables, extensions, operationName: operationName);
        return answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()!;
    }

    /// <summary>Code of the first error in a mutation's payload; null = it was taken.</summary>
    public static string? Code(JsonElement payload) =>
        payload.GetProperty("errors") is var errors && errors.GetArrayLength() > 0 ? errors[0].GetProperty("code").GetString() : null;

    /// <summary>Drafts an article and gives its id.</summary>
    public async Task<string> Draft(string title, string institution = "RIGA", string body = "text")
    {
        await Register(institution);
        var data = await Data(
            """
            mutation($input: DraftArticleInput!) { draftArticle(input: $input) { errors { code message field } position version article { id } } }
            """,
            new { input = new { institution, kind = "FAQ", language = "lv", title, body } });
        var draft = data.GetProperty("draftArticle");
        Assert.Equal(0, draft.GetProperty("errors").GetArrayLength());
        return draft.GetProperty("article").GetProperty("id").GetString()!;
    }

    /// <summary>Registers an institution, once, so that it can be referred to.</summary>
    public async Task Register(string institution)
    {
        if (_institutions.Add(institution))
            await Send("registerInstitution", new { institution, name = institution, from = "2000-01-01" });
    }

    /// <summary>Enters somebody in the person directory and gives their id.</summary>
    public async Task<string> Person(string institution, string name = "Anna Bērziņa", string kind = "PERSON")
    {
        var entered = await Mutate("registerPerson", new { institution, name, kind }, "person { id }");
        Assert.Equal("[]", entered.GetProperty("errors").ToString());
        return entered.GetProperty("person").GetProperty("id").GetString()!;
    }

    private async Task Stop()
    {
        Http.Dispose();
        await App.DisposeAsync();
    }

    /// <summary>Sends a mutation by its name and gives its payload once the read models have the change.</summary>
    public async Task<JsonElement> Mutate(string name, object input, string select = "")
    {
        var payload = await Send(name, input, select);
        var position = payload.GetProperty("position").GetString() ?? "0";
        await App.Runner.WaitFor(long.Parse(position, CultureInfo.InvariantCulture), TimeSpan.FromSeconds(5));
        return payload;
    }

    /// <summary>Sends a mutation by its name and gives its payload; what it says to be an institution is registered before.</summary>
    public async Task<JsonElement> Send(string name, object input, string select = "")
    {
        if (name == "registerInstitution")
            _institutions.Add(Given(input, "institution")!);
        foreach (var code in new[] { "institution", "holderInstitution" }.Select(field => Given(input, field)).OfType<string>())
            await Register(code);
        return (await Data(
            $$"""
            mutation($input: {{char.ToUpperInvariant(name[0])}}{{name[1..]}}Input!) {
              {{name}}(input: $input) { clientMutationId errors { code message field currentVersion } position version {{select}} }
            }
            """,
            new { input })).GetProperty(name);
    }

    private static string? Given(object input, string field) => input.GetType().GetProperty(field)?.GetValue(input) as string;
}

/// <summary>The real clock, which a test may set forward.</summary>
internal sealed class ManualClock : TimeProvider
{
    private TimeSpan _ahead;

    public void Forward(TimeSpan by) => _ahead += by;

    public override long GetTimestamp() => base.GetTimestamp() + (long)(_ahead.TotalSeconds * TimestampFrequency);

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow + _ahead;
}
