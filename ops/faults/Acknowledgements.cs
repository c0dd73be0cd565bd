using System.Text.Json;

namespace EventKb.Faults;

/// <summary>A row that the ledger said it had taken, as the client logged it.</summary>
public sealed record Acknowledged(string Article, string CommandId, int Events, long FirstPosition, long LastPosition)
{
    /// <summary>Stream that took it: the article's, or that of a record or of a link.</summary>
    public string Stream { get; init; } = Article;
}

/// <summary>An event that the ledger has.</summary>
public sealed record Stored(long Position, string Stream, string CommandId, string CausationId, string What);

/// <summary>Holds what was acknowledged against what is there.</summary>
public static class Acknowledgements
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>
    /// Reads a client's log; a last line that the client's own end cut short was never an acknowledgement to anyone.
    /// </summary>
    public static List<Acknowledged> Read(string log)
    {
        if (!File.Exists(log))
            return [];
        var text = File.ReadAllText(log);
        var whole = text[..(text.LastIndexOf('\n') + 1)];
        return [.. whole.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l =>
            JsonSerializer.Deserialize<Acknowledged>(l, Web)!)];
    }

    /// <summary>Acknowledged events that are not in the ledger, at their positions and under their command.</summary>
    public static List<Acknowledged> Missing(IEnumerable<Acknowledged> acknowledged, IReadOnlyList<Stored> stored)
    {
        var at = stored.ToDictionary(s => s.Position);
        return [.. acknowledged.Where(a => a.Events > 0 && !Positions(a).All(p =>
            at.TryGetValue(p, out var s) && s.Stream == a.Stream && s.CommandId == a.CommandId))];
    }

    /// <summary>Commands whose events are in the ledger more than once, and rows of history that became events twice.</summary>
    public static List<string> Duplicated(IEnumerable<Acknowledged> acknowledged, IReadOnlyList<Stored> stored)
    {
        var count = stored.CountBy(s => (s.Stream, s.CommandId)).ToDictionary();
        var tooMany = acknowledged.Where(a => a.Events > 0 && count.GetValueOrDefault((a.Stream, a.CommandId)) > a.Events)
            .Select(a => a.CommandId);
        // A row of a log says something of its record and of those that it names: of each once.
        var twice = stored.GroupBy(s => (s.CausationId, Stream: StoredEvents.IsOfLog(s) ? s.Stream : ""))
            .Where(g => g.Select(s => (s.Stream, s.CommandId)).Distinct().Count() > 1).Select(g => g.Key.CausationId);
        return [.. tooMany.Concat(twice).Distinct()];
    }

    private static IEnumerable<long> Positions(Acknowledged a)
    {
        for (var p = a.FirstPosition; p <= a.LastPosition; p++)
            yield return p;
    }
}
