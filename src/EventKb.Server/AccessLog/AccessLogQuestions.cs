using System.Globalization;
using EventKb.Domain;
using EventKb.ReadModels.Refusals;
using EventKb.Server.GraphQL.Execution;
using EventKb.Server.GraphQL.Paging;
using EventKb.Server.GraphQL.Schema;

namespace EventKb.Server.AccessLog;

/// <summary>Questions about what was refused, for those who manage persons; what <c>asOf</c> says changes nothing in it.</summary>
internal sealed class AccessLogQuestions(Reading view)
{
    public Task<Connection<RefusalAnswer>> Refusals(RefusalFilter? filter, int first, string? after)
    {
        if (!MayBeAskedBy(view))
            throw new CodedError("FORBIDDEN",
                $"'refusals' needs the right {Constants.Of(PersonRight.ManagePersons)}, which you do not have.");
        return Paged.Of<RefusalRow, RefusalAnswer>("refusals", view, first, after,
            (at, key) => at.Operation.Services.Refusals.List(filter ?? new RefusalFilter(), first, Cursor.Number(key)),
            (at, row) => new RefusalAnswer(at, row), row => row.Id.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Whether who asks may know who was refused, and who was there.</summary>
    internal static bool MayBeAskedBy(Reading view) => view.Operation.Caller.Rights.Contains(PersonRight.ManagePersons);
}
