using System.Globalization;
using EventKb.ReadModels.Access;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Paging;

namespace EventKb.Server.Access;

/// <summary>Questions about who could write.</summary>
internal sealed class AccessQuestions(Reading view)
{
    public Task<Connection<GlassBreakAnswer>> GlassBreaks(int first, string? after) => Paged.Of<GlassBreak, GlassBreakAnswer>("glassBreaks", view,
        first, after, (at, key) => GlassBreakQueries.List(at.Session, at.Pin, first, Cursor.Number(key)), (at, row) => new GlassBreakAnswer(at, row),
        row => row.Position.ToString(CultureInfo.InvariantCulture));
}
