using EventKb.ReadModels.Lineage;

namespace EventKb.Server.Export;

/// <summary>The edges of lineage that hold, with qualified names for ids.</summary>
internal sealed class ProvEdges(ProvSurvey survey, ProvNames names)
{
    /// <summary>Entities at the ends of an edge that no event here makes: files, and versions that this ledger does not hold.</summary>
    public IEnumerable<ProvStatement> OtherEntities(LineageRow row)
    {
        if (row.File is { } file)
            yield return new(names.From(row), ("ekb:sourcePath", file.Path), ("ekb:sourceVersion", file.Version),
                ("ekb:repository", file.Repository));
        else
            foreach (var name in new[] { ProvNames.Version(row.Derived), names.From(row) }.Where(name => survey.Made(name) is null))
                yield return new(name);
    }

    /// <summary>What a section states of an edge.</summary>
    public IEnumerable<ProvStatement> In(string section, LineageRow row)
    {
        var (derived, from) = (ProvNames.Version(row.Derived), names.From(row));
        var term = ProvTerms.Of(row.Type, survey.Made(derived), survey.Made(from));
        if (SectionOf(term) == section)
            yield return Statement(row, term, derived, from);
    }

    /// <summary>PROV-JSON has a section for each relation of PROV-DM, where a revision and a primary source are derivations of a type.</summary>
    private static string SectionOf(string term) =>
        term is ProvTerms.Revision or ProvTerms.PrimarySource ? ProvTerms.Derivation : term;

    private static ProvStatement Statement(LineageRow row, string term, string derived, string from)
    {
        var (id, position) = ($"_:{row.Type}-{ProvStatement.Text(row.Position)}", ProvStatement.Text(row.Position));
        return term switch
        {
            // PROV-DM gives an alternate no attributes.
            ProvTerms.Alternate => new(id, ("prov:alternate1", derived), ("prov:alternate2", from)),
            ProvTerms.Influence => new(id, ("prov:influencee", derived), ("prov:influencer", from),
                ("ekb:relation", row.Type), ("ekb:position", position)),
            _ => new(id, ("prov:generatedEntity", derived), ("prov:usedEntity", from), ("prov:type", DerivationType(term)),
                ("ekb:relation", row.Type), ("ekb:position", position)),
        };
    }

    private static string? DerivationType(string term) => term switch
    {
        ProvTerms.Revision => "prov:Revision",
        ProvTerms.PrimarySource => "prov:PrimarySource",
        _ => null,
    };
}
