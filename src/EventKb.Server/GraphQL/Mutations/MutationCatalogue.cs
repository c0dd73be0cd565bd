using EventKb.Domain;
using EventKb.Domain.Catalogue;
using EventKb.Domain.Erasure;
using EventKb.Domain.Governance;
using EventKb.Domain.KnowledgeArticles;
using EventKb.Domain.Losses;
using EventKb.Domain.Ownership;
using EventKb.Domain.Sources;

namespace EventKb.Server.GraphQL.Mutations;

/// <summary>Every command that a person gives; importers, mirrors and reactions have no mutation.</summary>
internal static class MutationCatalogue
{
    /// <summary>Commands that only an importer or the clock gives.</summary>
    public static IReadOnlySet<Type> WithoutMutation { get; } = new HashSet<Type>
    {
        typeof(KnowledgeArticleCommand.ImportRevision),
        typeof(KnowledgeArticleCommand.SkipRevision),
        typeof(KnowledgeArticleCommand.RetireImported),
        typeof(KnowledgeArticleCommand.LapseProvision),
        typeof(LedgerLossCommand.Accept),
        typeof(KnowledgeSourceCommand.RecordImport),
        typeof(KnowledgeSourceCommand.ReportFile),
        typeof(KnowledgeSourceCommand.SettleFile),
    };

    public static IReadOnlyList<MutationDefinition> All { get; } =
    [
        .. Articles(), .. Ownerships(), .. Governance(), .. Registers(),
        new("eraseContent", typeof(ErasureCommand.EraseContent), typeof(ErasurePayload), Erasure.Category,
            AtHome),
    ];

    private static StreamId AtHome(InstitutionCode institution, CommandId id, Command command) =>
        command.Home(institution) ?? throw new InputRefused(Rejection.Invalid("subject", "This is no subject of that duty."));

    private static IEnumerable<MutationDefinition> Articles()
    {
        yield return Article("draft", typeof(KnowledgeArticleCommand.Draft), (i, id, _) => KnowledgeArticle.IdFromCommand(i, id));
        yield return Article("adopt", typeof(KnowledgeArticleCommand.Adopt), (i, id, _) => KnowledgeArticle.IdFromCommand(i, id));
        foreach (var command in typeof(KnowledgeArticleCommand).GetNestedTypes().Where(t => !t.IsAbstract && !WithoutMutation.Contains(t)))
            if (command != typeof(KnowledgeArticleCommand.Draft) && command != typeof(KnowledgeArticleCommand.Adopt))
                yield return Article(InputShapes.Camel(command.Name), command);
    }

    private static MutationDefinition Article(string name, Type command, Func<InstitutionCode, CommandId, Command, StreamId>? begins = null) =>
        new(name, command, typeof(ArticlePayload), KnowledgeArticle.Category, begins);

    private static IEnumerable<MutationDefinition> Ownerships()
    {
        yield return new("assign", typeof(OwnershipAssignmentCommand.Assign), typeof(OwnershipAssignmentPayload),
            OwnershipAssignment.Category, AtHome);
        foreach (var command in typeof(OwnershipAssignmentCommand).GetNestedTypes())
            if (command != typeof(OwnershipAssignmentCommand.Assign))
                yield return new(InputShapes.Camel(command.Name), command, typeof(OwnershipAssignmentPayload), OwnershipAssignment.Category);
    }

    private static IEnumerable<MutationDefinition> Governance() =>
    [
        new("adoptProcess", typeof(KnowledgeProcessCommand.Adopt), typeof(KnowledgeProcessPayload), KnowledgeProcess.Category,
            AtHome),
        new("amendProcess", typeof(KnowledgeProcessCommand.Amend), typeof(KnowledgeProcessPayload), KnowledgeProcess.Category),
        new("repealProcess", typeof(KnowledgeProcessCommand.Repeal), typeof(KnowledgeProcessPayload), KnowledgeProcess.Category),
        new("performControl", typeof(ControlCommand.Perform), typeof(ControlPayload), Control.Category,
            (institution, id, _) => Control.StreamOf(institution, id)),
        new("raiseFinding", typeof(ControlCommand.RaiseFinding), typeof(ControlPayload), Control.Category),
        new("closeFinding", typeof(ControlCommand.CloseFinding), typeof(ControlPayload), Control.Category),
    ];

    private static IEnumerable<MutationDefinition> Registers() =>
    [
        new("registerCatalogueEntry", typeof(CatalogueEntryCommand.Register), typeof(CatalogueEntryPayload), CatalogueEntry.Category,
            AtHome),
        new("describeCatalogueEntry", typeof(CatalogueEntryCommand.Describe), typeof(CatalogueEntryPayload), CatalogueEntry.Category),
        new("addDependency", typeof(CatalogueEntryCommand.AddDependency), typeof(CatalogueEntryPayload), CatalogueEntry.Category),
        new("removeDependency", typeof(CatalogueEntryCommand.RemoveDependency), typeof(CatalogueEntryPayload), CatalogueEntry.Category),
        new("discontinue", typeof(CatalogueEntryCommand.Discontinue), typeof(CatalogueEntryPayload), CatalogueEntry.Category),
        new("registerInstitution", typeof(InstitutionCommand.Register), typeof(InstitutionPayload), Institution.Category,
            AtHome),
        new("mergeInstitution", typeof(InstitutionCommand.Merge), typeof(InstitutionPayload), Institution.Category),
        new("splitInstitution", typeof(InstitutionCommand.Split), typeof(InstitutionPayload), Institution.Category),
        new("succeedInstitution", typeof(InstitutionCommand.Succeed), typeof(InstitutionPayload), Institution.Category),
    ];
}
