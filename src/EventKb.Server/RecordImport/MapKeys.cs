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
    public const string Phases = "phases";
    public const string Deviations = "deviations";
    public const string SupportLevels = "supportLevels";
    public const string SupportChannels = "supportChannels";

    /// <summary>Keys without which no row can be taken.</summary>
    public static readonly string[] Needed = [Number, UpdatedAt, DateFormat];

    /// <summary>Keys that name a column with texts of people.</summary>
    public static readonly string[] Texts = [Title, Description, Caller];

    /// <summary>Keys that name a column.</summary>
    public static readonly string[] Columns =
    [
        Number, UpdatedAt, UpdatedBy, "state", "deviation", "service", "resource", "impact", "urgency", "priority", "major", "openedAt",
        "detectedAt", "restoredAt", "resolvedAt", "closedAt", "serviceLevelTarget", "serviceLevelKept", "supportLevel", "supportChannel", "group",
        Assignee, "problem", "causedByChange", "resolvedByChange", "parent", "duplicateOf", .. Texts,
    ];

    /// <summary>Keys with a word.</summary>
    public static readonly string[] Words = [DateFormat, TimeZone, Delimiter];

    /// <summary>Keys with a list of words.</summary>
    public static readonly string[] Lists = [Missing, Keep, Mask];

    /// <summary>Keys with a table of words.</summary>
    public static readonly string[] Tables = [Phases, Deviations, SupportLevels, SupportChannels];

    /// <summary>Every key.</summary>
    public static IEnumerable<string> All => [.. Columns, .. Words, .. Lists, .. Tables];
}
