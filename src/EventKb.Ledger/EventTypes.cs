using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using EventKb.Domain;
using EventKb.Domain.Catalogue;
using EventKb.Domain.Erasure;
using EventKb.Domain.Governance;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Domain.Losses;
using EventKb.Domain.Ownership;

namespace EventKb.Ledger;

/// <summary>Stored name ↔ record. A stored name is never given up and never means anything else.</summary>
public static class EventTypes
{
    private static readonly FrozenDictionary<string, Type> ByName = new Dictionary<string, Type>
    {
        ["knowledge-article.drafted/1"] = typeof(KnowledgeArticleEvent.Drafted),
        ["knowledge-article.revised/1"] = typeof(KnowledgeArticleEvent.Revised),
        ["knowledge-article.submitted-for-review/1"] = typeof(KnowledgeArticleEvent.SubmittedForReview),
        ["knowledge-article.changes-requested/1"] = typeof(KnowledgeArticleEvent.ChangesRequested),
        ["knowledge-article.approved/1"] = typeof(KnowledgeArticleEvent.Approved),
        ["knowledge-article.publication-scheduled/1"] = typeof(KnowledgeArticleEvent.PublicationScheduled),
        ["knowledge-article.publication-cancelled/1"] = typeof(KnowledgeArticleEvent.PublicationCancelled),
        ["knowledge-article.published/2"] = typeof(KnowledgeArticleEvent.Published),
        ["knowledge-article.provisionally-published/1"] = typeof(KnowledgeArticleEvent.ProvisionallyPublished),
        ["knowledge-article.provision-lapsed/1"] = typeof(KnowledgeArticleEvent.ProvisionLapsed),
        ["knowledge-article.revision-imported/1"] = typeof(KnowledgeArticleEvent.RevisionImported),
        ["knowledge-article.validity-changed/1"] = typeof(KnowledgeArticleEvent.ValidityChanged),
        ["knowledge-article.reviewed-unchanged/1"] = typeof(KnowledgeArticleEvent.ReviewedUnchanged),
        ["knowledge-article.flagged/1"] = typeof(KnowledgeArticleEvent.Flagged),
        ["knowledge-article.flag-resolved/1"] = typeof(KnowledgeArticleEvent.FlagResolved),
        ["knowledge-article.withdrawn/1"] = typeof(KnowledgeArticleEvent.Withdrawn),
        ["knowledge-article.retired/1"] = typeof(KnowledgeArticleEvent.Retired),
        ["knowledge-article.restored/1"] = typeof(KnowledgeArticleEvent.Restored),
        ["knowledge-article.accountability-set/1"] = typeof(KnowledgeArticleEvent.AccountabilitySet),
        ["knowledge-article.steward-set/2"] = typeof(KnowledgeArticleEvent.StewardSet),
        ["knowledge-article.classified/1"] = typeof(KnowledgeArticleEvent.Classified),
        ["knowledge-article.audience-set/1"] = typeof(KnowledgeArticleEvent.AudienceSet),
        ["knowledge-article.attached/2"] = typeof(KnowledgeArticleEvent.Attached),
        ["knowledge-article.detached/2"] = typeof(KnowledgeArticleEvent.Detached),
        ["knowledge-article.related/1"] = typeof(KnowledgeArticleEvent.Related),
        ["knowledge-article.unrelated/1"] = typeof(KnowledgeArticleEvent.Unrelated),
        ["knowledge-article.adopted/1"] = typeof(KnowledgeArticleEvent.Adopted),
        ["knowledge-article.moved/1"] = typeof(KnowledgeArticleEvent.Moved),
        ["ownership-assignment.assigned/1"] = typeof(OwnershipAssignmentEvent.Assigned),
        ["ownership-assignment.transferred/1"] = typeof(OwnershipAssignmentEvent.Transferred),
        ["ownership-assignment.deputy-appointed/1"] = typeof(OwnershipAssignmentEvent.DeputyAppointed),
        ["ownership-assignment.deputy-relieved/1"] = typeof(OwnershipAssignmentEvent.DeputyRelieved),
        ["ownership-assignment.ended/1"] = typeof(OwnershipAssignmentEvent.Ended),
        ["ownership-assignment.corrected/1"] = typeof(OwnershipAssignmentEvent.Corrected),
        ["knowledge-process.adopted/1"] = typeof(KnowledgeProcessEvent.Adopted),
        ["knowledge-process.amended/1"] = typeof(KnowledgeProcessEvent.Amended),
        ["knowledge-process.repealed/1"] = typeof(KnowledgeProcessEvent.Repealed),
        ["control.performed/1"] = typeof(ControlEvent.Performed),
        ["control.finding-raised/1"] = typeof(ControlEvent.FindingRaised),
        ["control.finding-closed/1"] = typeof(ControlEvent.FindingClosed),
        ["catalogue-entry.registered/1"] = typeof(CatalogueEntryEvent.Registered),
        ["catalogue-entry.described/1"] = typeof(CatalogueEntryEvent.Described),
        ["catalogue-entry.dependency-added/1"] = typeof(CatalogueEntryEvent.DependencyAdded),
        ["catalogue-entry.dependency-removed/1"] = typeof(CatalogueEntryEvent.DependencyRemoved),
        ["catalogue-entry.discontinued/1"] = typeof(CatalogueEntryEvent.Discontinued),
        ["institution.registered/1"] = typeof(InstitutionEvent.Registered),
        ["institution.merged/1"] = typeof(InstitutionEvent.Merged),
        ["institution.split/1"] = typeof(InstitutionEvent.Split),
        ["institution.succeeded/1"] = typeof(InstitutionEvent.Succeeded),
        ["erasure.content-erased/1"] = typeof(ErasureEvent.ContentErased),
        ["ledger-loss.accepted/1"] = typeof(LedgerLossEvent.Accepted),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, JsonTypeInfo> Shapes =
        ByName.ToFrozenDictionary(t => t.Key, t => StoredJson.Options.GetTypeInfo(t.Value), StringComparer.Ordinal);

    private static readonly FrozenDictionary<Type, string> Names = ByName.ToFrozenDictionary(t => t.Value, t => t.Key);

    /// <summary>Every name that is written today.</summary>
    public static IReadOnlyDictionary<string, Type> Current => ByName;

    /// <summary>Stored name, with version, under which an event is written.</summary>
    public static string NameOf(Event happened) => Names.TryGetValue(happened.GetType(), out var name)
        ? name
        : throw new InvalidOperationException(
            $"The event {happened.GetType()} has no stored name; add it to {nameof(EventTypes)}.");

    /// <summary>The event's JSON.</summary>
    public static byte[] Write(Event happened) => JsonSerializer.SerializeToUtf8Bytes(happened, Shapes[NameOf(happened)]);

    /// <summary>The event of a stored name and JSON, brought to the newest version of its type.</summary>
    public static Event Read(string name, ReadOnlySpan<byte> data)
    {
        if (Shapes.TryGetValue(name, out var shape))
            return (Event)JsonSerializer.Deserialize(data, shape)!;
        var json = JsonSerializer.Deserialize<JsonObject>(data)
            ?? throw new JsonException($"An event of type '{name}' has no data.");
        while (Upcasters.ByName.TryGetValue(name, out var step))
            (name, json) = (step.To, step.Upcast(json));
        return Shapes.TryGetValue(name, out shape)
            ? (Event)json.Deserialize(shape)!
            : throw new UnknownEventTypeException(name);
    }
}
