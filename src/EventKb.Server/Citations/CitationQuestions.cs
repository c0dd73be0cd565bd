using System.Globalization;
using EventKb.Domain.Citations;
using EventKb.ReadModels.Citations;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Paging;

namespace EventKb.Server.Citations;

/// <summary>Questions about uses of articles.</summary>
internal sealed class CitationQuestions(Reading view)
{
    public Task<Connection<CitationNode>> Citations(CitationFilter? filter, int first, string? after) =>
        List(view, "citations", filter ?? new CitationFilter(), first, after);

    internal static Task<Connection<CitationNode>> List(Reading view, string list, CitationFilter filter, int first, string? after) =>
        Paged.Of<CitationRow, CitationNode>(list, view, first, after,
            (at, key) => CitationQueries.List(at.Session, at.Viewer, at.Pin, filter, first, Cursor.Number(key)),
            (at, row) => new CitationNode(at, row),
            row => row.FirstPosition.ToString(CultureInfo.InvariantCulture));
}

/// <summary>Where an article was used, in any of its versions.</summary>
internal sealed class CitationsOfAnArticle(Reading view, string id)
{
    public Task<Connection<CitationNode>> Citations(int? revision, IReadOnlyList<CitationOutcome>? outcome, bool? includeWithdrawn, int first,
        string? after) =>
        CitationQuestions.List(view, $"citations {id}",
            new() { Article = id, Revision = revision, Outcome = outcome, IncludeWithdrawn = includeWithdrawn }, first, after);
}

/// <summary>What was used on a record.</summary>
internal sealed class CitationsOnARecord(Reading view, string id)
{
    public Task<Connection<CitationNode>> Citations(IReadOnlyList<CitationOutcome>? outcome, bool? includeWithdrawn, int first, string? after) =>
        CitationQuestions.List(view, $"citations {id}", new() { Record = id, Outcome = outcome, IncludeWithdrawn = includeWithdrawn }, first, after);
}
