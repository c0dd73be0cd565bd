using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace EventKb.Bench;

/// <summary>The same answers by hand: one prepared SQL statement that gives the JSON, on the same rows.</summary>
internal static class BaselineServer
{
    private const string Article =
        """
        SELECT json_object('id', a.id, 'title', t.title, 'state', v.state, 'kind', v.kind, 'revisions',
            (SELECT json_group_array(json_object('number', r.number, 'title', rt.title, 'recordedAt', r.recorded_at, 'person', r.person))
             FROM article_revisions r LEFT JOIN texts rt ON rt.position = r.position WHERE r.born = a.born AND r.number <= 5))
        FROM articles a JOIN article_versions v ON v.born = a.born AND v.rec_to = 9223372036854775807
        LEFT JOIN texts t ON t.position = v.published_position WHERE a.id = @id
        """;

    private const string Page =
        """
        SELECT json_group_array(json_object('id', id, 'title', title, 'state', state, 'holder', holder, 'number', number,
            'revisionTitle', revision_title, 'recordedAt', recorded_at))
        FROM (SELECT a.id, t.title, v.state, o.holder, r.number, rt.title AS revision_title, r.recorded_at
              FROM article_versions v JOIN articles a ON a.born = v.born
              LEFT JOIN texts t ON t.position = v.published_position
              JOIN article_revisions r ON r.position = v.latest_position
              LEFT JOIN texts rt ON rt.position = v.latest_position
              LEFT JOIN ownership_assignments s ON s.subject = v.accountable AND s.duty = 'service-owner'
              LEFT JOIN ownership_terms o ON o.stream = s.stream AND o.held = 1 AND o.rec_to = 9223372036854775807
                  AND o.valid_from <= @now AND o.valid_to > @now
              WHERE v.rec_to = 9223372036854775807 ORDER BY v.born LIMIT 20)
        """;

    public static async Task<int> Run(int port, string data)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}");
        await using var app = builder.Build();
        app.MapGet("/article", (string id) => Json(data, Article, id));
        app.MapGet("/page", () => Json(data, Page, ""));
        await app.RunAsync();
        return 0;
    }

    private static IResult Json(string data, string sql, string id)
    {
        using var connection = new SqliteConnection($"Data Source={data};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("@id", id);
        command.Parameters.AddWithValue("@now", DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() * 1_000);
        return Results.Text((string)command.ExecuteScalar()!, "application/json", Encoding.UTF8);
    }
}
