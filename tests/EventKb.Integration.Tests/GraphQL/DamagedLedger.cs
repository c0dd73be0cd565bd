using System.Net;
using Microsoft.Data.Sqlite;

namespace EventKb.Integration.Tests.GraphQL;

/// <summary>What a quick opening cannot see is seen beside the work, and no command is taken from then on.</summary>
public sealed class DamagedLedger : IAsyncLifetime
{
    private readonly RunningServer _server = new();

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_text_that_nobody_erased_is_missed_soon_after_a_start()
    {
        for (var i = 0; i < 3; i++)
            await _server.Draft($"Raksts {i}");
        await _server.Restart(() =>
        {
            Change("DELETE FROM content WHERE position = 2");
            return Task.CompletedTask;
        });

        var ready = await UntilNotReady();

        Assert.Contains("texts of position 2 are missing", ready, StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/ready") { Headers = { { "Accept-Language", "lv" } } };
        using var answer = await _server.Http.SendAsync(request);
        Assert.Contains("Trūkst pozīcijas 2 tekstu", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("LEDGER_UNAVAILABLE", await _server.Refusal(
            "mutation { draftArticle(input: { institution: \"RIGA\", kind: FAQ, language: \"lv\", title: \"T\", body: \"b\" }) { position } }"));
    }

    private async Task<string> UntilNotReady()
    {
        for (var tries = 0; tries < 400; tries++)
        {
            using var answer = await _server.Http.GetAsync("/health/ready");
            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
                return await answer.Content.ReadAsStringAsync();
            await Task.Delay(25);
        }

        throw new TimeoutException("The damage was not noticed.");
    }

    private void Change(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_server.Folder, "ledger.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
