using EventKb.Domain;
using EventKb.Domain.KnowledgeArticles;
using EventKb.ReadModels;
using EventKb.ReadModels.KnowledgeArticles;
using EventKb.ReadModels.Lineage;
using static EventKb.Server.Export.ProvStatement;

namespace EventKb.Server.Export;

/// <summary>What an event adds to each section of an export.</summary>
internal sealed class ProvSections(ProvSurvey survey, ProvEdges edges)
{
    /// <summary>Sections with what each is filled from, one pass over the ledger after another.</summary>
    public IReadOnlyList<(string Section, Func<ProvEvent, IEnumerable<ProvStatement>>[] Passes)> All =>
    [
        ("entity", [Versions, OtherEntities]), ("activity", [Activities]), ("agent", [ProvAgents.Of]), ("wasGeneratedBy", [Generations]),
        ("specializationOf", [States]), ("wasInvalidatedBy", [Invalidations]), ("wasAssociatedWith", [ProvAgents.Associations]),
        ("actedOnBehalfOf", [ProvAgents.Delegations]), Edges(ProvTerms.Derivation), Edges(ProvTerms.Alternate), Edges(ProvTerms.Influence),
    ];

    private (string, Func<ProvEvent, IEnumerable<ProvStatement>>[]) Edges(string section) => (section, [next => edges.In(section, next)]);

    private static IEnumerable<ProvStatement> Versions(ProvEvent next)
    {
        if (next.Revision is not { } number)
            yield break;
        if (number == 1)
            yield return new(ProvNames.Article(next.Recorded.Stream));
        yield return new(Name(next, number), ("prov:label", next.Happened.Content?.Title), ("ekb:position", Text(next.Recorded.Position)),
            ("ekb:bodySha256", (next.Recorded.Content as ContentSeal.Present)?.BodySha256));
    }

    /// <summary>Sources, and versions that this ledger does not hold.</summary>
    private IEnumerable<ProvStatement> OtherEntities(ProvEvent next)
    {
        foreach (var edge in edges.Of(next))
            if (edge.Type == LineageTypes.ImportedFrom && next.Recorded.Event is KnowledgeArticleEvent.RevisionImported imported)
                yield return new(edge.From, ("ekb:sourcePath", imported.SourcePath), ("ekb:sourceVersion", imported.SourceVersion),
                    ("ekb:repository", imported.Repository));
            else
                foreach (var name in new[] { edge.Derived, edge.From }.Where(name => survey.Made(name) is null))
                    yield return new(name);
    }

    private static IEnumerable<ProvStatement> Activities(ProvEvent next)
    {
        var (recorded, metadata) = (next.Recorded, next.Recorded.Metadata);
        yield return new(ProvNames.Activity(recorded), ("prov:startTime", Text(next.ValidFrom)), ("prov:endTime", Text(next.ValidFrom)),
            ("ekb:occurredAt", Text(recorded.OccurredAt)), ("ekb:recordedAt", Text(recorded.RecordedAt)),
            ("ekb:via", RowJson.Name(metadata.Via)), ("ekb:causation", metadata.CausationId));
    }

    private static IEnumerable<ProvStatement> Generations(ProvEvent next)
    {
        if (next.Revision is not { } number)
            yield break;
        if (number == 1)
            yield return Event(next, "begun", ProvNames.Article(next.Recorded.Stream));
        yield return Event(next, "generated", Name(next, number));
    }

    /// <summary>A source goes on where an article is out of use here: what comes of it then is no state of what is invalid.</summary>
    private IEnumerable<ProvStatement> States(ProvEvent next)
    {
        if (next.Revision is { } number && (survey.EndOf(next.Recorded.Stream) is not { } end || next.Recorded.Position < end.First))
            yield return new($"_:state-{Text(next.Recorded.Position)}", ("prov:specificEntity", Name(next, number)),
                ("prov:generalEntity", ProvNames.Article(next.Recorded.Stream)));
    }

    /// <summary>
    /// What goes out of use is the article, with every state of it. PROV lets nothing that was invalidated come back, and an article that was
    /// restored is in use again, so only an end that holds invalidates, once, from its beginning.
    /// </summary>
    private IEnumerable<ProvStatement> Invalidations(ProvEvent next)
    {
        if (survey.EndOf(next.Recorded.Stream)?.First == next.Recorded.Position)
            yield return Event(next, "invalidated", ProvNames.Article(next.Recorded.Stream));
    }

    private static ProvStatement Event(ProvEvent next, string what, string entity) => new($"_:{what}-{Text(next.Recorded.Position)}",
        ("prov:entity", entity), ("prov:activity", ProvNames.Activity(next.Recorded)), ("prov:time", Text(next.ValidFrom)));

    private static string Name(ProvEvent next, int number) => ProvNames.Version(next.Recorded.Stream.Text, number);
}
