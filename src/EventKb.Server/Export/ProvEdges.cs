using EventKb.Domain.KnowledgeArticles;
using EventKb.ReadModels;
using EventKb.ReadModels.KnowledgeArticles;
using EventKb.ReadModels.Lineage;

namespace EventKb.Server.Export;

/// <summary>The edges of lineage that events state and that hold, with qualified names for ids.</summary>
internal sealed class ProvEdges(ProvSurvey survey, ProvNames names)
{
    /// <summary>Edges that an event states.</summary>
    public IEnumerable<LineageEdge> Of(ProvEvent stated)
    {
        var (stream, position) = (stated.Recorded.Stream, stated.Recorded.Position);
        if (stated.Revision is { } number and > 1)
            yield return Edge(Own(number), Own(number - 1), LineageTypes.RevisionOf, position);
        switch (stated.Recorded.Event)
        {
            case KnowledgeArticleEvent.RevisionImported e:
                yield return Edge(Own(e.Revision), ProvNames.Source(stated.Recorded.Metadata.Institution, e), LineageTypes.ImportedFrom, position);
                break;
            case KnowledgeArticleEvent.Adopted e:
                yield return Edge(Own(1), names.Version(e.From, e.Origin), LineageTypes.Adopted, position);
                break;
            case KnowledgeArticleEvent.Related e when survey.Holds(position):
                yield return Edge(Own(e.Revision), names.Version(e.Target, null), RowJson.Name(e.Type), position);
                break;
            case KnowledgeArticleEvent.Retired { Successor: { } successor } when survey.EndOf(stream) is { } end && end.Last == position:
                yield return Edge(names.Version(successor, null), Own(end.Revision), LineageTypes.Successor, position);
                break;
            case KnowledgeArticleEvent.Withdrawn { Instead: { } instead } when survey.EndOf(stream) is { } end && end.Last == position:
                yield return Edge(names.Version(instead, null), Own(end.Revision), LineageTypes.Instead, position);
                break;
        }

        string Own(int revision) => ProvNames.Version(stream.Text, revision);
    }

    /// <summary>Statements of a section about the edges that an event states.</summary>
    public IEnumerable<ProvStatement> In(string section, ProvEvent stated) =>
        Of(stated).Where(edge => SectionOf(edge.Prov) == section).Select(Statement);

    /// <summary>PROV-JSON has a section for each relation of PROV-DM, where a revision and a primary source are derivations of a type.</summary>
    private static string SectionOf(string term) =>
        term is ProvTerms.Revision or ProvTerms.PrimarySource ? ProvTerms.Derivation : term;

    private static ProvStatement Statement(LineageEdge edge)
    {
        var (id, position) = ($"_:{edge.Type}-{ProvStatement.Text(edge.Position)}", ProvStatement.Text(edge.Position));
        return edge.Prov switch
        {
            // PROV-DM gives an alternate no attributes.
            ProvTerms.Alternate => new(id, ("prov:alternate1", edge.Derived), ("prov:alternate2", edge.From)),
            ProvTerms.Influence => new(id, ("prov:influencee", edge.Derived), ("prov:influencer", edge.From),
                ("ekb:relation", edge.Type), ("ekb:position", position)),
            _ => new(id, ("prov:generatedEntity", edge.Derived), ("prov:usedEntity", edge.From), ("prov:type", DerivationType(edge.Prov)),
                ("ekb:relation", edge.Type), ("ekb:position", position)),
        };
    }

    private static string? DerivationType(string term) => term switch
    {
        ProvTerms.Revision => "prov:Revision",
        ProvTerms.PrimarySource => "prov:PrimarySource",
        _ => null,
    };

    private LineageEdge Edge(string derived, string from, string type, long position) =>
        new(derived, from, type, ProvTerms.Of(type, survey.Made(derived), survey.Made(from)), position);
}
