using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Ledger;

namespace EventKb.Server.Export;

/// <summary>
/// Lineage as PROV-JSON (W3C member submission): every revision is an entity, every command that made one an activity, every
/// person an agent. One pass over the ledger for each section, so that memory does not grow with it.
/// </summary>
internal static class ProvJson
{
    private const int Batch = 500;
    private const string Namespace = "urn:eventkb:";

    private static readonly (string Section, Func<LedgerEvent, IEnumerable<Statement>> Of)[] Sections =
    [
        ("entity", Entities), ("activity", Activities), ("agent", Agents), ("wasGeneratedBy", Generations),
        ("wasAssociatedWith", Associations), ("actedOnBehalfOf", Delegations), ("wasDerivedFrom", Derivations),
        ("wasInvalidatedBy", Invalidations),
    ];

    /// <summary>Writes the whole ledger's lineage.</summary>
    public static async Task Write(EventFeed feed, Stream output, IProgress<long> progress, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(
            output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        var head = await feed.Head(cancellation);
        json.WriteStartObject();
        json.WriteStartObject("prefix");
        json.WriteString("ekb", $"{Namespace}{head.Origin}:");
        json.WriteEndObject();
        foreach (var (section, of) in Sections)
        {
            json.WriteStartObject(section);
            await WriteSection(feed, json, of, head.Size, progress, cancellation);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        await json.FlushAsync(cancellation);
    }

    private static async Task WriteSection(EventFeed feed, Utf8JsonWriter json, Func<LedgerEvent, IEnumerable<Statement>> of,
        long size,
        IProgress<long> progress, CancellationToken cancellation)
    {
        var written = new HashSet<string>(StringComparer.Ordinal); // persons and commands recur
        for (long position = 0; position < size; progress.Report(position))
        {
            var events = await feed.Read(position, (int)Math.Min(Batch, size - position), cancellation);
            foreach (var statement in events.SelectMany(of).Where(s => written.Add(s.Id)))
                statement.Write(json);
            position = events[^1].Recorded.Position;
            await json.FlushAsync(cancellation);
        }
    }

    private static IEnumerable<Statement> Entities(LedgerEvent happened) => Revision(happened) is { } number
        ?
        [
            new(Entity(happened.Recorded.Stream, number),
                ("prov:label", happened.Content?.Title), ("ekb:position", Text(happened.Recorded.Position)),
                ("ekb:bodySha256", (happened.Recorded.Content as ContentSeal.Present)?.BodySha256),
                ("ekb:sourcePath", (happened.Recorded.Event as KnowledgeArticleEvent.RevisionImported)?.SourcePath),
                ("ekb:sourceVersion", (happened.Recorded.Event as KnowledgeArticleEvent.RevisionImported)?.SourceVersion)),
        ]
        : [];

    private static IEnumerable<Statement> Activities(LedgerEvent happened) => happened.Recorded.Event is KnowledgeArticleEvent
        ?
        [
            new(Activity(happened), ("prov:startTime", Time(happened.Recorded.OccurredAt)),
                ("prov:endTime", Time(happened.Recorded.OccurredAt)),
                ("ekb:recordedAt", Time(happened.Recorded.RecordedAt)), ("ekb:via", happened.Recorded.Envelope.Via.ToString()),
                ("ekb:causation", happened.Recorded.Envelope.CausationId)),
        ]
        : [];

    private static IEnumerable<Statement> Agents(LedgerEvent happened)
    {
        if (happened.Recorded.Event is not KnowledgeArticleEvent)
            yield break;
        yield return new(Agent(happened.Recorded.Envelope.Person), ("prov:type", "prov:Person"));
        if (happened.Recorded.Envelope.OnBehalfOf is { } other)
            yield return new(Agent(other), ("prov:type", "prov:Person"));
    }

    private static IEnumerable<Statement> Generations(LedgerEvent happened) => Revision(happened) is { } number
        ?
        [
            Relation(happened, "generated", ("prov:entity", Entity(happened.Recorded.Stream, number)),
                ("prov:activity", Activity(happened)), ("prov:time", Time(happened.Recorded.OccurredAt))),
        ]
        : [];

    private static IEnumerable<Statement> Associations(LedgerEvent happened) => happened.Recorded.Event is KnowledgeArticleEvent
        ? [new($"_:associated-{Activity(happened)}", ("prov:activity", Activity(happened)),
        ("prov:agent", Agent(happened.Recorded.Envelope.Person)))]
        : [];

    private static IEnumerable<Statement> Delegations(LedgerEvent happened) =>
        happened.Recorded is { Event: KnowledgeArticleEvent, Envelope.OnBehalfOf: { } other }
            ?
            [
                Relation(happened, "delegated", ("prov:delegate", Agent(happened.Recorded.Envelope.Person)),
                    ("prov:responsible", Agent(other)),
                    ("prov:activity", Activity(happened))),
            ]
            : [];

    private static IEnumerable<Statement> Derivations(LedgerEvent happened)
    {
        var stream = happened.Recorded.Stream;
        if (Revision(happened) is { } number and > 1)
            yield return Relation(happened, "revised", ("prov:generatedEntity", Entity(stream, number)),
                ("prov:usedEntity", Entity(stream, number - 1)), ("prov:type", "prov:Revision"));
        if (happened.Recorded.Event is KnowledgeArticleEvent.Related related)
            yield return Relation(happened, "related", ("prov:generatedEntity", Entity(stream, related.Revision)),
                ("prov:usedEntity", Entity(related.Target)), ("ekb:relation", related.Type.ToString()));
        if (happened.Recorded.Event is KnowledgeArticleEvent.Adopted adopted)
            yield return Relation(happened, "adopted", ("prov:generatedEntity", Entity(stream, 1)),
                ("prov:usedEntity", Entity(adopted.From)),
                ("ekb:origin", adopted.Origin));
    }

    /// <summary>
    /// An article leaves use with everything it says: stated of the article itself, of which each revision is a state.
    /// </summary>
    private static IEnumerable<Statement> Invalidations(LedgerEvent happened) =>
        happened.Recorded.Event is KnowledgeArticleEvent.Retired or KnowledgeArticleEvent.Withdrawn
            ?
            [
                Relation(happened, "invalidated", ("prov:entity", $"ekb:{happened.Recorded.Stream}"),
                    ("prov:activity", Activity(happened)),
                    ("prov:time", Time(happened.Recorded.OccurredAt))),
            ]
            : [];

    private static int? Revision(LedgerEvent happened) => happened.Recorded.Event switch
    {
        KnowledgeArticleEvent.Drafted or KnowledgeArticleEvent.Adopted => 1,
        KnowledgeArticleEvent.Revised revised => revised.Revision,
        KnowledgeArticleEvent.RevisionImported imported => imported.Revision,
        _ => null,
    };

    private static Statement Relation(LedgerEvent happened, string what, params (string, string?)[] attributes) =>
        new($"_:{what}-{Text(happened.Recorded.Position)}", attributes);

    private static string Entity(StreamId stream, int revision) => $"ekb:{stream}#{Text(revision)}";

    private static string Entity(ArticleVersion version) => $"ekb:{version.Article}#{Text(version.Revision)}";

    private static string Activity(LedgerEvent happened) =>
        $"ekb:command/{happened.Recorded.Stream}/{happened.Recorded.Envelope.CommandId}";

    private static string Agent(PersonId person) => $"ekb:person/{person}";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset time) =>
        time.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private sealed record Statement(string Id, params (string Name, string? Value)[] Attributes)
    {
        public void Write(Utf8JsonWriter json)
        {
            json.WriteStartObject(Id);
            foreach (var (name, value) in Attributes)
                if (value is not null)
                    json.WriteString(name, value);
            json.WriteEndObject();
        }
    }
}
