using System.Text.Json;
using EventKb.Domain;
using EventKb.Domain.Catalogue;
using EventKb.Domain.Erasure;
using EventKb.Domain.Governance;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Domain.Ownership;

namespace EventKb.ReadModels.Audit;

/// <summary>
/// By what else a stream's entries can be found: its services, resources, duty, subject, or the stream it is about.
/// </summary>
internal static class AuditLinks
{
    public const string Service = "service";
    public const string Resource = "resource";
    public const string Accountable = "accountable";
    public const string Subject = "subject";
    public const string Duty = "duty";
    public const string About = "about";

    public static void Write(ReadModelWriter rows, Recorded recorded, FieldLog fields)
    {
        foreach (var (path, before, after) in fields.Changes)
            foreach (var kind in KindsOf(recorded, path))
                Change(rows, recorded, kind, Values(before), Values(after));
        if (recorded is { Version: 1, Event: CatalogueEntryEvent.Registered { Kind: not EntryKind.LifeSituation } entry })
            Open(rows, recorded, entry.Kind == EntryKind.Service ? Service : Resource, recorded.Stream.Text);
    }

    private static string[] KindsOf(Recorded recorded, string path) => (recorded.Event, path) switch
    {
        (KnowledgeArticleEvent, "classification.services") => [Service],
        (KnowledgeArticleEvent, "classification.resources") => [Resource],
        (KnowledgeArticleEvent, "accountable") => [Accountable],
        (ErasureEvent, "stream") => [About],
        (OwnershipAssignmentEvent, "duty") or (ControlEvent, "duty") => [Duty],
        // Which of the two registers a subject is in shows from the side that asks; ids are unique over both.
        (OwnershipAssignmentEvent, "subject") or (ControlEvent, "subject") =>
            [Subject, Service, Resource],
        _ => [],
    };

    private static void Change(ReadModelWriter rows, Recorded recorded, string kind, List<string> before, List<string> after)
    {
        foreach (var gone in before.Except(after))
            rows.Execute(
                """
                UPDATE audit_links SET pos_to = @position
                WHERE kind = @kind AND value = @value AND stream = @stream AND pos_to = @open
                """,
                ("@position", recorded.Position), ("@kind", kind), ("@value", gone), ("@stream", recorded.Stream.Text),
                    ("@open", Micros.Open));
        foreach (var come in after.Except(before))
            Open(rows, recorded, kind, come);
    }

    private static void Open(ReadModelWriter rows, Recorded recorded, string kind, string value) => rows.Execute(
        "INSERT INTO audit_links (kind, value, stream, pos_from, pos_to) VALUES (@kind, @value, @stream, @position, @open)",
        ("@kind", kind), ("@value", value), ("@stream", recorded.Stream.Text), ("@position", recorded.Position),
            ("@open", Micros.Open));

    private static List<string> Values(string? json)
    {
        if (json is null)
            return [];
        using var value = JsonDocument.Parse(json);
        return value.RootElement.ValueKind == JsonValueKind.Array
            ? [.. value.RootElement.EnumerateArray().Select(item => item.GetString()!).Distinct()]
            : [value.RootElement.GetString()!];
    }
}
