using EventKb.Server.Catalogue;
using EventKb.Server.Governance;
using EventKb.Server.KnowledgeArticles;
using EventKb.Server.Ownership;

namespace EventKb.Server.GraphQL.Mutations;

/// <summary>What became of a command to an article.</summary>
internal sealed class ArticlePayload : CommandPayload
{
    public Task<ArticleNode?> Article() => Changed(ArticleNode.Find);
}

/// <summary>What became of a command to an ownership assignment.</summary>
internal sealed class OwnershipAssignmentPayload : CommandPayload
{
    public Task<OwnershipNode?> Ownership() => Changed(OwnershipNode.Find);
}

/// <summary>What became of a command to a knowledge process.</summary>
internal sealed class KnowledgeProcessPayload : CommandPayload
{
    public Task<KnowledgeProcessNode?> Process() => Changed(KnowledgeProcessNode.Find);
}

/// <summary>What became of a command to a control.</summary>
internal sealed class ControlPayload : CommandPayload
{
    public Task<ControlNode?> Control() => Changed(ControlNode.Find);
}

/// <summary>What became of a command to a catalogue entry.</summary>
internal sealed class CatalogueEntryPayload : CommandPayload
{
    public Task<CatalogueEntryNode?> Entry() => Changed(CatalogueEntryNode.Find);
}

/// <summary>What became of a command to an institution.</summary>
internal sealed class InstitutionPayload : CommandPayload
{
    public Task<InstitutionNode?> Institution() => Changed(InstitutionNode.Find);
}

/// <summary>What became of an erasure.</summary>
internal sealed class ErasurePayload : CommandPayload;
