using System.Text.Json;
using EventKb.Domain;
using EventKb.ReadModels.Audit;

namespace EventKb.Integration.Tests.ReadModels.OneFold;

/// <summary>After each event of any history the fields that the trail adds up to are the fields of the state.</summary>
public sealed class TrailRowsAndState
{
    public static TheoryData<string> Categories => [.. RandomCommands.All.Keys];

    [Theory]
    [MemberData(nameof(Categories))]
    public async Task The_trail_adds_up_to_the_state(string category)
    {
        var events = 0;
        for (var seed = 1; seed <= 30; seed++)
        {
            var history = RandomHistory.Of(category, seed);
            events += history.Ledger.Size;
            await Compare(history, seed);
        }

        Assert.InRange(events, 60, 1_200);
    }

    private static async Task Compare(RandomHistory history, int seed)
    {
        await using var models = new ReadModelFolder(history.Ledger);
        await using var session = await models.Read();
        var entries = await session.List("SELECT changes FROM audit_entries ORDER BY position", row => row.GetString(0));
        var trail = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < entries.Count; i++)
        {
            foreach (var (path, before, after) in ChangesIn(entries[i]))
            {
                Assert.Equal((seed, i, path, before), (seed, i, path, trail.GetValueOrDefault(path)));
                if (after is null)
                    trail.Remove(path);
                else
                    trail[path] = after;
            }

            Assert.Equal(FieldsOf(history.Decider, history.States[i + 1]), trail);
        }
    }

    // What is said once is no field.
    private static IEnumerable<(string Path, string? Before, string? After)> ChangesIn(string entry) =>
        from change in JsonDocument.Parse(entry).RootElement.EnumerateArray()
        let path = change[0].GetString()!
        where !path.EndsWith("comment", StringComparison.Ordinal) && !path.StartsWith("rows.", StringComparison.Ordinal)
        select (path, Json(change[1]), Json(change[2]));

    private static string? Json(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetRawText();

    private static SortedDictionary<string, string> FieldsOf(Decider decider, object state) => new(
        decider.Fields(state).ToDictionary(field => field.Path, field => StoredChanges.Shown(field.Value)!), StringComparer.Ordinal);
}
