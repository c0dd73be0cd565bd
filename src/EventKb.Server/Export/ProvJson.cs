using System.Text.Encodings.Web;
using System.Text.Json;
using EventKb.Ledger;
using EventKb.ReadModels.Lineage;

namespace EventKb.Server.Export;

/// <summary>
/// Lineage as PROV-JSON (W3C member submission): articles, their revisions and what these came from are entities, every command that
/// wrote something an activity, whoever gave it an agent. The edges are those of the read models; one pass over the ledger finds what else
/// holds, and one writes each section, so that memory grows with ids alone.
/// </summary>
internal static class ProvJson
{
    private const int MostPending = 1 << 16;

    /// <summary>Writes the whole ledger's lineage.</summary>
    public static async Task Write(EventFeed feed, Stream output, IProgress<long> progress, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(
            output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        var head = await feed.Head(cancellation);
        await using var lineage = await WholeLineage.Of(feed, head, progress, cancellation);
        var survey = new ProvSurvey();
        await foreach (var next in Events())
            survey.Take(next);
        var names = new ProvNames(head.Origin, await lineage.Origins());
        json.WriteStartObject();
        json.WriteStartObject("prefix");
        foreach (var (prefix, stands) in names.Prefixes)
            json.WriteString(prefix, stands);
        json.WriteEndObject();
        foreach (var (section, ofEvent, ofEdge) in new ProvSections(survey, new ProvEdges(survey, names)).All)
        {
            json.WriteStartObject(section);
            var written = new HashSet<string>(StringComparer.Ordinal); // persons, commands and sources recur
            if (ofEvent is not null)
                await Write(json, Events(), ofEvent, written, cancellation);
            if (ofEdge is not null)
                await Write(json, lineage.Edges(), ofEdge, written, cancellation);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        await json.FlushAsync(cancellation);

        IAsyncEnumerable<ProvEvent> Events() => ProvEvent.All(feed, head.Size, progress, cancellation);
    }

    private static async Task Write<T>(Utf8JsonWriter json, IAsyncEnumerable<T> all, Func<T, IEnumerable<ProvStatement>> statements,
        HashSet<string> written, CancellationToken cancellation)
    {
        await foreach (var next in all)
        {
            foreach (var statement in statements(next).Where(s => written.Add(s.Id)))
                statement.Write(json);
            if (json.BytesPending > MostPending)
                await json.FlushAsync(cancellation);
        }
    }
}
