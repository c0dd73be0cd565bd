using EventKb.Domain;
using EventKb.Ledger;
using EventKb.ReadModels.Catalogue;
using EventKb.ReadModels.KnowledgeArticles;
using EventKb.ReadModels.Ownership;

namespace EventKb.Server.GraphQL.Execution;

/// <summary>The look-ups that many fields of one answer share.</summary>
internal sealed class Loaders(Reading view)
{
    private Batch<long, RevisionRow>? _short;
    private Batch<long, RevisionRow>? _whole;

    /// <summary>Names come from the person directory as it is now, so an erased person has none at any pin.</summary>
    public Batch<PersonId, Person> Persons => field ??= new(async ids => await view.Operation.Services.Persons.Find(ids));

    public Batch<string, ArticleRow> Articles =>
        field ??= new(ids => ArticleQueries.ByIds(view.Session, view.Viewer, view.Pin, ids));

    /// <summary>Who answers for a service or resource: the assignment of its owner's duty.</summary>
    public Batch<string, AccountableRow> Accountables =>
        field ??= new(subjects => AccountableQueries.Of(view.Session, view.Viewer, view.Pin, subjects));

    public Batch<string, OwnershipRow> Ownerships =>
        field ??= new(ids => OwnershipQueries.ByIds(view.Session, view.Viewer, view.Pin, ids));

    public Batch<string, InstitutionRow> Institutions =>
        field ??= new(codes => InstitutionQueries.ByCodes(view.Session, view.Viewer, view.Pin, codes));

    public Batch<long, RevisionRow> WholeRevisions => Revisions(texts: true);

    public Batch<long, RevisionRow> Revisions(bool texts) => texts ? _whole ??= OfRevisions(true) : _short ??= OfRevisions(false);

    private Batch<long, RevisionRow> OfRevisions(bool texts) =>
        new(positions => RevisionQueries.ByPositions(view.Session, view.Viewer, positions, texts));
}
