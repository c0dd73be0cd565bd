using EventKb.Server.MappedFiles;

namespace EventKb.Server.RecordImport;

/// <summary>What a map can say.</summary>
internal static class MapKeys
{
    public const string Number = "number";
    public const string UpdatedAt = "updatedAt";
    public const string UpdatedBy = "updatedBy";
    public const string Assignee = "assignee";
    public const string Title = "title";
    public const string Description = "description";
    public const string Caller = "caller";
    public const string DateFormat = "dateFormat";
    public const string TimeZone = "timeZone";
    public const string Delimiter = "delimiter";
    public const string Missing = "missing";
    public const string Keep = "keep";
    public const string Mask = "mask";
    public const string Kind = "kind";
    public const string Kinds = "kinds";
    public const string Phases = "phases";
    public const string Deviations = "deviations";
    public const string SupportLevels = "supportLevels";
    public const string SupportChannels = "supportChannels";

    /// <summary>Keys that name a column with texts of people.</summary>
    public static readonly string[] Texts = [Title, Description, Caller];

    /// <summary>Keys that name a column.</summary>
    public static readonly string[] Columns =
    [
        Number, UpdatedAt, UpdatedBy, "state", "deviation", "service", "resource", "impact", "urgency", "priority", "major", "openedAt",
        "detectedAt", "restoredAt", "resolvedAt", "closedAt", "serviceLevelTarget", "serviceLevelKept", "supportLevel", "supportChannel", "group",
        Assignee, "problem", "causedByChange", "resolvedByChange", "parent", "duplicateOf", .. Texts,
    ];

    /// <summary>Every key.</summary>
    public static readonly MapKeySet All = new([.. Columns, DateFormat, TimeZone, Delimiter, Kind], [Missing, Keep, Mask],
        [Phases, Deviations, SupportLevels, SupportChannels, Kinds], [Number, UpdatedAt, DateFormat]);
}
