using EventKb.Domain;
using EventKb.Server.GraphQL.Schema;
using static EventKb.Server.Imports.ImportQuery;

namespace EventKb.Server.Imports;

/// <content>
/// Rows of a register: <c>POST ?institution=CODE&amp;name=NAME&amp;from=DAY</c>, and at <c>/absent</c> all of them at once
/// (<c>?institution=CODE&amp;seenOn=DAY&amp;source=NAME&amp;duty=DUTY&amp;dryRun=true</c>) to end what has none.
/// </content>
internal static partial class ImportEndpoint
{
    /// <summary>Bytes in all rows of a register.</summary>
    private const long MostBytesOfRegister = 128 * 1024 * 1024;

    private static RouteGroupBuilder MapRegister<TRow>(RouteGroupBuilder local, LocalImport import) where TRow : RegisterRow, IRegister
    {
        var group = local.MapGroup(TRow.Path);
        if (TRow.Right is { } right)
            group.AddEndpointFilter((call, next) => OnlyWith(right, call, next));
        group.MapPost("", (HttpContext http) => Answer(http, async cancellation => await Stream(http, From(http, import).Send(
            await Register(http, import, cancellation), Rows<TRow>(http, cancellation), cancellation), cancellation)));
        return group;
    }

    private static void MapWhole<TRow>(RouteGroupBuilder local, LocalImport import) where TRow : RegisterRow, IWholeRegister<TRow> =>
        MapRegister<TRow>(local, import).MapPost("/absent", (HttpContext http) => Answer(http, async cancellation =>
        {
            var query = http.Request.Query;
            await Stream(http, From(http, import).EndAbsent(Institution(query), Scope(query), Rows<TRow>(http, cancellation),
                query["dryRun"] == "true", cancellation), cancellation);
        }, MostBytesOfRegister));

    private static RegisterScope Scope(IQueryCollection query)
    {
        var known = Enum.GetValues<Duty>().ToDictionary(duty => Constants.Of(duty));
        var duties = query["duty"].Select(name => known.TryGetValue(name ?? "", out var duty) ? duty
            : throw CannotGoOn.BadInput($"'duty' must be one of {string.Join(", ", known.Keys)}."));
        return new(Day(query, "seenOn"), query["source"].ToString() is { Length: > 0 } source ? source : null, [.. duties]);
    }
}
