using System.Globalization;
using EventKb.Domain;
using EventKb.Ledger;

namespace EventKb.Server.Imports;

/// <summary>What the address of a request to the import's endpoints says.</summary>
internal static class ImportQuery
{
    public static InstitutionCode Institution(IQueryCollection query) =>
        InstitutionCode.IsValid(query["institution"].ToString()) ? new InstitutionCode(query["institution"].ToString())
            : throw CannotGoOn.BadInput("'institution' must be 1–40 letters, digits and hyphens.");

    public static string Repository(IQueryCollection query) => query["repository"].ToString() is { Length: > 0 } repository ? repository
        : throw CannotGoOn.BadInput("'repository' must name the source.");

    public static string? SystemOf(IQueryCollection query) => query["system"].ToString() is { Length: > 0 } system ? system : null;

    public static DateOnly Day(IQueryCollection query, string name) =>
        DateOnly.TryParseExact(query[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : throw CannotGoOn.BadInput($"'{name}' must be a day, yyyy-MM-dd.");

    public static async Task<long> Position(IQueryCollection query, EmbeddedLedger ledger) =>
        long.TryParse(query["position"], NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            && position <= (await ledger.Feed.Head()).Size ? position
            : throw CannotGoOn.BadInput("'position' must be one that the ledger has.");
}
