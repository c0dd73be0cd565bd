using System.Text.Encodings.Web;
using System.Text.Json;
using EventKb.Ledger;

namespace EventKb.Server.Export;

/// <summary>
/// Lineage as PROV-JSON (W3C member submission): articles, their revisions and what these came from are entities, every command that
/// wrote something an activity, whoever gave it an agent. One pass over the ledger finds what holds, and one or two write each section, so
/// that memory grows with ids alone.
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
        var survey = new ProvSurvey();
        await foreach (var next in Events())
            survey.Take(next);
        var names = new ProvNames(head.Origin, survey.Others);
        json.WriteStartObject();
        json.WriteStartObject("prefix");
        foreach (var (prefix, stands) in names.Prefixes)
            json.WriteString(prefix, stands);
        json.WriteEndObject();
        foreach (var (section, passes) in new ProvSections(survey, new ProvEdges(survey, names)).All)
        {
            json.WriteStartObject(section);
            await WriteSection(json, passes, Events, cancellation);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        await json.FlushAsync(cancellation);

        IAsyncEnumerable<ProvEvent> Events() => ProvEvent.All(feed, head.Size, progress, cancellation);
    }

    private static async Task WriteSection(Utf8JsonWriter json, Func<ProvEvent, IEnumerable<ProvStatement>>[] passes,
        Func<IAsyncEnumerable<ProvEvent>> events, CancellationToken cancellation)
    {
        var written = new HashSet<string>(StringComparer.Ordinal); // persons, commands and sources recur
        foreach (var pass in passes)
            await foreach (var next in events())
            {
                foreach (var statement in pass(next).Where(s => written.Add(s.Id)))
                    statement.Write(json);
                if (json.BytesPending > MostPending)
                    await json.FlushAsync(cancellation);
            }
    }
}
