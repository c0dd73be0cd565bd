using System.Globalization;
using EventKb.ReadModels.KnownErrors;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Paging;

namespace EventKb.Server.KnownErrors;

/// <summary>Questions about known errors.</summary>
internal sealed class KnownErrorQuestions(Reading view)
{
    public Task<Connection<KnownErrorNode>> KnownErrors(KnownErrorFilter? filter, int first, string? after) =>
        List(view, "knownErrors", filter ?? new KnownErrorFilter(), first, after);

    internal static Task<Connection<KnownErrorNode>> List(Reading view, string list, KnownErrorFilter filter, int first, string? after) =>
        Paged.Of<KnownErrorRow, KnownErrorNode>(list, view, first, after,
            (at, key) => KnownErrorQueries.List(at.Session, at.Viewer, at.Pin, filter, first, Cursor.Number(key)),
            (at, row) => new KnownErrorNode(at, row),
            row => row.FirstPosition.ToString(CultureInfo.InvariantCulture));
}

/// <summary>The known errors of a problem, of the problems of an incident, or that a change request is to fix.</summary>
internal sealed class KnownErrorsOfARecord(Reading view, string id)
{
    public Task<Connection<KnownErrorNode>> KnownErrors(int first, string? after) =>
        KnownErrorQuestions.List(view, $"knownErrors {id}", new() { Record = id }, first, after);
}

/// <summary>The known errors whose workaround a version of the article is, or was last.</summary>
internal sealed class KnownErrorsOfAnArticle(Reading view, string id)
{
    public Task<Connection<KnownErrorNode>> KnownErrors(int first, string? after) =>
        KnownErrorQuestions.List(view, $"knownErrors {id}", new() { Workaround = id }, first, after);
}
