using System.Text.Json;
using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Integration.Tests.Prov;
using EventKb.Integration.Tests.ReadModels;
using EventKb.Integration.Tests.ReadModels.OneFold;
using EventKb.ReadModels;
using EventKb.ReadModels.Audit;

namespace EventKb.Integration.Tests.Export;

/// <summary>The words of every list have their stored form in the table, in PROV and in the trail's changes; none has C#'s.</summary>
public sealed class WordsOfLists
{
    private static readonly HashSet<string> Members =
        [.. new[] { typeof(Via), typeof(RowJson) }.SelectMany(type => type.Assembly.GetExportedTypes()).Where(type => type.IsEnum)
            .SelectMany(Enum.GetNames)];

    [Fact]
    public async Task Ways_and_duties_have_their_stored_form()
    {
        var ledger = new MemoryLedger();
        foreach (var via in Enum.GetValues<Via>())
            ledger.Append($"RIGA/knowledge-article/{via}", new KnowledgeArticleEvent.Drafted(ArticleKind.Faq, "lv"), new Content { Title = "t" },
                via: via);
        foreach (var duty in Enum.GetValues<Duty>())
            ledger.Append($"RIGA/knowledge-article/{duty}", new KnowledgeArticleEvent.Drafted(ArticleKind.Faq, "lv"), new Content { Title = "t" },
                duty: duty);
        var table = await CsvTable.Of(ledger);
        var vias = Enum.GetValues<Via>().Select(RowJson.Name);
        Assert.Equal(vias, table.Select(row => row["via"]).Distinct());
        Assert.Equal(Enum.GetValues<Duty>().Select(RowJson.Name), table.Select(row => row["duty"]).Where(word => word.Length > 0));
        Assert.Equal(vias, (await ExportedProv.Of(ledger)).Document.In("activity")
            .Select(activity => activity.Json.GetProperty("ekb:via").GetString()!).Distinct());
    }

    [Fact]
    public async Task No_history_is_written_with_the_names_of_the_code()
    {
        var written = 0;
        foreach (var ledger in RandomCommands.All.Keys.SelectMany(category =>
            Enumerable.Range(1, 3).Select(seed => RandomHistory.Of(category, seed).Ledger)))
        {
            var table = (await CsvTable.Of(ledger)).SelectMany(row => row.Values);
            var prov = JsonDocument.Parse((await ExportedProv.Of(ledger)).Text).RootElement;
            var all = table.Concat(Strings(prov)).Concat(await Changes(ledger)).ToList();
            Assert.Empty(all.Where(Members.Contains).Distinct());
            written += all.Count;
        }

        Assert.InRange(written, 1_000, int.MaxValue);
    }

    private static async Task<List<string>> Changes(MemoryLedger ledger)
    {
        await using var models = new ReadModelFolder(ledger);
        await using var session = await models.Read();
        var trail = await AuditQueries.List(session, Viewer.LocalOperator, session.Head(ledger.Now), new AuditFilter(), 1_000);
        return [.. trail.Items.SelectMany(entry => entry.Changes).SelectMany(change => new[] { change.Before, change.After }).OfType<string>()
            .SelectMany(value => value[0] is '{' or '[' ? Strings(JsonDocument.Parse(value).RootElement) : [value])];
    }

    private static IEnumerable<string> Strings(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => [json.GetString()!],
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => Strings(member.Value)),
        _ => [],
    };
}
