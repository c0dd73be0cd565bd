using EventKb.Domain;
using EventKb.ReadModels;
using EventKb.ReadModels.Lineage;
using static EventKb.Server.Export.ProvStatement;

namespace EventKb.Server.Export;

/// <summary>What events and edges add to each section of an export.</summary>
internal sealed class ProvSections(ProvSurvey survey, ProvEdges edges)
{
    /// <summary>Sections with what each event and then each edge adds.</summary>
    public IReadOnlyList<ProvSection> All =>
    [
        new("entity", Versions, edges.OtherEntities), new("activity", Activities), new("agent", ProvAgents.Of), new("wasGeneratedBy", Generations),
        new("specializationOf", States), new("wasInvalidatedBy", Invalidations), new("wasAssociatedWith", ProvAgents.Associations),
        new("actedOnBehalfOf", ProvAgents.Delegations), Edges(ProvTerms.Derivation), Edges(ProvTerms.Alternate), Edges(ProvTerms.Influence),
    ];

    private ProvSection Edges(string section) => new(section, OfEdge: edge => edges.In(section, edge));

    private static IEnumerable<ProvStatement> Versions(ProvEvent next)
    {
        if (next.Made is not { } number)
            yield break;
        if (number == 1)
            yield return new(ProvNames.Thing(next.Recorded.Stream));
        yield return new(Name(next, number), ("prov:label", next.Happened.Content?.Title), ("ekb:position", Text(next.Recorded.Position)),
            ("ekb:bodySha256", (next.Recorded.Content as ContentSeal.Present)?.BodySha256));
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
        if (next.Made is not { } number)
            yield break;
        if (number == 1)
            yield return Event(next, "begun", ProvNames.Thing(next.Recorded.Stream));
        yield return Event(next, "generated", Name(next, number));
    }

    /// <summary>A source goes on where an article is out of use here: what comes of it then is no state of what is invalid.</summary>
    private IEnumerable<ProvStatement> States(ProvEvent next)
    {
        if (next.Made is { } number && (survey.EndOf(next.Recorded.Stream) is not { } end || next.Recorded.Position < end))
            yield return new($"_:state-{Text(next.Recorded.Position)}", ("prov:specificEntity", Name(next, number)),
                ("prov:generalEntity", ProvNames.Thing(next.Recorded.Stream)));
    }

    /// <summary>
    /// What goes out of use is the article, with every state of it. PROV lets nothing that was invalidated come back, and an article that was
    /// restored is in use again, so only an end that holds invalidates, once, from its beginning.
    /// </summary>
    private IEnumerable<ProvStatement> Invalidations(ProvEvent next)
    {
        if (survey.EndOf(next.Recorded.Stream) == next.Recorded.Position)
            yield return Event(next, "invalidated", ProvNames.Thing(next.Recorded.Stream));
    }

    private static ProvStatement Event(ProvEvent next, string what, string entity) => new($"_:{what}-{Text(next.Recorded.Position)}",
        ("prov:entity", entity), ("prov:activity", ProvNames.Activity(next.Recorded)), ("prov:time", Text(next.ValidFrom)));

    private static string Name(ProvEvent next, int number) => ProvNames.Version(new(next.Recorded.Stream.Text, number));
}

/// <summary>A section of an export, with what fills it.</summary>
internal sealed record ProvSection(string Name, Func<ProvEvent, IEnumerable<ProvStatement>>? OfEvent = null,
    Func<LineageRow, IEnumerable<ProvStatement>>? OfEdge = null);
