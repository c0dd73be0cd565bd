using System.Globalization;
using EventKb.ReadModels.Holds;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Paging;

namespace EventKb.Server.Holds;

/// <summary>Questions about what is kept from being erased.</summary>
internal sealed class LegalHoldQuestions(Reading view)
{
    public Task<Connection<LegalHoldNode>> LegalHolds(LegalHoldFilter? filter, int first, string? after) => Paged.Of<LegalHoldRow, LegalHoldNode>(
        "legalHolds", view, first, after,
        (at, key) => LegalHoldQueries.List(at.Session, at.Viewer, at.Pin, filter ?? new LegalHoldFilter(), first, Cursor.Number(key)),
        (at, row) => new LegalHoldNode(at, row), row => row.FirstPosition.ToString(CultureInfo.InvariantCulture));
}
