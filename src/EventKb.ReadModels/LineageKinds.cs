using EventKb.Domain;
using EventKb.ReadModels.IncidentProblemLinks;
using EventKb.ReadModels.KnowledgeArticles;
using EventKb.ReadModels.Lineage;
using EventKb.ReadModels.ServiceRecords;

namespace EventKb.ReadModels;

/// <summary>Every kind of stream in lineage, a line each.</summary>
public static class LineageKinds
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<LineageKind> All { get; } = [new ArticleLineage(), new ServiceRecordLineage(), new IncidentProblemLinkLineage()];

    /// <summary>The kind of a stream, or null where it has no part in lineage.</summary>
    public static LineageKind? Of(string? stream) => Of(StreamId.Parse(stream));

    /// <summary>The same of a stream's id.</summary>
    public static LineageKind? Of(StreamId? stream) => All.FirstOrDefault(kind => kind.Category == stream?.Category);
}
