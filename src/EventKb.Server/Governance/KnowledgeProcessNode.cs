using EventKb.Domain;
using EventKb.Domain.Governance;
using EventKb.ReadModels.Governance;
using EventKb.Server.Catalogue;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Schema;
using GraphQL;

namespace EventKb.Server.Governance;

/// <summary>A knowledge process as it is known in a view.</summary>
[Name("KnowledgeProcess")]
[Implements(typeof(INode))]
internal sealed class KnowledgeProcessNode(Reading view, ProcessRow row) : INode
{
    [Id]
    public string Id => row.Id;

    public InstitutionNode Institution => new(view, row.Institution);

    public int Version => (int)row.Version;

    public ProcessPeriod? InForce => row.InForce is { } rules ? new(rules) : null;

    public IEnumerable<ProcessPeriod> Periods => row.Rules.Select(rules => new ProcessPeriod(rules));
}

/// <summary>Rules and the days on which they are in force.</summary>
internal sealed class ProcessPeriod(ProcessRulesRow row)
{
    public int Version => (int)row.Version;

    public string? Title => row.Title;

    public Scope Scope => row.Scope;

    public DateOnly From => row.From;

    public DateOnly? Until => row.Until;

    public bool Current => row.Current;

    public DocumentAnswer Document => new(row.Document);

    public ProcessRulesAnswer Rules => new(row.Rules);
}

/// <summary>A document of the institution.</summary>
[Name("Document")]
internal sealed class DocumentAnswer(Document document)
{
    public string Number => document.Number;

    public DateOnly Date => document.Date;

    public string Sha256 => document.Sha256;
}

/// <summary>What a knowledge process lays down.</summary>
[Name("ProcessRules")]
internal sealed class ProcessRulesAnswer(ProcessRules rules)
{
    public bool FourEyes => rules.FourEyes;

    public int ProvisionalHours => rules.ProvisionalHours;

    public IEnumerable<string> Reasons => rules.Reasons;

    public bool RequireSections => rules.RequireSections == true;

    public int? ObservationDays => rules.ObservationDays;

    public int? KnownErrorDays => rules.KnownErrorDays;

    public int? CitedPriority => rules.CitedPriority;

    public IEnumerable<NamedDays> ReviewDays => Named(rules.ReviewDays);

    public IEnumerable<NamedDays> RetentionDays => Named(rules.RetentionDays);

    public IEnumerable<SectionTemplate> Templates => rules.Templates.OrderBy(t => t.Key, StringComparer.Ordinal)
        .Select(t => new SectionTemplate(t.Key, t.Value));

    private static IEnumerable<NamedDays> Named(IReadOnlyDictionary<string, int> days) =>
        days.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => new NamedDays(d.Key, d.Value));
}

/// <summary>A number of days by its name.</summary>
internal sealed record NamedDays(string Name, int Days);

/// <summary>The sections of a kind of article, in order.</summary>
internal sealed record SectionTemplate(string Kind, IReadOnlyList<string> Sections);
